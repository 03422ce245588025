// How far the sending of an issue is: as JSON, or as a stream of events.

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import type { Progress } from '../../../deliver/index.ts';
import { PLANS } from '../../../env.ts';
import { type IssueState, readIssueSummary } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound, timeSchema, toTimeOrNull } from '../../pagination.ts';
import { describeWaiting } from '../../waiting.ts';
import { issueSchema } from './view.ts';

/** A browser connects again by itself, so a stream need not last; each event costs a query. */
export const STREAM_EVENTS = 20;
const STREAM_EVERY_MS = 1000;

export const progressSchema = z.object({
  state: issueSchema.shape.state,
  reason: z.string().optional(),
  total: z.int(),
  sent: z.int(),
  failed: z.int(),
  unknown: z.int().describe('Perhaps sent: an editor decides'),
  ratePerSecond: z.number(),
  plan: z
    .object({ name: z.enum(PLANS), ratePerSecond: z.number().nullable() })
    .describe('The setting PLAN, and how many mails a second it allows at most; null before the run begins'),
  expectedEnd: timeSchema.nullable(),
  waiting: z
    .object({
      for: z.enum(['daily-quota', 'warming-up', 'rate', 'provider', 'account']),
      until: timeSchema.nullable().describe('About; null when nobody knows'),
      text: z.string().describe("The same in a sentence, in the publication's time zone"),
    })
    .nullable()
    .describe('Why nothing leaves at this moment; null when something does, or when it is over'),
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

const OVER: readonly IssueState[] = ['sent', 'cancelled', 'failed'];

export function streamProgress(c: Context, deps: Deps, first: z.infer<typeof progressSchema>): Response {
  const response = streamSSE(c, async (stream) => {
    let progress = first;
    for (let event = 1; ; event += 1) {
      await stream.writeSSE({ event: 'progress', data: JSON.stringify(progress) });
      if (event === STREAM_EVENTS || stream.aborted || OVER.includes(progress.state)) return;
      await stream.sleep(STREAM_EVERY_MS);
      progress = await readProgress(deps, c.req.param('id') ?? '');
    }
  });
  // It says `no-cache`, which lets a copy be kept.
  response.headers.set('Cache-Control', 'no-store');
  return response;
}
