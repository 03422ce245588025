// Records test/fixtures/stored/mid-run anew: `node test/support/stored/record-mid-run.ts`. A local copy is killed
// when one batch was sent, one is in doubt and one has to wait, with a confirmation and an issue after them.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResendMailer } from '../../../src/deliver/mailer/resend.ts';
import { createEditor } from '../editor.ts';
import { makeStateFolder, startLocalCopy, until } from '../local-copy.ts';
import { copyMigratedFolder } from '../migrated-folder.ts';
import { startStandIn } from '../resend-process.ts';
import { askPostmaster, dumpStateFolder, MID_RUN } from './state-folder.ts';

const API_KEY = 're_stand_in';
const MINUTE_MS = 60_000;

const state = makeStateFolder();
const standIn = await startStandIn({
  journal: join(state.path, 'journal.jsonl'),
  settings: { apiKey: API_KEY, storesBodies: false },
});
await copyMigratedFolder(state.path);
writeFileSync(join(state.path, 'signing-key'), 'a-signing-key-for-tests-only\n');
const vars = {
  MAILER: 'resend',
  RESEND_API_KEY: API_KEY,
  RESEND_BASE_URL: standIn.url,
  SITE_URL: 'http://127.0.0.1:8787',
};
const copy = await startLocalCopy({
  stateFolder: state.path,
  args: ['--no-demo', ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`])],
});
try {
  const editor = createEditor(copy);
  await editor.subscribe(25);
  await standIn.control({
    faults: [
      { kind: 'latency', ms: 0 },
      { kind: 'reset', when: 'after' },
      { kind: 'error', status: 429, name: 'rate_limit_exceeded', retryAfter: 600, times: 99 },
    ],
  });
  const report = 'The harbour ferry\n\nThe ferry leaves the island at nine.\n';
  await editor.send(await editor.draft([await editor.storeReport(report)]));
  await until(
    async () => (await standIn.record()).requests === 3,
    () => 'three requests',
  );
  const later = await editor.draft([await editor.storeReport('The market\n\nThe market opens at seven.\n')]);
  await editor.send(later, { at: new Date(Date.now() + 10 * MINUTE_MS).toISOString() });
  await fetch(`${copy.url}/subscribe`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'new@example.org' }),
  });
  await until(
    () => askPostmaster(state.path, 'SELECT 1 FROM messages').length === 1,
    () => 'the confirmation to be queued',
  );
} finally {
  await copy.kill();
  await standIn.stop();
}
const { account } = createResendMailer({ apiKey: API_KEY, baseUrl: standIn.url });
rmSync(MID_RUN, { recursive: true, force: true });
dumpStateFolder(state.path, MID_RUN, { now: Date.now(), account: await account() });
state.remove();
