// How far the sending of an issue is, as JSON or as a stream of events.

import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import type { Progress } from '../../../../deliver/index.ts';
import { PLANS } from '../../../../env.ts';
import { type IssueState, readIssueSummary } from '../../../../store/index.ts';
import type { Deps } from '../../../deps.ts';
import { notFound } from '../../../errors.ts';
import { toTimeOrNull } from '../../../timestamp.ts';
import { describeWaiting } from '../../../waiting.ts';
import { timeSchema } from '../../pagination.ts';
import { type IssueContext, issueSchema } from '../issue.ts';

/** A browser reconnects by itself, so a stream need not last, and each event costs a query. */
export const STREAM_EVENTS = 20;
const STREAM_EVERY_MS = 1000;

export const progressSchema = z.object({
  state: issueSchema.shape.state,
  reason: z.string().optional(),
  total: z.int(),
  sent: z.int(),
  failed: z.int(),
  unknown: z.int().describe('May have been sent: an editor decides'),
  ratePerSecond: z.number(),
  plan: z
    .object({ name: z.enum(PLANS), ratePerSecond: z.number().nullable() })
    .describe('The setting PLAN, and its maximum of mails per second; null before the run begins'),
  expectedEnd: timeSchema.nullable(),
  waiting: z
    .object({
      for: z.enum(['daily-quota', 'warming-up', 'rate', 'provider', 'account']),
      until: timeSchema.nullable().describe('Approximate; null if unknown'),
      text: z.string().describe("The same in a sentence, in the publication's time zone"),
    })
    .nullable()
    .describe('Why no mail is sent at the moment; null while mails are sent, and when all is over'),
});

/** The state is the issue's own; the figures are the Postmaster's. */
export async function readProgress(deps: Deps, id: string): Promise<z.infer<typeof progressSchema>> {
  const issue = await readIssueSummary(deps.db, id);
  if (issue === null) throw notFound('issue');
  const run: Progress | null = await deps.postmaster().progress(id);
  const reason = issue.reason ?? run?.reason ?? null;
  const waiting = run?.waiting ?? null;
  return {
    state: issue.state,
    ...(reason === null ? {} : { reason }),
    total: run?.total ?? 0,
    sent: run?.sent ?? 0,
    failed: run?.failed ?? 0,
    unknown: run?.unknown ?? 0,
    ratePerSecond: run?.ratePerSecond ?? 0,
    plan: run?.plan ?? { name: deps.config.plan, ratePerSecond: null },
    expectedEnd: run?.expectedEnd ?? null,
    waiting: waiting && {
      for: waiting.for,
      until: toTimeOrNull(waiting.until),
      text: describeWaiting(waiting, deps.now()),
    },
  };
}

export async function showProgress(deps: Deps, c: IssueContext): Promise<Response> {
  const progress = await readProgress(deps, c.req.param('id'));
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Accept');
  if (!(c.req.header('Accept') ?? '').includes('text/event-stream')) return c.json(progress);
  return streamProgress(deps, c, progress);
}

const OVER: readonly IssueState[] = ['sent', 'cancelled', 'failed'];

function streamProgress(deps: Deps, c: IssueContext, first: z.infer<typeof progressSchema>): Response {
  const response = streamSSE(c, async (stream) => {
    let progress = first;
    for (let event = 1; ; event += 1) {
      await stream.writeSSE({ event: 'progress', data: JSON.stringify(progress) });
      if (event === STREAM_EVENTS || stream.aborted || OVER.includes(progress.state)) return;
      await stream.sleep(STREAM_EVERY_MS);
      progress = await readProgress(deps, c.req.param('id'));
    }
  });
  // streamSSE sets `no-cache`, which lets a copy be kept.
  response.headers.set('Cache-Control', 'no-store');
  return response;
}
