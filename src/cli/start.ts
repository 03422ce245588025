// `npm start`: the whole of Copydesk on this machine.

import { beginBuilds } from './build/last-build.ts';
import { migrate } from './migrations.ts';
import { HELP, readOptions } from './options.ts';
import { checkSettings } from './settings/publication-file.ts';
import { lockStateFolder, readSigningKey } from './state-folder.ts';
import { requirePort, startWorker } from './worker.ts';

const options = readOptions(process.argv.slice(2));
if (!options.ok) fail(`${options.error}\n\n${HELP}`);
const { stateFolder, editorToken, demo, help } = options.value;
if (help) {
  console.log(HELP);
  process.exit(0);
}

const mistakes = await checkSettings();
if (mistakes.length > 0) fail(mistakes.join('\n'));

const lock = lockStateFolder(stateFolder);
if (!lock.ok) fail(lock.error);

// Before the database is made, since that takes seconds.
const port = await requirePort(options.value.port);
if (!port.ok) fail(port.error);

console.log('Starting Copydesk …');
const migrated = await migrate(stateFolder);
if (!migrated.ok) fail(migrated.error);
const builds = beginBuilds(stateFolder);
const worker = await startWorker(options.value, readSigningKey(stateFolder), builds.environment);
if (!worker.ok) fail(worker.error);
const { url, ended, stop } = worker.value;

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    isStopping = true;
    stop();
  });

builds.watch(console.error);
if (demo) await showDemo();
console.log(`
  Front page  ${url}/
  Desk        ${url}/desk     (editor token: ${editorToken})
  Outbox      ${url}/desk/outbox
  API         ${url}/api/openapi.json

  Preview a report as a mail:
  curl -s -H "Authorization: Bearer ${editorToken}" -H "Content-Type: text/plain" -H "Accept: text/html" \\
    --data-binary @content/reports/battle-for-pokrovsk.txt ${url}/api/preview > preview.html

  Ctrl-C stops everything.
`);

const exitCode = await ended;
builds.end();
lock.value.release();
if (!isStopping) fail('The Worker ended by itself.');
console.log('Stopped.');
process.exit(isStopping ? 0 : exitCode);

async function showDemo(): Promise<void> {
  try {
    // Loaded here, since it reads the publication, which had to be checked first.
    const { createEditor, runDemo } = await import('./demo.ts');
    const account = await runDemo(createEditor(url, editorToken));
    console.log(`\n${account.join('\n')}`);
  } catch (error) {
    if (!isStopping)
      console.error(`The demonstration failed: ${error instanceof Error ? error.message : error}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
