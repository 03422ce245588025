import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  approveIssue,
  beginSending,
  beginTick,
  createIssue,
  createIssueForSlot,
  createReport,
  editDraft,
  type FrozenIssue,
  hasContent,
  ISSUE_TRANSITIONS,
  type IssueState,
  listDueIssues,
  listIssues,
  moveIssue,
  readIssue,
  scheduleIssue,
} from '../../../src/store/index.ts';
import { emptyDatabase } from '../../support/empty-database.ts';

const db = env.DB;
let reportId = '';

const frozen = (sha256: string): FrozenIssue => ({
  sha256,
  templateJson: JSON.stringify({ html: `<p>${sha256}</p>` }),
  preflightJson: JSON.stringify({ ok: true }),
  fingerprint: `content of ${sha256}`,
  slug: `a-subject-${crypto.randomUUID()}`,
  pageJson: JSON.stringify({ of: sha256 }),
  subject: 'A subject',
  preheader: 'A preheader',
});

async function newDraft(): Promise<string> {
  const id = crypto.randomUUID();
  await createIssue(db, { id, reportIds: [reportId], subject: null, preheader: null }, 1);
  return id;
}

const stateOf = async (id: string): Promise<IssueState> => (await readIssue(db, id))!.state;
const sendAt = (id: string, sha256: string, at = 10) =>
  approveIssue(db, id, 1, frozen(sha256), { at, holdUntil: null }, 2);

beforeEach(async () => {
  await emptyDatabase();
  reportId = await createReport(db, { name: null, raw: 'r', title: null, isSample: false }, 1);
});

describe('a draft', () => {
  it('keeps its reports in their order and gets the next number', async () => {
    const other = await createReport(db, { name: null, raw: 's', title: null, isSample: false }, 1);
    const first = await newDraft();
    const second = crypto.randomUUID();
    await createIssue(db, { id: second, reportIds: [other, reportId], subject: 'S', preheader: 'P' }, 3);
    const issue = (await readIssue(db, second))!;
    expect(issue).toMatchObject({
      state: 'draft',
      reportIds: [other, reportId],
      subject: 'S',
      preheader: 'P',
      sha256: null,
      revision: 1,
    });
    expect(issue.number).toBe((await readIssue(db, first))!.number + 1);
    expect((await listIssues(db, { limit: 9 })).map((one) => one.id)).toEqual([second, first]);
    expect((await listIssues(db, { limit: 9, beforeNumber: issue.number })).map((one) => one.id)).toEqual([
      first,
    ]);
  });

  it('is not made of a report that does not exist', async () => {
    const id = crypto.randomUUID();
    const made = createIssue(db, { id, reportIds: ['999999'], subject: null, preheader: null }, 1);
    await expect(made).rejects.toThrow(/FOREIGN KEY/);
    expect(await readIssue(db, id)).toBeNull();
  });

  it('can be edited, member by member, and each edit is a new revision', async () => {
    const other = await createReport(db, { name: null, raw: 's', title: null, isSample: false }, 1);
    const id = await newDraft();
    expect(await editDraft(db, id, { subject: 'S' }, 2)).toBe(true);
    expect(await editDraft(db, id, { preheader: 'P', reportIds: [other] }, 3)).toBe(true);
    expect(await readIssue(db, id)).toMatchObject({
      subject: 'S',
      preheader: 'P',
      reportIds: [other],
      revision: 3,
    });
    expect(await editDraft(db, id, { subject: null }, 4)).toBe(true);
    expect(await readIssue(db, id)).toMatchObject({ subject: null, preheader: 'P', reportIds: [other] });
  });

  it('cannot be edited once it is approved', async () => {
    const other = await createReport(db, { name: null, raw: 's', title: null, isSample: false }, 1);
    const id = await newDraft();
    await approveIssue(db, id, 1, frozen('a'), null, 2);
    expect(await editDraft(db, id, { subject: 'S', reportIds: [other] }, 3)).toBe(false);
    expect(await readIssue(db, id)).toMatchObject({ subject: 'A subject', reportIds: [reportId] });
  });
});

describe('approval', () => {
  it('freezes what was rendered', async () => {
    const id = await newDraft();
    expect(await approveIssue(db, id, 1, frozen('a'), null, 2)).toBe(true);
    expect(await readIssue(db, id)).toMatchObject({
      state: 'approved',
      sha256: 'a',
      templateJson: '{"html":"<p>a</p>"}',
      preflightJson: '{"ok":true}',
      fingerprint: 'content of a',
      subject: 'A subject',
      preheader: 'A preheader',
      approvedAt: 2,
    });
  });

  it('gives the issue the address that its mail names', async () => {
    const id = await newDraft();
    await approveIssue(db, id, 1, { ...frozen('a'), slug: 'a-subject-0a1b2c3d' }, null, 2);
    expect((await readIssue(db, id))!.slug).toBe('a-subject-0a1b2c3d');
  });

  it('fails when the draft was changed after it was rendered', async () => {
    const id = await newDraft();
    await editDraft(db, id, { subject: 'S' }, 2);
    expect(await approveIssue(db, id, 1, frozen('a'), null, 3)).toBe(false);
    expect(await stateOf(id)).toBe('draft');
  });

  it('cannot be undone by writing other bytes', async () => {
    const id = await newDraft();
    await approveIssue(db, id, 1, frozen('a'), null, 2);
    const change = db.prepare(`UPDATE issues SET template = '{}' WHERE id = ?1`).bind(id).run();
    await expect(change).rejects.toThrow(/frozen/);
  });

  it('succeeds for one of two that approve different bytes at once', async () => {
    const id = await newDraft();
    const won = await Promise.all(['a', 'b'].map((sha256) => sendAt(id, sha256)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await readIssue(db, id))!.sha256).toBe(won[0] ? 'a' : 'b');
  });
});

describe('sending', () => {
  it('is scheduled with the approval, or later with the same bytes only', async () => {
    const [now, later] = [await newDraft(), await newDraft()];
    expect(await sendAt(now, 'a')).toBe(true);
    expect(await stateOf(now)).toBe('scheduled');
    await approveIssue(db, later, 1, frozen('b'), null, 2);
    expect(await scheduleIssue(db, later, 'c', { at: 10, holdUntil: null }, 3)).toBe(false);
    expect(await scheduleIssue(db, later, 'b', { at: 10, holdUntil: 10 }, 3)).toBe(true);
    expect(await scheduleIssue(db, later, 'b', { at: 99, holdUntil: null }, 4)).toBe(false);
    expect(await readIssue(db, later)).toMatchObject({ state: 'scheduled', scheduledAt: 10, holdUntil: 10 });
  });

  it('is due from its time on, the longest due first', async () => {
    const [second, first] = [await newDraft(), await newDraft()];
    await sendAt(second, 'a', 20);
    await sendAt(first, 'b', 10);
    expect(await listDueIssues(db, 9)).toEqual([]);
    expect(await listDueIssues(db, 19)).toEqual([first]);
    expect(await listDueIssues(db, 20)).toEqual([first, second]);
    expect((await beginTick(db, 20, 1)).dueIssues).toEqual([first, second]);
  });

  it('stays on the list of due issues until it ends, so that a lost run is noticed', async () => {
    const id = await newDraft();
    await sendAt(id, 'a', 10);
    await beginSending(db, id, { runId: 'run-1', sha256: 'a' }, 11);
    expect(await listDueIssues(db, 20)).toEqual([id]);
    await moveIssue(db, id, 'sent', null, 12);
    expect(await listDueIssues(db, 20)).toEqual([]);
  });

  it('begins with one run, however often it is repeated', async () => {
    const id = await newDraft();
    await sendAt(id, 'a');
    expect(await beginSending(db, id, { runId: 'run-1', sha256: 'a' }, 11)).toBe('sending');
    expect(await beginSending(db, id, { runId: 'run-1', sha256: 'a' }, 12)).toBe('sending');
    expect(await beginSending(db, id, { runId: 'run-2', sha256: 'a' }, 13)).toBeNull();
    expect(await readIssue(db, id)).toMatchObject({ state: 'sending', runId: 'run-1' });
  });

  it('does not begin for other bytes or before it is scheduled', async () => {
    const [draft, approved, scheduled] = [await newDraft(), await newDraft(), await newDraft()];
    await approveIssue(db, approved, 1, frozen('a'), null, 2);
    await sendAt(scheduled, 'a');
    expect(await beginSending(db, approved, { runId: 'run-1', sha256: 'a' }, 11)).toBeNull();
    expect(await readIssue(db, approved)).toMatchObject({ state: 'approved', runId: null });
    expect(await beginSending(db, draft, { runId: 'run-1', sha256: 'a' }, 11)).toBeNull();
    expect(await beginSending(db, scheduled, { runId: 'run-1', sha256: 'b' }, 11)).toBeNull();
    expect(await stateOf(scheduled)).toBe('scheduled');
  });

  it('reports to the caller that somebody cancelled or paused in between', async () => {
    const [cancelled, paused] = [await newDraft(), await newDraft()];
    await sendAt(cancelled, 'a');
    await sendAt(paused, 'b');
    await moveIssue(db, cancelled, 'cancelled', null, 11);
    await moveIssue(db, paused, 'paused', 'the hashes differ', 11);
    expect(await beginSending(db, cancelled, { runId: 'run-1', sha256: 'a' }, 12)).toBe('cancelled');
    expect(await beginSending(db, paused, { runId: 'run-2', sha256: 'b' }, 12)).toBe('paused');
    expect(await readIssue(db, paused)).toMatchObject({ runId: 'run-2', reason: 'the hashes differ' });
  });

  it('may be paused again for another reason, and keeps that', async () => {
    const id = await newDraft();
    await sendAt(id, 'a');
    await beginSending(db, id, { runId: `run of ${id}`, sha256: 'a' }, 10);
    expect(await moveIssue(db, id, 'paused', 'first', 11)).toBe(true);
    expect(await moveIssue(db, id, 'paused', 'first', 12)).toBe(false);
    expect(await moveIssue(db, id, 'paused', 'second', 13)).toBe(true);
    expect(await readIssue(db, id)).toMatchObject({ state: 'paused', reason: 'second' });
  });

  it('is not resumed without a run', async () => {
    const id = await newDraft();
    await sendAt(id, 'a');
    await moveIssue(db, id, 'paused', 'no run', 11);
    expect(await moveIssue(db, id, 'sending', null, 12)).toBe(false);
    expect(await readIssue(db, id)).toMatchObject({ state: 'paused', reason: 'no run' });
  });
});

describe('the clock', () => {
  const forSlot = (slot: number, sha256: string) => ({
    id: crypto.randomUUID(),
    slot,
    reportIds: [reportId],
    note: null,
    outcome: { kind: 'scheduled' as const, frozen: frozen(sha256) },
  });

  it('makes one issue for a slot, also when two ticks run at once', async () => {
    const issues = [forSlot(1000, 'a'), forSlot(1000, 'a')];
    const made = await Promise.all(issues.map((issue) => createIssueForSlot(db, issue, 1001)));
    expect(made.filter(Boolean)).toHaveLength(1);
    const all = await listIssues(db, { limit: 9 });
    expect(issues.map(({ outcome }) => outcome.frozen.slug)).toContain(all[0]!.slug);
    expect(await db.prepare('SELECT count(*) AS n FROM issue_pages').first('n')).toBe(1);
    expect(all).toMatchObject([
      { state: 'scheduled', origin: 'clock', slot: 1000, reportIds: [reportId], scheduledAt: 1001 },
    ]);
    expect((await beginTick(db, 1, 1)).lastSlots).toMatchObject({ every: 1000, weekly: null });
  });

  it('leaves a draft with its reason', async () => {
    const issue = { ...forSlot(1000, 'a'), outcome: { kind: 'drafted' as const, reason: 'no text part' } };
    expect(await createIssueForSlot(db, issue, 1001)).toBe(true);
    expect(await readIssue(db, issue.id)).toMatchObject({
      state: 'draft',
      reason: 'no text part',
      sha256: null,
      scheduledAt: null,
    });
  });

  it('knows which content was approved, and was not stopped before it began', async () => {
    const [first, second] = [await newDraft(), await newDraft()];
    await approveIssue(db, first, 1, frozen('a'), null, 2);
    await sendAt(second, 'b');
    expect(await hasContent(db, 'content of a')).toBe(true);
    expect(await hasContent(db, 'content of b')).toBe(true);
    expect(await hasContent(db, 'content of c')).toBe(false);
    await moveIssue(db, first, 'cancelled', null, 4);
    await beginSending(db, second, { runId: 'run-1', sha256: 'b' }, 4);
    await moveIssue(db, second, 'cancelled', null, 5);
    expect(await hasContent(db, 'content of a')).toBe(false);
    expect(await hasContent(db, 'content of b')).toBe(true);
  });
});

it('whatever is tried in whatever order, an issue only moves along its graph and keeps its frozen bytes', async () => {
  const actions: Record<string, (id: string) => Promise<unknown>> = {
    edit: (id) => editDraft(db, id, { subject: 'S' }, 2),
    approve: async (id) => approveIssue(db, id, (await readIssue(db, id))!.revision, frozen('a'), null, 2),
    'approve others': async (id) =>
      approveIssue(db, id, (await readIssue(db, id))!.revision, frozen('b'), null, 2),
    'approve and send': (id) => sendAt(id, 'a'),
    schedule: (id) => scheduleIssue(db, id, 'a', { at: 1, holdUntil: null }, 2),
    begin: (id) => beginSending(db, id, { runId: `run of ${id}`, sha256: 'a' }, 2),
    'begin another': (id) => beginSending(db, id, { runId: `other run of ${id}`, sha256: 'a' }, 2),
    pause: (id) => moveIssue(db, id, 'paused', 'r', 2),
    resume: (id) => moveIssue(db, id, 'sending', null, 2),
    finish: (id) => moveIssue(db, id, 'sent', null, 2),
    cancel: (id) => moveIssue(db, id, 'cancelled', null, 2),
    fail: (id) => moveIssue(db, id, 'failed', 'r', 2),
  };
  const path = (from: IssueState, to: IssueState): boolean =>
    from === to || ISSUE_TRANSITIONS[from].includes(to);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...Object.keys(actions)), { minLength: 1, maxLength: 3 }), {
        maxLength: 8,
      }),
      async (rounds) => {
        const id = await newDraft();
        let before = (await readIssue(db, id))!;
        for (const round of rounds) {
          await Promise.all(round.map((name) => actions[name]!(id)));
          const after = (await readIssue(db, id))!;
          if (round.length === 1) {
            const viaApproved =
              round[0] === 'approve and send' && before.state === 'draft' && after.state === 'scheduled';
            expect(viaApproved || path(before.state, after.state), `${before.state} -> ${after.state}`).toBe(
              true,
            );
          }
          if (before.sha256 !== null) expect(after.templateJson).toBe(before.templateJson);
          if (before.runId !== null) expect(after.runId).toBe(before.runId);
          if (ISSUE_TRANSITIONS[before.state].length === 0) expect(after.state).toBe(before.state);
          before = after;
        }
      },
    ),
    { numRuns: 60 },
  );
});
