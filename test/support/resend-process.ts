// Starts the stand-in of the Resend API as a process of its own, for tests that run in Node.

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Settings } from './resend-account.ts';
import type { Fault } from './resend-faults.ts';
import type { StandInEvent } from './resend-stand-in.ts';

export type Audit = {
  addresses: Record<string, number>;
  mails: number;
  /** Requests that arrived, answered or not. */
  requests: number;
  answers: Record<string, number>;
};

export type StandIn = {
  url: string;
  control(change: { settings?: Partial<Settings>; faults?: Fault[] }): Promise<void>;
  record(): Promise<Audit>;
  /** Reports what happens to each request, as it happens; resolves once it listens. */
  listen(tell: (event: StandInEvent) => void): Promise<void>;
  mails(): Promise<{ to: string; key: string; mail: unknown }[]>;
  stop(): Promise<void>;
};

export async function startStandIn(
  options: { settings?: Partial<Settings>; journal?: string } = {},
): Promise<StandIn> {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('resend-stand-in.ts', import.meta.url)),
      ...['--settings', JSON.stringify(options.settings ?? {})],
      ...(options.journal === undefined ? [] : ['--journal', options.journal]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.add(child);
  const url = await readAddress(child);
  const read = async (path: string) => (await fetch(`${url}${path}`)).json();
  return {
    url,
    control: async (change) => {
      await fetch(`${url}/__control`, { method: 'POST', body: JSON.stringify(change) });
    },
    record: async () => (await read('/__record')) as Audit,
    mails: async () => (await read('/__mails')) as { to: string; key: string; mail: unknown }[],
    listen: async (tell) => {
      const { body } = await fetch(`${url}/__events`);
      if (body === null) throw new Error('the stand-in reports nothing');
      void readLines(body, (line) => tell(JSON.parse(line) as StandInEvent)).catch(() => {
        // It was stopped.
      });
    },
    stop: async () => {
      children.delete(child);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** None outlives this process, however it ends. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

async function readLines(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  }
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the stand-in has no output');
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('the stand-in ended before it listened');
}
