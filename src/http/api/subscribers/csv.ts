// CSV in and out (RFC 4180). Papa Parse reads the records; what is here finds where one begins, so that rows are
// read while they stream in, keep their line numbers, and a stray quotation mark costs one row, not the file.

export type CsvRow =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly problem: string };

/**
 * A quoted field may hold line breaks, but one with more of them than this was never closed. Beyond the smaller
 * number it was not either if one of its lines looks like a row.
 */
const MAX_RECORD_LINES = 500;
const MAX_SURE_LINES = 50;
const MAX_LINE_LENGTH = 100_000;
const GROUP_LINES = 1000;

/**
 * Reads the rows in their order; empty lines are left out. A line number is that of the row's first line, from 1.
 * The first line tells whether commas, semicolons or tabs stand between the fields; spreadsheets may name it there.
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

/** What stands most often in the header, outside of quotation marks. */
function findDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * What a spreadsheet would take for a formula is neutralised with an apostrophe; `readField` takes it off again. So
 * that it takes no other one off, what begins with apostrophes before such a sign gets one more too. A spreadsheet may
 * take a semicolon, a tab or a line for the end of a cell, so a formula may begin behind those as well.
 */
export async function writeCsv(rows: readonly (readonly string[])[]): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const safe = rows.map((fields) => fields.map(neutralise));
  return rows.length === 0 ? '' : `${Papa.unparse(safe, { newline: '\r\n', quotes: isNeutralised })}\r\n`;
}

/** Between quotation marks, as what holds a comma is: some programs take the apostrophe for a sign of quoting. */
const isNeutralised = (field: string): boolean => field.startsWith("'");

/** Of the most fields one look is enough: an address, a word of state, a name. */
const neutralise = (field: string): string =>
  /^[^A-Za-z0-9]|[;\t\r\n]/.test(field) ? field.replace(BEFORE_FORMULA, "'") : field;

/**
 * The sign of a formula, in its wider forms too, behind quotation marks and what nobody sees. No end of a cell is
 * passed over, so that a long field is read once.
 */
const FORMULA = String.raw`[[\p{Cc}\p{Cf}\p{DI}\s\u2800'"]--[\t\r\n]]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]`;
const BEFORE_FORMULA = new RegExp(`(?<=^|[;\\t\\r\\n])(?=${FORMULA})`, 'gv');
const NEUTRALISED = new RegExp(`(?<=^|[;\\t\\r\\n])'(?=${FORMULA})`, 'gv');

export const readField = (field: string): string =>
  field.includes("'") ? field.trim().replace(NEUTRALISED, '') : field.trim();

/** @returns how many of the lines are used up. Not `isLast`: those that may begin a longer record are left. */
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

/** Lines without a quotation mark are a record each. */
function endOfPlainLines(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && !lines[end]?.includes('"')) end++;
  return end;
}

/** How many lines the record takes: up to where its quotation marks are even; null when they do not get there. */
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

/** A field that is nothing but an address. */
const AN_ADDRESS_ALONE = /(^|[,;\t])"?[^\s@",;]+@[^\s@",;]+\.[^\s@",;]+"?($|[,;\t])/;

type Parse = Awaited<ReturnType<typeof loadParser>>;

async function loadParser(delimiter: string) {
  const { default: Papa } = await import('papaparse');
  return (lines: readonly string[]) => Papa.parse(lines.join('\n'), { delimiter, newline: '\n' });
}

/** Whole lines, as many as have arrived, without their ends (LF, CRLF or CR). */
async function* readLines(text: ReadableStream<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH);
    yield lines;
  }
  yield rest.split('\r');
}
