// A run that an earlier version began is ended by this one: it opens the state folder of a copy that was killed with
// one batch sent, one in doubt, one that had to wait, a confirmation in the queue and an issue that was scheduled.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createResendMailer } from '../../src/deliver/mailer/resend.ts';
import { createEditor } from '../support/editor.ts';
import {
  type LocalCopy,
  makeStateFolder,
  type StateFolder,
  startLocalCopyAsItIs,
  until,
} from '../support/local-copy.ts';
import { type StandIn, startStandIn } from '../support/resend-process.ts';
import {
  askPostmaster,
  MID_RUN,
  restoreJournal,
  restoreStateFolder,
} from '../support/stored/state-folder.ts';

const API_KEY = 're_stand_in';
/** Everything that was waiting is due by now, and the provider still knows every key. */
const AGO_MS = 15 * 60_000;
const READERS = Array.from({ length: 25 }, (_, n) => `reader-${n + 1}@example.org`);
const NEWCOMER = 'new@example.org';

let state: StateFolder;
let standIn: StandIn;
let copy: LocalCopy;

beforeAll(async () => {
  state = makeStateFolder();
  const now = Date.now() - AGO_MS;
  standIn = await startStandIn({
    settings: { apiKey: API_KEY },
    journal: restoreJournal(MID_RUN, state.path, now),
  });
  const { account } = createResendMailer({ apiKey: API_KEY, baseUrl: standIn.url });
  restoreStateFolder(MID_RUN, state.path, { now, account: await account() });
});
afterAll(async () => {
  await copy?.kill();
  await standIn?.stop();
  state?.remove();
});

it('each subscriber is served once, under the keys and with the bytes of the version that began the run', async () => {
  const attempts = askPostmaster(
    state.path,
    'SELECT batch, outcome, idempotency_key FROM attempts ORDER BY batch',
  );
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['sent', 'ambiguous', 'wait']);
  const { mails: before } = await standIn.record();
  expect(before).toBe(20);

  copy = await startLocalCopyAsItIs({
    stateFolder: state.path,
    args: [
      ...['--no-demo', '--var', 'MAILER:resend', '--var', `RESEND_API_KEY:${API_KEY}`],
      ...['--var', `RESEND_BASE_URL:${standIn.url}`],
    ],
  });
  const editor = createEditor(copy);
  for (const { id } of await editor.listIssues()) await editor.untilState(id, 'sent');
  await until(
    async () => (await standIn.record()).addresses[NEWCOMER] === 1,
    () => 'the confirmation',
  );

  const mails = await standIn.mails();
  const begun = new Set(attempts.map((attempt) => attempt['idempotency_key']));
  const mailed = (ofBegun: boolean): string[] =>
    mails.filter(({ key, to }) => begun.has(key) === ofBegun && to !== NEWCOMER).map(({ to }) => to);
  expect(mailed(true).sort()).toEqual(READERS.toSorted());
  expect(mailed(false).sort()).toEqual(READERS.toSorted());
  expect(mails).toHaveLength(2 * READERS.length + 1);
  // The provider refuses a key that comes back with another body.
  const { answers, requests } = await standIn.record();
  expect(answers).toEqual({ 200: requests });
  const issues = await editor.listIssues();
  for (const { id } of issues)
    expect(await editor.readProgress(id)).toMatchObject({ sent: READERS.length, failed: 0, unknown: 0 });
});
