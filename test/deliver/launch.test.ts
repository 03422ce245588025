// The protocol between the two stores, over the real D1 and a Postmaster that answers what a test wants.

import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type Launcher, launch, resume } from '../../src/deliver/index.ts';
import { ok, type Result } from '../../src/result.ts';
import { beginSending, moveIssue, readIssue } from '../../src/store/index.ts';
import { approveForSending } from './approved-issue.ts';

const NOW = Date.UTC(2026, 10, 17, 12);

type Answers = {
  start?: Result<{ runId: string }, 'cancelled' | 'differs'>;
  run?: Awaited<ReturnType<Launcher['identify']>>;
};

function postmasterThat({ start = ok({ runId: 'run-1' }), run = null }: Answers) {
  const asked: string[] = [];
  const postmaster: Launcher = {
    start: async () => {
      asked.push('start');
      return start;
    },
    identify: async () => {
      asked.push('identify');
      return run;
    },
    pause: async (_, reason) => asked.push(reason === undefined ? 'pause' : `pause: ${reason}`),
    resume: async () => ok(asked.push('resume')),
    reportAgain: async () => asked.push('tell'),
    cancel: async () => asked.push('cancel'),
  };
  return { asked, deps: { db: env.DB, postmaster: () => postmaster, now: () => NOW } };
}

const stateOf = async (id: string) => {
  const issue = await readIssue(env.DB, id);
  return { state: issue?.state, runId: issue?.runId, reason: issue?.reason };
};

describe('launching', () => {
  it('names the run in D1 when the Postmaster has committed it', async () => {
    const { id } = await approveForSending(NOW);
    const { deps } = postmasterThat({ start: ok({ runId: `run-of-${id}` }) });
    expect(await launch(deps, id)).toEqual({ kind: 'running', runId: `run-of-${id}`, state: 'sending' });
    expect(await stateOf(id)).toEqual({ state: 'sending', runId: `run-of-${id}`, reason: null });
  });

  it('may be repeated: it only looks whether the run is still there', async () => {
    const { id } = await approveForSending(NOW);
    const runId = `run-of-${id}`;
    await launch(postmasterThat({ start: ok({ runId }) }).deps, id);
    const sha256 = (await readIssue(env.DB, id))?.sha256 ?? '';
    const { asked, deps } = postmasterThat({ run: { runId, sha256, state: 'sending' } });
    expect(await launch(deps, id)).toEqual({ kind: 'running', runId, state: 'sending' });
    expect(asked).toEqual(['identify']);
  });

  it('leaves the issue scheduled when the Postmaster does not answer', async () => {
    const { id } = await approveForSending(NOW);
    const { deps } = postmasterThat({});
    const postmaster = () => ({
      ...deps.postmaster(),
      start: async () => {
        throw new Error('no answer');
      },
    });
    await expect(launch({ ...deps, postmaster }, id)).rejects.toThrow('no answer');
    expect(await stateOf(id)).toEqual({ state: 'scheduled', runId: null, reason: null });
  });

  it.each([
    ['does not know', null],
    ['knows under another name', { runId: 'another', sha256: '', state: 'sending' as const }],
  ])('pauses an issue whose run the Postmaster %s, and never starts it again', async (_, run) => {
    const { id } = await approveForSending(NOW);
    await launch(postmasterThat({ start: ok({ runId: `run-of-${id}` }) }).deps, id);
    const { asked, deps } = postmasterThat({ run });
    expect(await launch(deps, id)).toMatchObject({
      kind: 'paused',
      reason: expect.stringContaining('no record of the run'),
    });
    expect(await stateOf(id)).toMatchObject({
      state: 'paused',
      reason: expect.stringContaining('no record'),
    });
    expect(asked).toEqual(['identify', expect.stringMatching(/^pause: The sender has no record of the run/)]);
    await launch(deps, id);
    expect(asked).not.toContain('start');
  });

  it('pauses an issue whose run has other content', async () => {
    const { id } = await approveForSending(NOW);
    const { asked, deps } = postmasterThat({ start: { ok: false, error: 'differs' } });
    expect((await launch(deps, id)).kind).toBe('paused');
    expect(asked).toEqual(['start', expect.stringMatching(/^pause: The content that the sender holds/)]);
    expect(await stateOf(id)).toMatchObject({
      state: 'paused',
      reason: expect.stringContaining('not the content that was approved'),
    });
  });

  it('pauses an issue whose stored template is not what was approved, and starts nothing', async () => {
    const { id } = await approveForSending(NOW, false);
    const { asked, deps } = postmasterThat({});
    expect((await launch(deps, id)).kind).toBe('paused');
    expect(asked).toEqual([expect.stringMatching(/^pause: The content that the sender holds/)]);
  });

  it('pauses an issue whose stored template cannot be read, and says why', async () => {
    const { id } = await approveForSending(NOW, true, () => '{}');
    const { asked, deps } = postmasterThat({});
    expect((await launch(deps, id)).kind).toBe('paused');
    expect(asked).toEqual([
      expect.stringMatching(/^pause: The stored content of this issue cannot be read: from/),
    ]);
  });

  it('has the state reported again when D1 says something else than the Postmaster', async () => {
    const { id } = await approveForSending(NOW);
    const runId = `run-of-${id}`;
    await launch(postmasterThat({ start: ok({ runId }) }).deps, id);
    const sha256 = (await readIssue(env.DB, id))?.sha256 ?? '';
    const { asked, deps } = postmasterThat({ run: { runId, sha256, state: 'sent' } });
    expect(await launch(deps, id)).toEqual({ kind: 'running', runId, state: 'sent' });
    expect(asked).toEqual(['identify', 'tell']);
  });

  it('cancels in D1 what has a tombstone in the Postmaster', async () => {
    const { id } = await approveForSending(NOW);
    const { deps } = postmasterThat({ start: { ok: false, error: 'cancelled' } });
    expect(await launch(deps, id)).toEqual({ kind: 'cancelled' });
    expect((await stateOf(id)).state).toBe('cancelled');
  });

  it.each([
    ['paused', 'pause'],
    ['cancelled', 'cancel'],
  ] as const)('tells the Postmaster when D1 was %s in the meantime', async (state, order) => {
    const { id } = await approveForSending(NOW);
    const { asked, deps } = postmasterThat({ start: ok({ runId: `run-of-${id}` }) });
    const postmaster = () => ({
      ...deps.postmaster(),
      start: async () => {
        await moveIssue(env.DB, id, state, null, NOW);
        return ok({ runId: `run-of-${id}` });
      },
    });
    await launch({ ...deps, postmaster }, id);
    expect(asked).toEqual([order]);
    expect((await stateOf(id)).state).toBe(state);
  });

  it('never moves an issue back that ended before its start was written down', async () => {
    const { id } = await approveForSending(NOW);
    const runId = `run-of-${id}`;
    const { deps } = postmasterThat({});
    const postmaster = () => ({
      ...deps.postmaster(),
      start: async () => {
        const sha256 = (await readIssue(env.DB, id))?.sha256 ?? '';
        await beginSending(env.DB, id, { runId, sha256 }, NOW);
        await moveIssue(env.DB, id, 'sent', null, NOW);
        return ok({ runId });
      },
    });
    expect(await launch({ ...deps, postmaster }, id)).toMatchObject({ state: 'sent' });
    expect((await stateOf(id)).state).toBe('sent');
  });

  it('does nothing for an issue that is unknown, not scheduled, or over', async () => {
    const { asked, deps } = postmasterThat({});
    expect(await launch(deps, 'nobody knows it')).toEqual({ kind: 'not-due', state: null });
    const { id } = await approveForSending(NOW);
    await moveIssue(env.DB, id, 'cancelled', null, NOW);
    expect(await launch(deps, id)).toEqual({ kind: 'not-due', state: 'cancelled' });
    expect(asked).toEqual([]);
  });
});

describe('resuming', () => {
  it.each([
    ['that the Postmaster does not know', null],
    ['under another name', { runId: 'another', sha256: 'a' }],
    ['with other content', { runId: 'ours', sha256: 'b' }],
  ])('does not let a run go on %s', async (_, run) => {
    const { id } = await approveForSending(NOW);
    const sha256 = (await readIssue(env.DB, id))?.sha256 ?? '';
    await beginSending(env.DB, id, { runId: `ours-${id}`, sha256 }, NOW);
    const { asked, deps } = postmasterThat({
      run: run && {
        runId: run.runId === 'ours' ? `ours-${id}` : run.runId,
        sha256: run.sha256 === 'a' ? sha256 : 'b',
        state: 'paused',
      },
    });
    expect(await resume(deps, id)).toEqual({ ok: false, error: 'unknown' });
    expect(asked).toEqual(['identify']);
  });

  it('lets the run go on that D1 names', async () => {
    const { id } = await approveForSending(NOW);
    const run = { runId: `run-of-${id}`, sha256: (await readIssue(env.DB, id))?.sha256 ?? '' };
    await beginSending(env.DB, id, run, NOW);
    const { asked, deps } = postmasterThat({ run: { ...run, state: 'paused' } });
    expect((await resume(deps, id)).ok).toBe(true);
    expect(asked).toEqual(['identify', 'resume']);
  });
});
