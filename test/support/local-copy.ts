// A real local copy of Copydesk, started as `npm start` starts it, in a process group of its own that a test can kill
// like a power cut.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyMigratedFolder } from './migrated-folder.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const START = 'src/cli/start.ts';
const PATIENCE_MS = 90_000;

export type LocalCopy = {
  readonly url: string;
  /** Of its processes: `wrangler`, `workerd` and what else it started. */
  readonly groupId: number;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Resolves when the output holds the text. */
  readonly untilPrinted: (text: string) => Promise<void>;
  /** Ctrl-C: SIGINT to the whole group, as a terminal sends it. */
  readonly interrupt: () => Promise<number>;
  /** SIGKILL to the whole group; resolves when the port refuses. */
  readonly kill: () => Promise<void>;
  /** As an editor. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
};

export type StateFolder = { readonly path: string; readonly remove: () => void };

export function makeStateFolder(): StateFolder {
  const path = mkdtempSync(join(tmpdir(), 'copydesk-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

export type CopyOptions = {
  readonly stateFolder: string;
  readonly port?: number;
  readonly args?: readonly string[];
};

/** Starts a copy and waits until its server answers. An empty folder gets a database that is up to date. */
export async function startLocalCopy(options: CopyOptions): Promise<LocalCopy> {
  if (readdirSync(options.stateFolder).length === 0) await copyMigratedFolder(options.stateFolder);
  return startLocalCopyAsItIs(options);
}

/** The same on the folder as it is: on an empty one the database is made, as at a newcomer's first start. */
export async function startLocalCopyAsItIs(options: CopyOptions): Promise<LocalCopy> {
  const copy = spawnLocalCopy({ ...options, port: options.port ?? (await findFreePort()) });
  await copy.untilAnswering();
  return copy;
}

/** Starts a copy and waits for nothing. */
export function spawnLocalCopy(
  options: CopyOptions & { readonly port: number },
): LocalCopy & { readonly untilAnswering: () => Promise<void> } {
  const { port, stateFolder, args = [] } = options;
  const child = spawnGroup([START, '--port', String(port), '--persist-to', stateFolder, ...args]);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    groupId: child.pid,
    output: child.output,
    untilAnswering: async () => {
      const deadline = Date.now() + PATIENCE_MS;
      while (!(await answers(url))) {
        if (child.process.exitCode !== null || Date.now() > deadline)
          throw new Error(`the copy did not start:\n${child.output()}`);
        await sleep(50);
      }
    },
    untilPrinted: (text) =>
      until(
        () => child.output().includes(text),
        () => `"${text}" in:\n${child.output()}`,
      ),
    interrupt: async () => {
      const ended = once(child.process, 'exit');
      process.kill(-child.pid, 'SIGINT');
      const [code] = await ended;
      return code as number;
    },
    kill: async () => {
      const isGone = child.process.exitCode !== null || child.process.signalCode !== null;
      const ended = isGone ? null : once(child.process, 'exit');
      killGroup(child.pid);
      // One process holds the lock, another the port.
      await ended;
      await until(
        () => refuses(port),
        () => 'the port to refuse',
      );
    },
    fetch: (path, init = {}) =>
      fetch(`${url}${path}`, {
        ...init,
        headers: { Authorization: 'Bearer dev', ...(init.headers as object) },
      }),
  };
}

/** Runs `npm start` with arguments that make it exit by itself. */
export async function runStart(args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawnGroup([START, ...args]);
  const [code] = await once(child.process, 'exit');
  return { code: code as number, output: child.output() };
}

/**
 * Below the ports that systems use for outgoing connections, so that none of those takes it while a copy is down
 * between a kill and its next start.
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 22_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Waits for a fact, however slow the machine is; a minute and a half without it is a failure. */
export async function until(holds: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what()}`);
    await sleep(50);
  }
}

/** Runs a script of the project in Node, in a process group of its own. */
export function spawnGroup(args: readonly string[]): {
  process: ChildProcess;
  pid: number;
  output: () => string;
} {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const pid = child.pid;
  if (pid === undefined) throw new Error('the process did not start');
  groups.add(pid);
  return { process: child, pid, output: () => output };
}

/** Groups that were not killed yet. None outlives this process, however it ends. */
const groups = new Set<number>();
process.once('exit', () => groups.forEach(killGroup));

export function killGroup(pid: number): void {
  groups.delete(pid);
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

/** A broken connection is not a refused one: the dying process may still hold the port. */
function refuses(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    // A running copy has a boot id, also while its provider refuses it.
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) });
    return typeof ((await response.json()) as { bootId?: string }).bootId === 'string';
  } catch {
    return false;
  }
}
