// Stopping a sending for good, pausing it and resuming it.

import { resume } from '../../../../deliver/index.ts';
import { type IssueState, moveIssue } from '../../../../store/index.ts';
import type { Deps } from '../../../deps.ts';
import { Refusal } from '../../../errors.ts';
import { requireIssue } from '../../../rendered.ts';
import type { IssueContext } from '../issue.ts';
import { readProgress } from './progress.ts';

export async function cancel(deps: Deps, c: IssueContext): Promise<Response> {
  const { id } = await requireIssue(deps, c.req.param('id'));
  // The Postmaster's tombstone comes first: a start that is under way finds it.
  const done = await deps.postmaster().cancel(id);
  if (!done.ok) throw new Refusal(409, 'It has been sent already.');
  await moveIssue(deps.db, id, 'cancelled', null, deps.now());
  return c.json(await readProgress(deps, id));
}

export async function pauseSending(deps: Deps, c: IssueContext): Promise<Response> {
  const { id, state } = await requireIssue(deps, c.req.param('id'));
  const done = await deps.postmaster().pause(id);
  if (!done.ok) throw refuseCommand('pause', state, done.error);
  return c.json(await readProgress(deps, id));
}

export async function resumeSending(deps: Deps, c: IssueContext): Promise<Response> {
  const { id, state } = await requireIssue(deps, c.req.param('id'));
  const done = await resume(deps, id);
  if (!done.ok) throw refuseCommand('resume', state, done.error);
  return c.json(await readProgress(deps, id));
}

function refuseCommand(command: 'pause' | 'resume', state: IssueState, error: 'unknown' | 'ended'): Refusal {
  if (error === 'ended') return new Refusal(409, `The sending is over: this issue is ${state}.`);
  if (command === 'resume' && state === 'paused')
    return new Refusal(409, 'The Postmaster does not know this run, so it cannot be resumed.');
  if (state === 'scheduled') return new Refusal(409, 'It is not being sent yet. Cancel it to stop it.');
  return new Refusal(409, `It is not being sent: this issue is ${state}.`);
}
