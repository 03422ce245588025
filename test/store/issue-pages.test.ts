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
  moveIssue,
  readIssuePage,
} from '../../src/store/index.ts';

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
const page = () => readIssuePage(db, 'a-subject-0a1b2c3d');

beforeEach(async () => {
  await db.batch(
    ['slots', 'issue_reports', 'issues', 'reports'].map((table) => db.prepare(`DELETE FROM ${table}`)),
  );
  reportId = await createReport(db, { name: null, raw: 'r', title: null, isSample: false }, 1);
  id = crypto.randomUUID();
  await createIssue(db, { id, reportIds: [reportId], subject: null, preheader: null }, 1);
});

describe('what an issue shows on the web', () => {
  it('is there from approval on, and not before', async () => {
    expect(await page()).toBeNull();
    await approve();
    expect(await page()).toMatchObject({ id, state: 'approved', approvedAt: 7, pageJson: '{"a":1}' });
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
    expect(await page()).toMatchObject({ state: 'scheduled', pageJson: '{"a":1}' });
  });

  it('is what the approval that won had rendered', async () => {
    const won = await Promise.all([approve(frozen('"one"', 'a')), approve(frozen('"two"', 'b'))]);
    expect(won.filter(Boolean)).toHaveLength(1);
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
