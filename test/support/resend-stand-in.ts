// A stand-in of the Resend API, as an HTTP process of its own:
//
//   node test/support/resend-stand-in.ts --port 0 [--journal FILE] [--settings JSON]
//
// It prints one line, `stand-in listening on http://127.0.0.1:PORT`. It speaks POST /emails and /emails/batch, and
// for tests:
//   GET  /__record    how many mails each address got, and how requests were answered
//   GET  /__mails     every mail that was taken, in order
//   GET  /__events    what happens to each request, a line of JSON each, for as long as one listens
//   POST /__control   { settings?: Partial<Settings>, faults?: Fault[] }
// With a journal, what was taken is appended to the file before it is answered, and a new process on the same
// file knows all of it.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { type Answer, DEFAULT_SETTINGS, ResendAccount, type Settings } from './resend-account.ts';
import { type Fault, FaultScript } from './resend-faults.ts';

const { values: flags } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    journal: { type: 'string' },
    settings: { type: 'string', default: '{}' },
  },
});

const account = new ResendAccount(
  { ...DEFAULT_SETTINGS, ...(JSON.parse(flags.settings) as Partial<Settings>) },
  flags.journal ?? null,
);
const script = new FaultScript();

const server = createServer((request, response) => {
  void answer(request, response).catch((error: unknown) => {
    // Clients that are killed while they send are what this process is for.
    if (!request.complete) return;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    response.destroy();
  });
});
server.listen(Number(flags.port), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : flags.port;
  process.stdout.write(`stand-in listening on http://127.0.0.1:${port}\n`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  if (path.startsWith('/__')) return control(path, request, response);
  const isKnown = path === '/emails' || path === '/emails/batch';
  if (!isKnown) return reply(response, refuse(404, 'not_found', 'The requested endpoint does not exist.'));
  if (request.method !== 'POST')
    return reply(response, refuse(405, 'method_not_allowed', 'Method is not allowed for this path.'));
  const refused = account.admit({
    authorization: request.headers.authorization ?? null,
    userAgent: request.headers['user-agent'] ?? null,
  });
  if (refused !== null) return reply(response, refused);
  return send(path, request, response);
}

/** What happens to a request; `at` is the machine's clock. */
export type StandInEvent = {
  what: 'arrived' | 'taken' | 'answered';
  /** Counts the requests, so that a repeat under the same key can be recognised. */
  request: number;
  key: string | null;
  at: number;
};

let arrivals = 0;
const listeners = new Set<ServerResponse>();

function tellListeners(event: StandInEvent): void {
  for (const listener of listeners) listener.write(`${JSON.stringify(event)}\n`);
}

async function send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return reply(response, refuse(400, 'validation_error', 'The content type must be application/json.'));
  const validation = request.headers['x-batch-validation'];
  if (validation !== undefined && validation !== 'strict')
    return reply(response, refuse(400, 'validation_error', 'This stand-in knows strict validation only.'));
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' ? header : null;
  const body = await readBody(request);

  arrivals += 1;
  const number = arrivals;
  const tell = (what: StandInEvent['what']) => tellListeners({ what, request: number, key, at: Date.now() });
  response.once('finish', () => tell('answered'));
  tell('arrived');
  const fault = script.next();
  // As it is when the fault is drawn: the script may change while the request is on its way.
  const { keepErrors } = account.settings;
  const settled = account.begin(key, body);
  if (settled !== null) return reply(response, settled);
  const slow = fault?.kind === 'latency' ? fault : null;
  await pause(account.settings.latencyMs + (slow?.when === 'after' ? 0 : (slow?.ms ?? 0)));

  const take = (): Answer => {
    const answer = account.finish(path, key, body);
    if (answer.status < 300) tell('taken');
    return answer;
  };
  if (fault === null || fault.kind === 'latency') {
    const answer = take();
    if (slow?.when === 'after') await pause(slow.ms);
    return reply(response, answer);
  }
  if (fault.when === 'after') take();
  else if (fault.kind === 'error' && keepErrors) account.fail(key, body, faultAnswer(fault));
  else account.forget(key);
  switch (fault.kind) {
    case 'garbage':
      if (fault.endless) return writeForEver(response);
      return reply(response, { status: 200, body: '<html>not json', headers: {} });
    case 'redirect':
      return reply(response, { status: fault.status, body: '', headers: { location: fault.to } });
    case 'error':
      return reply(response, faultAnswer(fault));
    case 'stall':
      await pause(fault.ms);
      return void response.destroy();
    case 'reset':
      return void response.destroy();
  }
}

async function control(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (path === '/__control') {
    const { settings, faults } = JSON.parse(await readBody(request)) as {
      settings?: Partial<Settings>;
      faults?: Fault[];
    };
    account.settings = { ...account.settings, ...settings };
    if (faults !== undefined) script.set(faults);
    return write(response, { status: 200, body: account.settings, headers: {} });
  }
  if (path === '/__record') {
    const addresses: Record<string, number> = {};
    for (const { to } of account.deliveries) addresses[to] = (addresses[to] ?? 0) + 1;
    const { requests, answers, deliveries } = account;
    const record = { addresses, mails: deliveries.length, requests, answers };
    return write(response, { status: 200, body: record, headers: {} });
  }
  if (path === '/__events') {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' }).flushHeaders();
    listeners.add(response);
    response.once('close', () => listeners.delete(response));
    return;
  }
  if (path === '/__mails') return write(response, { status: 200, body: account.deliveries, headers: {} });
  return write(response, refuse(404, 'not_found', 'No such control.'));
}

function faultAnswer(fault: Fault & { kind: 'error' }): Answer {
  const { status, name = 'internal_server_error', message = 'By script.', claims = status } = fault;
  const { body, headers } = refuse(claims, name, message);
  const type = fault.type ?? (fault.html === undefined ? 'application/json' : 'text/html');
  const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return { status, body: fault.html ?? body, headers: { ...headers, 'content-type': type, ...retry } };
}

/** Until the other side has enough of it. */
function writeForEver(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(' '.repeat(64_000)));
  };
  response.on('drain', more);
  more();
}

function reply(response: ServerResponse, given: Answer): void {
  account.count(given);
  write(response, given);
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

const refuse = (status: number, name: string, message: string): Answer => ({
  status,
  body: { statusCode: status, name, message },
  headers: account.headers(),
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
