// `npm start`: the whole of Copydesk on this machine.

import { HELP, readOptions } from './options.ts';
import { lockStateFolder, readSigningKey } from './state-folder.ts';
import { startWorker } from './worker.ts';

const options = readOptions(process.argv.slice(2));
if (!options.ok) fail(`${options.error}\n\n${HELP}`);
if (options.value.help) {
  console.log(HELP);
  process.exit(0);
}

const lock = lockStateFolder(options.value.stateFolder);
if (!lock.ok) fail(lock.error);

console.log('Starting Copydesk …');
const worker = await startWorker(options.value, readSigningKey(options.value.stateFolder));
if (!worker.ok) fail(worker.error);
const { url, ended, stop } = worker.value;

console.log(`
  Front page  ${url}/
  API         ${url}/api/openapi.json

  Preview the sample report as a mail:
  curl -s -H "Authorization: Bearer dev" -H "Content-Type: text/plain" -H "Accept: text/html" \\
    --data-binary @content/reports/pokrovsk.txt ${url}/api/preview > preview.html

  Ctrl-C stops everything.
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopping = true;
    stop();
  });
const exitCode = await ended;
lock.value.release();
if (!stopping) fail('The Worker ended by itself.');
console.log('Stopped.');
process.exit(stopping ? 0 : exitCode);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
