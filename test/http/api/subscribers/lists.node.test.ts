// Lists as other services write them: each file in test/fixtures/lists, with who is stored as what. The cases beside
// the project are read too, where they are there.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../../src/http/api/subscribers/import/file.ts';
import { type ImportReport, importSubscribers } from '../../../../src/http/api/subscribers/import/index.ts';
import type { Importer, ImportRow } from '../../../../src/store/index.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/lists/', import.meta.url));
const CASES = fileURLToPath(new URL('../../../../../shared/cases/', import.meta.url));

type Expected = {
  stored: string[];
  badRows?: number;
  stops?: string[];
  query?: Partial<Record<'state' | 'left' | 'agreed' | 'ignore', string[]>>;
};

async function run(path: string, query: Expected['query'] = {}) {
  const stored: ImportRow[] = [];
  const store: Importer = async (rows) => {
    stored.push(...rows);
    return { added: rows.length, activated: 0, withdrawn: 0, unchanged: 0, erased: 0 };
  };
  const open = openFile(readFileSync(path), 'utf-8');
  if (open === null) throw new Error('utf-8 is known');
  const hints = { state: [], left: [], agreed: [], ignore: [], ...query };
  const report = await importSubscribers(open, store, {
    isConfirmed: true,
    hints,
    isDryRun: false,
    now: () => 1,
  })
    // A refusal: what it tells is looked at.
    .catch((error: { details: { columns?: { column: string }[] }; message: string }) => error);
  return { report, stored };
}

describe('the list', () => {
  it.each(readdirSync(FIXTURES))('%s is understood, or stops before its first row', async (name) => {
    const expected: Expected = JSON.parse(readFileSync(`${FIXTURES}${name}/expected.json`, 'utf8'));
    const { report, stored } = await run(`${FIXTURES}${name}/list.csv`, expected.query);
    expect(stored.map(({ email, name: who, state }) => `${email},${who ?? ''},${state}`)).toEqual(
      expected.stored,
    );
    if (expected.stops === undefined) {
      expect((report as ImportReport).badRows).toBe(expected.badRows ?? 0);
    } else {
      const refusal = report as { details: { columns: { column: string }[] }; message: string };
      expect(refusal.details.columns.map(({ column }) => column)).toEqual(expected.stops);
      for (const word of [...expected.stops, 'Nothing is stored', '?ignore='])
        expect(refusal.message).toContain(word);
    }
  });
});

describe.runIf(existsSync(CASES))('the case', () => {
  const LEFT: Record<string, string[]> = {
    'O1-unsubscribed-column': ['bob@example.org', 'carl@example.org'],
    'O4-unsubscribed-from-all': ['bob@example.org'],
    'Z1-kit-cancelled': ['bob@example.org', 'emil@example.org'],
  };
  it.each(
    existsSync(CASES) ? readdirSync(CASES).filter((name) => existsSync(`${CASES}${name}/list.csv`)) : [],
  )('%s is taken, and nobody in it who left is active', async (name) => {
    const { report, stored } = await run(`${CASES}${name}/list.csv`);
    expect(report).toMatchObject({ badRows: 0 });
    expect(stored.length).toBeGreaterThan(0);
    const away = stored.filter(({ state }) => state !== 'active');
    expect(away.map(({ email, state }) => [email, state])).toEqual(
      (LEFT[name] ?? []).map((email) => [email, 'unsubscribed']),
    );
  });
});
