import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, readCsv, readField, writeCsv } from '../../../../src/http/api/subscribers/csv.ts';

async function read(text: string, pieceLength = 7): Promise<CsvRow[]> {
  const pieces = text.match(new RegExp(`[^]{1,${pieceLength}}`, 'gu')) ?? [];
  const stream = new ReadableStream<string>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const rows: CsvRow[] = [];
  for await (const row of readCsv(stream)) rows.push(row);
  return rows;
}

const NOT_CLOSED = 'a quotation mark is not closed, or not doubled inside a quoted field';

describe('reading CSV', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('takes lines that end in %s, with or without a last one', async (_, end) => {
    const rows = [
      { line: 1, fields: ['email', 'name'] },
      { line: 2, fields: ['a@x.org', 'Ann'] },
    ];
    for (const size of [1, 2, 3, 100]) {
      expect(await read(`email,name${end}a@x.org,Ann`, size)).toEqual(rows);
      expect(await read(`email,name${end}a@x.org,Ann${end}`, size)).toEqual(rows);
    }
  });

  it.each([
    ['semicolons', 'email;name\na@x.org;"Lee; Ann, B."'],
    ['tabs', 'email\tname\na@x.org\t"Lee; Ann, B."'],
  ])('finds that %s stand between the fields', async (_, text) => {
    expect(await read(text)).toEqual([
      { line: 1, fields: ['email', 'name'] },
      { line: 2, fields: ['a@x.org', 'Lee; Ann, B.'] },
    ]);
  });

  it.each([';', ',', '\t', '|'])('takes %j when the first line names it', async (sign) => {
    expect(await read(`sep=${sign}\r\nemail${sign}name\r\na@x.org${sign}Ann\r\n`)).toEqual([
      { line: 2, fields: ['email', 'name'] },
      { line: 3, fields: ['a@x.org', 'Ann'] },
    ]);
  });

  it('keeps a long note whole, as it stands in a file of another service', async () => {
    const note = Array.from({ length: 120 }, (_, n) => `line ${n}: she wrote to us, and we wrote back`).join(
      '\n',
    );
    expect(await read(`email,note\na@x.org,"${note}"\nb@x.org,\n`, 999)).toEqual([
      { line: 1, fields: ['email', 'note'] },
      { line: 2, fields: ['a@x.org', note] },
      { line: 122, fields: ['b@x.org', ''] },
    ]);
  });

  it('leaves out empty lines and still counts them', async () => {
    expect(await read('email\n\n \na@x.org\n\n')).toEqual([
      { line: 1, fields: ['email'] },
      { line: 4, fields: ['a@x.org'] },
    ]);
  });

  it('keeps commas, quotation marks and line breaks inside quoted fields', async () => {
    expect(await read('a@x.org,"Lee, ""Ann""\nthe first"\nb@x.org,Bo')).toEqual([
      { line: 1, fields: ['a@x.org', 'Lee, "Ann"\nthe first'] },
      { line: 3, fields: ['b@x.org', 'Bo'] },
    ]);
  });

  it('takes a quotation mark in the middle of a field as it is', async () => {
    expect(await read('a@x.org,Ann "A" Lee\nb@x.org,Bo')).toEqual([
      { line: 1, fields: ['a@x.org', 'Ann "A" Lee'] },
      { line: 2, fields: ['b@x.org', 'Bo'] },
    ]);
  });

  it('gives up one row, not the file, when a quotation mark is not closed', async () => {
    const rest = Array.from({ length: 200 }, (_, n) => `n${n}@x.org,"Reader ${n}"`);
    const rows = await read(['a@x.org,"Ann', 'b@x.org,"Bo"', ...rest].join('\n'), 1000);
    expect(rows[0]).toEqual({ line: 1, problem: NOT_CLOSED });
    expect(rows[1]).toEqual({ line: 2, fields: ['b@x.org', 'Bo'] });
    expect(rows).toHaveLength(202);
    expect(rows.at(-1)).toEqual({ line: 202, fields: ['n199@x.org', 'Reader 199'] });
  });

  it('does not take a hundred rows between two stray quotation marks for one field', async () => {
    const rest = Array.from({ length: 100 }, (_, n) => `n${n}@x.org,Reader`);
    const rows = await read(['a@x.org,"Ann', ...rest, 'z@x.org,Zoe"'].join('\n'), 1000);
    expect(rows.filter((row) => 'problem' in row).map(({ line }) => line)).toEqual([1, 102]);
    expect(rows).toHaveLength(102);
  });

  it('keeps a field whole whose lines come in different pieces of a long file', async () => {
    const lines = Array.from({ length: 995 }, (_, n) => `n${n}@x.org,Reader`);
    const field = Array.from({ length: 40 }, (_, n) => `line ${n}`).join('\n');
    const rows = await read(`${lines.join('\n')}\na@x.org,"${field}"\nb@x.org,Bo\n`, 50);
    expect(rows.slice(995)).toEqual([
      { line: 996, fields: ['a@x.org', field] },
      { line: 1036, fields: ['b@x.org', 'Bo'] },
    ]);
  });

  it('gives up each of two rows in a row with an open quotation mark', async () => {
    expect(await read('a@x.org,"Ann\nb@x.org,"Bo\nc@x.org,Cy\n')).toEqual([
      { line: 1, problem: NOT_CLOSED },
      { line: 2, problem: NOT_CLOSED },
      { line: 3, fields: ['c@x.org', 'Cy'] },
    ]);
  });

  it('reads 100,000 rows in whatever pieces they come, each with its line', async () => {
    const lines = Array.from({ length: 100_000 }, (_, n) =>
      n % 3 ? `n${n}@x.org,Ann` : `n${n}@x.org,"Lee, Ann"`,
    );
    const rows = await read(lines.join('\n'), 65_536);
    expect(rows).toHaveLength(100_000);
    expect(rows.at(-1)).toEqual({ line: 100_000, fields: ['n99999@x.org', 'Lee, Ann'] });
  });

  it('does not keep a line without an end in memory', async () => {
    const rows = await read('x'.repeat(3_000_000), 65_536);
    expect(rows).toHaveLength(1);
    expect('fields' in rows[0]! && rows[0].fields[0]!.length).toBeLessThan(200_000);
  });
});

describe('writing CSV', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])(
    'neutralises %j, and reading takes it back',
    async (field) => {
      const written = await writeCsv([['a@x.org', field]]);
      expect(written).toContain(`'${field}`);
      expect(readField(`'${field}`)).toBe(field);
    },
  );

  it.each([
    ['behind an invisible space', '\u200b=1+1', "'\u200b=1+1"],
    ['behind a zero byte', '\u0000=1+1', "'\u0000=1+1"],
    ['behind a filler and a mark of direction', '\u3164\u202e@sum', "'\u3164\u202e@sum"],
    ['behind a space', 'x\u00a0;\u00a0+1', "x\u00a0;'\u00a0+1"],
    ['in full width', '\uff1d1\uff0b1', "'\uff1d1\uff0b1"],
    ['in full width, the minus', '\uff0d1', "'\uff0d1"],
    ['in full width, the at', '\uff20sum', "'\uff20sum"],
    ['in small form', '\ufe661', "'\ufe661"],
    ['behind a semicolon', 'Ann;=1+1', "Ann;'=1+1"],
    ['behind a tab', 'Ann\t=1+1', "Ann\t'=1+1"],
    ['behind a line', 'Ann\n=1+1\n-2', "Ann\n'=1+1\n'-2"],
    ['behind a quotation mark', 'Ann;"=1+1"', `Ann;'"=1+1"`],
    ['behind an apostrophe of its own', "'=1+1", "''=1+1"],
  ])('neutralises a formula %s, and reading takes it back', async (_, field, safe) => {
    const [row] = await read(await writeCsv([['a@x.org', field]]), 9);
    expect(row).toMatchObject({ fields: ['a@x.org', safe] });
    expect(readField(safe)).toBe(field);
  });

  it.each(['Ann-Marie', 'a+b@x.org', '2 = 2', "O'Neil; Sons", 'x;y', 'Ann, -', '\u200bAnn'])(
    'leaves %j as it is',
    async (field) => {
      expect(await read(await writeCsv([['a@x.org', field]]), 9)).toMatchObject([
        { fields: ['a@x.org', field] },
      ]);
    },
  );

  it('leaves an apostrophe alone that belongs to a name', () => {
    expect(readField("'t Hooft")).toBe("'t Hooft");
  });

  it('is read back as it was, whatever the fields hold', async () => {
    const field = fc
      .string({
        unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '=', "'", '\u200b', '\uff1d', '\t'),
      })
      .map((text) => text.trim());
    const row = fc.array(field, { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (given, size) => {
          const rows = [['email', 'name', 'note'], ...given];
          const back = await read(await writeCsv(rows), size);
          const fields = back.map((one) => ('fields' in one ? one.fields.map(readField) : one.problem));
          expect(fields).toEqual(rows);
        },
      ),
    );
  });
});
