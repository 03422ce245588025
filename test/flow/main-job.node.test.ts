// The main job on a real local copy: a messy report becomes one mail for each subscriber, by the clock and by hand.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { dueSlots } from '../../src/clock/calendar.ts';
import { createEditor, MESSY_REPORT } from '../support/editor.ts';
import { type LocalCopy, makeStateFolder, type StateFolder, startLocalCopy } from '../support/local-copy.ts';

const lastSlot = (): number => {
  const { timeZone, sending } = publication;
  return dueSlots(null, Date.now(), { timeZone, ...sending, lateByHours: 7 * 24 }).due ?? 0;
};

describe('on a fresh state', { timeout: 120_000 }, () => {
  let state: StateFolder;
  let copy: LocalCopy;
  let editor: ReturnType<typeof createEditor>;

  beforeEach(async () => {
    state = makeStateFolder();
    copy = await startLocalCopy({ stateFolder: state.path, args: ['--no-demo'] });
    editor = createEditor(copy);
  }, 120_000);
  afterEach(async () => {
    await copy.kill();
    state.remove();
  });

  async function expectOneCleanMailEach(addresses: readonly string[]): Promise<void> {
    const { count, mails } = await editor.readOutbox();
    expect(count).toBe(addresses.length);
    expect(mails.map((mail) => mail.to).sort()).toEqual([...addresses].sort());
    const text = await editor.readMailText(mails[0]?.id ?? '');
    expect(text).not.toMatch(/also read/i);
    expect(text).toMatch(/\nQ: How many Russian/);
    expect(text).toMatch(/passages came in/);
  }

  it('the clock puts the digest into the outbox once, however often it ticks', async () => {
    const addresses = await editor.subscribe(7);
    await editor.storeReport(MESSY_REPORT);
    expect((await editor.tick(lastSlot())).status).toBe(200);
    const [issue] = await editor.listIssues();
    await editor.untilState(issue?.id ?? '', 'sent');
    await expectOneCleanMailEach(addresses);

    for (const minutes of [0, 5, 10]) await editor.tick(lastSlot() + minutes * 60_000);
    expect(await editor.listIssues()).toHaveLength(1);
    expect((await editor.readOutbox()).count).toBe(addresses.length);
  });

  it('an editor puts the digest into the outbox once, however often it is sent', async () => {
    const addresses = await editor.subscribe(7);
    const id = await editor.draft([await editor.storeReport(MESSY_REPORT)]);
    const first = await editor.send(id);
    const second = await editor.send(id);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.runId).toBe(first.runId);
    await editor.untilState(id, 'sent');
    expect((await editor.send(id)).runId).toBe(first.runId);
    await expectOneCleanMailEach(addresses);
    expect(await editor.readProgress(id)).toMatchObject({
      state: 'sent',
      total: 7,
      sent: 7,
      failed: 0,
      unknown: 0,
    });
  });
});
