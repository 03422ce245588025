// `wrangler dev` as a child process: started, waited for, stopped with its parent.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../result.ts';
import { ROOT, type StartOptions } from './options.ts';

const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;
const KEPT_LINES = 200;
const MAX_ATTEMPTS = 3;
const ENVIRONMENT = {
  WRANGLER_SEND_METRICS: 'false',
  // Its build command calls `node`: this makes it the one that runs here, whatever the machine has.
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
};

export type RunningWorker = {
  readonly url: string;
  /** Resolves when the child has ended, with its exit code. */
  readonly ended: Promise<number>;
  readonly stop: () => void;
};

export async function startWorker(
  options: StartOptions,
  signingKey: string,
  environment: Readonly<Record<string, string>>,
): Promise<Result<RunningWorker, string>> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await requirePort(options.port);
    if (!port.ok) return port;
    const started = await startOnce(options, signingKey, environment);
    // Wrangler uses more ports than ours, and may lose one of them to another process.
    const isPortLost = !started.ok && started.error.includes('Address already in use');
    if (!isPortLost || attempt === MAX_ATTEMPTS) return started;
  }
}

async function startOnce(
  options: StartOptions,
  signingKey: string,
  environment: Readonly<Record<string, string>>,
): Promise<Result<RunningWorker, string>> {
  const url = `http://${HOST}:${options.port}`;
  const bootId = randomUUID();
  const vars = [
    'LOCAL:true',
    `SITE_URL:${url}`,
    `SIGNING_KEY:${signingKey}`,
    `BOOT_ID:${bootId}`,
    ...options.vars,
  ];
  // Not detached: a signal to this process group ends the child too.
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/wrangler/bin/wrangler.js'),
      'dev',
      ...['--ip', HOST, '--port', String(options.port), '--persist-to', options.stateFolder],
      ...['--show-interactive-dev-session=false', '--log-level', 'warn'],
      ...vars.flatMap((pair) => ['--var', pair]),
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...ENVIRONMENT, ...environment } },
  );
  const log = keepLog(child);
  let exitCode: number | null = null;
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      exitCode = code ?? 1;
      resolve(exitCode);
    });
  });

  const deadline = Date.now() + START_TIMEOUT_MS;
  // After a failed build wrangler silently waits for the next edit, so this ends it.
  while (Date.now() < deadline && exitCode === null && !log.text().includes('[ERROR]')) {
    const health = await readHealth(url);
    if (health?.bootId === bootId) {
      log.show();
      return ok({ url, ended, stop: () => child.kill('SIGTERM') });
    }
    if (health?.refusal !== undefined) {
      child.kill('SIGTERM');
      await ended;
      return err(health.refusal);
    }
    await sleep(POLL_MS);
  }
  child.kill('SIGTERM');
  await ended;
  return err(`The Worker did not start.\n${log.text()}`);
}

/** Hides wrangler's output during the start, so that a newcomer reads our lines; shows it from then on. */
function keepLog(child: ChildProcess) {
  const lines: string[] = [];
  let shown = false;
  const take = (chunk: Buffer) => {
    if (shown) process.stderr.write(chunk);
    else lines.push(chunk.toString());
    if (lines.length > KEPT_LINES) lines.shift();
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return {
    text: () => lines.join(''),
    show: () => {
      shown = true;
    },
  };
}

/**
 * @returns null while nothing answers. A Worker without its settings says what is missing. A running one has a boot id,
 * even if something else is wrong.
 */
async function readHealth(url: string): Promise<{ bootId?: string; refusal?: string } | null> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) });
    const health = (await response.json()) as { bootId?: string };
    if (health.bootId !== undefined) return health;
    const { detail } = (await (await fetch(`${url}/api`)).json()) as { detail: string };
    return { refusal: detail };
  } catch {
    return null;
  }
}

export const requirePort = async (port: number): Promise<Result<null, string>> =>
  (await isPortFree(port))
    ? ok(null)
    : err(`Port ${port} is taken. Choose another one: npm start -- --port N`);

function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
