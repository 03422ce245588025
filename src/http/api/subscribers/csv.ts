// CSV in and out (RFC 4180). Papa Parse reads the records; this file finds where each begins, so that rows are read from a
// stream, keep their line numbers, and a stray quotation mark costs one row, not the file.

export type CsvRow =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly problem: string };

/**
 * A quoted field may have line breaks, but one with more lines than the larger number was never closed. The smaller number
 * is enough if one of its lines looks like a row.
 */
const MAX_RECORD_LINES = 500;
const MAX_SURE_LINES = 50;
const MAX_LINE_LENGTH = 100_000;
const GROUP_LINES = 1000;

/**
 * Reads the rows in order, without empty lines. A line number is that of the row's first line, from 1. The first line shows
 * whether commas, semicolons or tabs separate the fields; some spreadsheets name the separator there.
 */
export async function* readCsv(text: ReadableStream<string>): AsyncGenerator<CsvRow> {
  let lines: string[] = [];
  let firstLine = 1;
  let parse: Parse | null = null;
  const take = async function* (isLast: boolean) {
    if (parse === null) {
      const named = /^sep=([^\w\s"]|\t) *$/i.exec(lines[0] ?? '')?.[1] ?? null;
      parse = await loadParser(named ?? findDelimiter(lines[0] ?? ''));
      if (named !== null) {
        lines = lines.slice(1);
        firstLine += 1;
      }
    }
    const taken = yield* takeRows(lines, firstLine, { parse, isLast });
    lines = lines.slice(taken);
    firstLine += taken;
  };
  for await (const more of readLines(text)) {
    lines = lines.concat(more);
    if (lines.length >= GROUP_LINES) yield* take(false);
  }
  yield* take(true);
}

/** The most frequent separator in the header, outside of quotation marks. */
function findDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * A field that a spreadsheet would run as a formula is neutralised with an apostrophe, which `readField` removes. So that it
 * removes no other one, a field with apostrophes before such a sign gets one more, too. For some spreadsheets a semicolon, a
 * tab or a line break ends a cell, so a formula may begin after those as well.
 */
export async function writeCsv(rows: readonly (readonly string[])[]): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const safe = rows.map((fields) => fields.map(neutralise));
  return rows.length === 0 ? '' : `${Papa.unparse(safe, { newline: '\r\n', quotes: isNeutralised })}\r\n`;
}

/** In quotation marks, like a field with a comma: some programs take the apostrophe for a quote. */
const isNeutralised = (field: string): boolean => field.startsWith("'");

/** For most fields the first test is enough: an address, a state, a name. */
const neutralise = (field: string): string =>
  /^[^A-Za-z0-9]|[;\t\r\n]/.test(field) ? field.replace(BEFORE_FORMULA, "'") : field;

/**
 * The sign of a formula, also in its full-width forms, after quotation marks and invisible characters. It skips no end of a
 * cell, so that a long field is read once.
 */
const FORMULA = String.raw`[[\p{Cc}\p{Cf}\p{DI}\s\u2800'"]--[\t\r\n]]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]`;
const BEFORE_FORMULA = new RegExp(`(?<=^|[;\\t\\r\\n])(?=${FORMULA})`, 'gv');
const NEUTRALISED = new RegExp(`(?<=^|[;\\t\\r\\n])'(?=${FORMULA})`, 'gv');

export const readField = (field: string): string =>
  field.includes("'") ? field.trim().replace(NEUTRALISED, '') : field.trim();

/** @returns how many of the lines were read. Unless `isLast`, lines that may begin a longer record are left. */
function* takeRows(
  lines: readonly string[],
  firstLine: number,
  { parse, isLast }: { readonly parse: Parse; readonly isLast: boolean },
): Generator<CsvRow, number> {
  let at = 0;
  while (at < lines.length) {
    const end = endOfPlainLines(lines, at);
    if (end > at) {
      const { data } = parse(lines.slice(at, end));
      for (const [n, fields] of data.entries())
        if (fields.length > 1 || fields[0]?.trim()) yield { line: firstLine + at + n, fields };
      at = end;
      continue;
    }
    const size = recordLines(lines, at);
    if (size === null && !isLast && lines.length - at < MAX_RECORD_LINES) return at;
    const { data, errors } = parse(lines.slice(at, at + (size ?? 1)));
    const isSound = size !== null && errors.every((error) => error.type !== 'Quotes');
    const line = firstLine + at;
    if (isSound)
      for (const [n, fields] of data.entries())
        yield { line: data.length === size ? line + n : line, fields };
    else yield { line, problem: 'a quotation mark is not closed, or not doubled inside a quoted field' };
    at += isSound ? size : 1;
  }
  return at;
}

/** Each line without a quotation mark is a record. */
function endOfPlainLines(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && !lines[end]?.includes('"')) end++;
  return end;
}

/** @returns the number of lines of the record: until its quotation marks are even; null if they never are. */
function recordLines(lines: readonly string[], from: number): number | null {
  let marks = 0;
  let hasRow = false;
  for (const [n, line] of lines.slice(from, from + MAX_RECORD_LINES).entries()) {
    if (n >= MAX_SURE_LINES && hasRow) return null;
    marks += line.split('"').length - 1;
    if (marks % 2 === 0) return n + 1;
    hasRow ||= n > 0 && AN_ADDRESS_ALONE.test(line);
  }
  return null;
}

/** A field that is an address and nothing else. */
const AN_ADDRESS_ALONE = /(^|[,;\t])"?[^\s@",;]+@[^\s@",;]+\.[^\s@",;]+"?($|[,;\t])/;

type Parse = Awaited<ReturnType<typeof loadParser>>;

async function loadParser(delimiter: string) {
  const { default: Papa } = await import('papaparse');
  return (lines: readonly string[]) => Papa.parse(lines.join('\n'), { delimiter, newline: '\n' });
}

/** Complete lines, as they arrive, without their ends (LF, CRLF or CR). */
async function* readLines(text: ReadableStream<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH);
    yield lines;
  }
  yield rest.split('\r');
}
