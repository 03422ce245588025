import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  approveIssue,
  beginSending,
  createIssue,
  createIssueForSlot,
  createReport,
  editDraft,
  type FrozenIssue,
  isPageToCome,
  moveIssue,
  readIssuePage,
} from '../../../src/store/index.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const db = env.DB;
let reportId = '';
let id = '';

const frozen = (pageJson = '{"a":1}', sha256 = 'a'): FrozenIssue => ({
  sha256,
  templateJson: '{}',
  preflightJson: '{}',
  fingerprint: 'f',
  slug: 'a-subject-0a1b2c3d',
  pageJson,
  subject: 'S',
  preheader: 'P',
});
const approve = (issue = frozen(), revision = 1) => approveIssue(db, id, revision, issue, null, 7);
/** The run has begun: from here on mails leave. */
const begin = () =>
  db.prepare(`UPDATE issues SET state = 'sending', run_id = id WHERE sha256 IS NOT NULL`).run();
const page = () => readIssuePage(db, 'a-subject-0a1b2c3d');

beforeEach(async () => {
  await emptyDatabase();
  reportId = await createReport(db, { name: null, raw: 'r', title: null, isSample: false }, 1);
  id = crypto.randomUUID();
  await createIssue(db, { id, reportIds: [reportId], subject: null, preheader: null }, 1);
});

describe('what an issue shows on the web', () => {
  it('exists once its run has begun, and not before', async () => {
    expect(await page()).toBeNull();
    await approve();
    expect(await page()).toBeNull();
    await begin();
    expect(await page()).toMatchObject({ id, state: 'sending', approvedAt: 7, pageJson: '{"a":1}' });
  });

  it('is to come while a draft or an approved issue may still be sent', async () => {
    const slug = `a-subject-${id.slice(0, 8)}`;
    expect(await isPageToCome(db, slug)).toBe(true);
    await approve({ ...frozen(), slug });
    expect(await isPageToCome(db, slug)).toBe(true);
    for (const other of ['', 'a-subject', `x${id.slice(0, 8)}`, '00000000', "' OR 1=1 --"])
      expect(await isPageToCome(db, other), other).toBe(false);
    await begin();
    expect(await isPageToCome(db, slug)).toBe(false);
    await db.prepare(`UPDATE issues SET state = 'cancelled', run_id = NULL`).run();
    expect(await isPageToCome(db, slug)).toBe(false);
  });

  it('comes with the issue that the clock makes', async () => {
    await createIssueForSlot(
      db,
      {
        id: crypto.randomUUID(),
        slot: 1000,
        reportIds: [reportId],
        note: null,
        outcome: { kind: 'scheduled', frozen: frozen() },
      },
      1001,
    );
    await begin();
    expect(await page()).toMatchObject({ pageJson: '{"a":1}' });
  });

  it('is what the successful approval had rendered', async () => {
    const won = await Promise.all([approve(frozen('"one"', 'a')), approve(frozen('"two"', 'b'))]);
    expect(won.filter(Boolean)).toHaveLength(1);
    await begin();
    expect((await page())!.pageJson).toBe(won[0] ? '"one"' : '"two"');
  });

  it('is not written for a draft that was changed after it was rendered', async () => {
    await editDraft(db, id, { subject: 'Another' }, 2);
    expect(await approve()).toBe(false);
    expect(await db.prepare('SELECT count(*) AS n FROM issue_pages').first('n')).toBe(0);
  });

  it('cannot be changed', async () => {
    await approve();
    await expect(db.prepare(`UPDATE issue_pages SET content = '{}'`).run()).rejects.toThrow(/frozen/);
  });

  it('comes back as it was, however long it is and wherever a piece ends', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(499_990) + '😀港é'.repeat(300_000) });
    await approve(frozen(long));
    await begin();
    expect((await page())!.pageJson === long).toBe(true);
  });

  it('is gone when the issue is cancelled before any mail left, and stays when some have', async () => {
    await approveIssue(db, id, 1, frozen(), { at: 10, holdUntil: null }, 7);
    await moveIssue(db, id, 'cancelled', null, 8);
    expect(await page()).toBeNull();

    id = crypto.randomUUID();
    await createIssue(db, { id, reportIds: [reportId], subject: null, preheader: null }, 1);
    const other = { ...frozen(), slug: 'another-11111111' };
    await approveIssue(db, id, 1, other, { at: 10, holdUntil: null }, 7);
    await beginSending(db, id, { runId: 'run', sha256: 'a' }, 11);
    await moveIssue(db, id, 'cancelled', null, 12);
    expect(await readIssuePage(db, other.slug)).toMatchObject({ state: 'cancelled' });
  });
});
