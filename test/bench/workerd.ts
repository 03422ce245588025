// A Worker of the bench under `wrangler dev`, and what its workerd takes: CPU by /proc (the clock inside a Worker
// stands still while it computes), heap by the inspector.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle } from '../../src/cli/build/bundle.ts';
import { migrate } from '../../src/cli/migrations.ts';
import { findFreePort, killGroup, makeStateFolder, spawnGroup } from '../support/local-copy.ts';

export type BenchWorker = {
  readonly url: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** CPU time of the process since it began, all threads, in milliseconds. Null where there is no /proc. */
  readonly cpuMs: () => number | null;
  readonly residentMB: () => number | null;
  readonly openInspector: () => Promise<Inspector>;
  readonly stop: () => void;
};

export type Inspector = {
  /** The JavaScript heap with its array buffers, in MB. Null when it did not answer in time. */
  readonly readHeapMB: () => Promise<number | null>;
  readonly close: () => void;
};

const PATIENCE_MS = 5_000;
const START_TIMEOUT_MS = 60_000;

export async function startBenchWorker(options: {
  /** The file of the Worker, instead of `main`. */
  readonly script: string;
  readonly config?: string;
  readonly vars?: Readonly<Record<string, string>>;
}): Promise<BenchWorker> {
  const state = makeStateFolder();
  process.once('exit', state.remove);
  let { script } = options;
  if (options.config === undefined) {
    const migrated = await migrate(state.path);
    if (!migrated.ok) throw new Error(migrated.error);
    const built = join(state.path, 'worker');
    await bundle(script, built);
    script = join(built, 'index.mjs');
  }
  const [port, inspectorPort] = [await findFreePort(), await findFreePort()];
  const url = `http://127.0.0.1:${port}`;
  const vars = { LOCAL: 'true', SITE_URL: url, SIGNING_KEY: 'a-signing-key-for-the-bench', ...options.vars };
  const child = spawnGroup([
    'node_modules/wrangler/bin/wrangler.js',
    ...['dev', script, '--ip', '127.0.0.1', '--port', String(port), '--persist-to', state.path],
    ...['--inspector-port', String(inspectorPort), '--log-level', 'warn'],
    ...['--show-interactive-dev-session=false', '--config', options.config ?? 'wrangler.toml'],
    ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ]);
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(url))) {
    const hasFailed = child.process.exitCode !== null || child.output().includes('Build failed');
    if (hasFailed || Date.now() > deadline)
      throw new Error(`the Worker of the bench did not start:\n${child.output()}`);
    await sleep(100);
  }
  const workerd = findWorkerd(child.pid);
  return {
    url,
    fetch: (path, init = {}) =>
      fetch(`${url}${path}`, {
        ...init,
        headers: { Authorization: 'Bearer dev', ...(init.headers as object) },
      }),
    cpuMs: () => (workerd === null ? null : readCpuMs(workerd)),
    residentMB: () => (workerd === null ? null : readResidentMB(workerd)),
    openInspector: () => openInspector(inspectorPort),
    stop: () => {
      killGroup(child.pid);
      state.remove();
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** There are two: one passes requests on, the other, which can be inspected, runs the Worker. */
function findWorkerd(groupId: number): number | null {
  if (!existsSync('/proc/self/schedstat')) return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const isOurs = Number(fields[2]) === groupId;
      if (isOurs && /\bworkerd\0serve/.test(command) && command.includes('--inspector-addr'))
        return Number(pid);
    } catch {
      // It has ended meanwhile.
    }
  }
  return null;
}

/** proc(5): user and system time, from which what waits for the processor is left out, in nanoseconds a thread. */
function readCpuMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => {
    try {
      return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      return 0;
    }
  });
  return threads.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

function readResidentMB(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}

/** Its garbage collector cannot be called from here: a low reading is one that followed a collection. */
async function openInspector(port: number): Promise<Inspector> {
  // It wants to hear from a page of its own; the standard WebSocket has no such option, Node's has.
  const options = { headers: { Origin: 'http://localhost' } } as unknown as string[];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, options);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let asked = 0;
  return {
    readHeapMB: async () => {
      asked += 1;
      const id = asked;
      const answer = new Promise((resolve) => {
        waiting.set(id, resolve);
        setTimeout(resolve, PATIENCE_MS, null).unref();
      });
      socket.send(JSON.stringify({ id, method: 'Runtime.getHeapUsage' }));
      const usage = (await answer) as { usedSize: number; backingStorageSize: number } | null;
      waiting.delete(id);
      return usage === null ? null : (usage.usedSize + usage.backingStorageSize) / 1e6;
    },
    close: () => socket.close(),
  };
}
