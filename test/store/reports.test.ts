import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createIssue,
  createReport,
  deleteReport,
  listNewReports,
  listReports,
  type NewReport,
  readEach,
  readReport,
  readReports,
  replaceReportText,
  type StoredReport,
  syncNamedReports,
} from '../../src/store/index.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const db = env.DB;

const report = (raw: string, name: string | null = null, isSample = false): NewReport => ({
  name,
  raw,
  title: null,
  isSample,
});
const sync = (files: Record<string, string>, now: number) =>
  syncNamedReports(
    db,
    Object.entries(files).map(([name, raw]) => ({ name, raw })),
    ({ name, raw }) => (raw === 'unreadable' ? null : { name, raw, title: null, isSample: raw === 'sample' }),
    now,
  );
const issueWith = (...reportIds: string[]) =>
  createIssue(db, { id: crypto.randomUUID(), reportIds, subject: null, preheader: null }, 1);
const fresh = async (withSamples = true) => {
  const found = await listNewReports(db, { withSamples, limit: 50 });
  const read = await readReports(
    db,
    found.map(({ id }) => id),
  );
  return read.map(({ raw }) => raw);
};

beforeEach(emptyDatabase);

it('reads a report as it was stored', async () => {
  const raw = 'Line one\r\n\u0000"quoted" – é 🙂\n';
  const id = await createReport(db, { ...report(raw), title: 'Line one' }, 5);
  expect(await readReport(db, id)).toEqual({
    id,
    name: null,
    format: 'text',
    title: 'Line one',
    isSample: false,
    createdAt: 5,
    updatedAt: 5,
    raw,
    overrides: [],
  });
});

it('reads reports in the requested order, and leaves out missing ones', async () => {
  const first = await createReport(db, report('one'), 5);
  const second = await createReport(db, report('two'), 5);
  const read = await readReports(db, [second, '999999', first]);
  expect(read.map((one) => one.raw)).toEqual(['two', 'one']);
});

it('lists the newest first and pages by id', async () => {
  for (const raw of ['one', 'two', 'three']) await createReport(db, { ...report(raw), title: raw }, 5);
  const page = await listReports(db, { limit: 2 });
  expect(page.map((one) => one.title)).toEqual(['three', 'two']);
  const rest = await listReports(db, { limit: 2, beforeId: page[1]!.id });
  expect(rest.map((one) => one.title)).toEqual(['one']);
});

it('replaces the text, and says when there is no such report', async () => {
  const id = await createReport(db, report('one'), 5);
  expect(await replaceReportText(db, id, { raw: 'two', title: 'Two', isSample: true }, 6)).toBe(true);
  expect(await readReport(db, id)).toMatchObject({
    raw: 'two',
    title: 'Two',
    updatedAt: 6,
  });
  expect(await replaceReportText(db, '999999', { raw: 'two', title: null, isSample: false }, 6)).toBe(false);
});

describe('a page that is larger than a row', () => {
  const large = (word: string): string => `<p>${word}🙂 `.repeat(150_000);

  it('is stored in pieces, each with its report', async () => {
    const [one, two] = [large('one'), large('two')];
    const ids = [
      await createReport(db, { ...report(one), format: 'html' }, 5),
      await createReport(db, report('three'), 5),
      await createReport(db, { ...report(two), format: 'html' }, 5),
    ];
    const read = await readReports(db, ids);
    expect(read.map(({ raw }) => [one, 'three', two].indexOf(raw))).toEqual([0, 1, 2]);
    expect(read.map(({ format }) => format)).toEqual(['html', 'text', 'html']);
    const each: StoredReport[] = [];
    for await (const one of readEach(db, [ids[2]!, '99', ids[0]!])) each.push(one);
    expect(each.map(({ raw }) => [one, 'three', two].indexOf(raw))).toEqual([2, 0]);
    const listed = await listNewReports(db, { withSamples: false, limit: 5 });
    expect(listed.map(({ length }) => length)).toEqual(
      [one.length, 5, two.length].map((n, i) => (i === 1 ? n : n - 150_000)),
    );
  });

  it('leaves no piece of it behind, whoever replaces or deletes it', async () => {
    const pieces = () => db.prepare('SELECT count(*) AS n FROM report_pieces').first<number>('n');
    const id = await createReport(db, { ...report(large('one')), format: 'html' }, 5);
    await replaceReportText(db, id, { raw: large('two'), format: 'html', title: null, isSample: false }, 6);
    expect((await readReport(db, id))?.raw === large('two')).toBe(true);
    // As the version before does it.
    await db.prepare("UPDATE reports SET raw = 'short' WHERE id = ?1").bind(Number(id)).run();
    expect(await pieces()).toBe(0);
    await replaceReportText(db, id, { raw: large('two'), format: 'html', title: null, isSample: false }, 6);
    await deleteReport(db, id);
    expect(await pieces()).toBe(0);
  });
});

it('deletes a report once, but not one that is in an issue', async () => {
  const free = await createReport(db, report('one'), 5);
  const used = await createReport(db, report('two'), 5);
  await issueWith(used);
  expect(await deleteReport(db, free)).toBe('deleted');
  expect(await deleteReport(db, free)).toBe('unknown');
  expect(await deleteReport(db, used)).toBe('in-use');
});

it('never gives an id out twice', async () => {
  const id = await createReport(db, report('one'), 5);
  await deleteReport(db, id);
  expect(Number(await createReport(db, report('two'), 5))).toBeGreaterThan(Number(id));
});

describe('what is new', () => {
  it('is what was never in an issue, the oldest first', async () => {
    const used = await createReport(db, report('used'), 5);
    await createReport(db, report('one'), 5);
    await createReport(db, report('two'), 5);
    await issueWith(used);
    expect(await fresh()).toEqual(['one', 'two']);
  });

  it('leaves out a text that was sent under another id, and takes one that came twice once', async () => {
    const used = await createReport(db, report('used'), 5);
    await issueWith(used);
    await createReport(db, report('used'), 6);
    await createReport(db, report('twice'), 6);
    await createReport(db, report('twice'), 7);
    expect(await fresh()).toEqual(['twice']);
  });

  it('leaves out a text of which an editor took the later copy', async () => {
    await createReport(db, report('twice'), 5);
    await issueWith(await createReport(db, report('twice'), 6));
    expect(await fresh()).toEqual([]);
  });

  it('has samples only where they may be sent, and as long as there is no report', async () => {
    await sync({ sample: 'sample' }, 5);
    expect(await fresh(true)).toEqual(['sample']);
    expect(await fresh(false)).toEqual([]);
    await createReport(db, report('real'), 6);
    expect(await fresh(true)).toEqual(['real']);
  });
});

describe('the files of content/reports', () => {
  it('are taken in once each, and an edit counts until they are in an issue', async () => {
    await sync({ a: 'one', b: 'two' }, 5);
    await sync({ a: 'one, mended', b: 'two' }, 6);
    expect(await fresh()).toEqual(['one, mended', 'two']);
    const [first] = await listNewReports(db, { withSamples: false, limit: 1 });
    await issueWith(first!.id);
    await sync({ a: 'one, mended again', b: 'two' }, 7);
    expect(await readReport(db, first!.id)).toMatchObject({ name: 'a', raw: 'one, mended' });
    expect(await fresh()).toEqual(['two']);
  });

  it('do not change when nothing was edited, and stay out when they are not wanted', async () => {
    await sync({ a: 'one', b: 'unreadable' }, 5);
    await sync({ a: 'one' }, 6);
    expect(await listReports(db, { limit: 9 })).toMatchObject([{ name: 'a', updatedAt: 5 }]);
    await sync({}, 7);
  });
});
