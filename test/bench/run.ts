// One run of an issue in the Worker of the bench, against the stand-in, and what the process took for it.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan } from '../../src/env.ts';
import { createEditor } from '../support/editor.ts';
import type { Settings } from '../support/resend-account.ts';
import { type StandIn, startStandIn } from '../support/resend-process.ts';
import { type BenchWorker, startBenchWorker } from './workerd.ts';

export type Stage = { readonly worker: BenchWorker; readonly standIn: StandIn };

/** A provider that is as fast as it can be, and keeps no words of the mails. */
const FAST: Partial<Settings> = { rateLimit: 1000, latencyMs: 0, storesBodies: false };

export async function setStage(plan: Plan, settings: Partial<Settings> = FAST): Promise<Stage> {
  const standIn = await startStandIn({ settings });
  const worker = await startBenchWorker({
    script: 'test/bench/worker.ts',
    vars: { PLAN: plan, MAILER: 'resend', RESEND_API_KEY: 're_stand_in', RESEND_BASE_URL: standIn.url },
  });
  return { worker, standIn };
}

export async function strike({ worker, standIn }: Stage): Promise<void> {
  worker.stop();
  await standIn.stop();
}

export async function subscribe(worker: BenchWorker, count: number): Promise<void> {
  const response = await worker.fetch(`/bench/subscribe?times=${count}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
}

/** Sends the report to everybody who is active. @returns the issue's id; the run goes on. */
export async function beginRun(worker: BenchWorker, report: string): Promise<string> {
  const editor = createEditor(worker);
  const issue = await editor.draft([await editor.storeReport(report)]);
  const { status } = await editor.send(issue);
  if (status !== 202) throw new Error(`sending was answered with ${status}`);
  return issue;
}

export type Finished = { readonly sent: number; readonly total: number; readonly isSent: boolean };

/** Looks now and then how far it is, until it has ended or the time is over. */
export async function followRun(
  worker: BenchWorker,
  issue: string,
  options: { everyMs: number; longestMs: number; look?: (sent: number, total: number) => Promise<void> },
): Promise<Finished> {
  const editor = createEditor(worker);
  const deadline = Date.now() + options.longestMs;
  for (;;) {
    const { state, sent, total } = await editor.readProgress(issue);
    await options.look?.(sent, total);
    if (state === 'sent' || Date.now() > deadline) return { sent, total, isSent: state === 'sent' };
    if (state !== 'sending' && state !== 'scheduled') throw new Error(`the issue is ${state}`);
    await sleep(options.everyMs);
  }
}
