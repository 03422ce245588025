// The Durable Object itself, with its own alarm, the real D1 and the local outbox.

import { abortAllDurableObjects, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { importSigningKeys, verifyToken } from '../../../src/crypto/tokens.ts';
import { launch, POSTMASTER_NAME, PostmasterObject, resume } from '../../../src/deliver/index.ts';
import { beginSending, getOutboxMail, listOutbox, readIssue, unsubscribe } from '../../../src/store/index.ts';
import { approveForSending, subscribe } from '../approved-issue.ts';

const postmaster = (): DurableObjectStub<PostmasterObject> => env.POSTMASTER.getByName(POSTMASTER_NAME);
const deps = { db: env.DB, postmaster, now: Date.now };

const outboxOf = async (subject: string) =>
  (await listOutbox(env.DB, { limit: 10_000 })).filter((mail) => mail.subject === subject);

/** Alarms fire by themselves, too: this only spares the wait. */
async function untilState(id: string, state: string): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if ((await readIssue(env.DB, id))?.state === state) return;
    await runDurableObjectAlarm(postmaster());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the issue did not become ${state}`);
}

describe('the Postmaster', () => {
  it('sends a launched issue to every subscriber once and says so in D1', async () => {
    const emails = await subscribe(120, Date.now());
    const { id, template } = await approveForSending(Date.now());
    expect(await launch(deps, id)).toMatchObject({ kind: 'running', state: 'sending' });
    await untilState(id, 'sent');
    const mails = await outboxOf(template.subject);
    expect(mails.map(({ to }) => to).sort()).toEqual([...emails].sort());
    expect(await postmaster().progress(id)).toMatchObject({ state: 'sent', total: 120, sent: 120 });
  });

  it('gives every subscriber an unsubscribe link of their own, which verifies', async () => {
    const { id, template } = await approveForSending(Date.now());
    await launch(deps, id);
    await untilState(id, 'sent');
    const keys = await importSigningKeys(env.SIGNING_KEY);
    const [first, second] = await outboxOf(template.subject);
    const tokens = [];
    for (const entry of [first, second]) {
      const mail = await getOutboxMail(env.DB, entry?.id ?? '');
      const token = /unsubscribe\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
      expect(mail?.headers['List-Unsubscribe']).toContain(`/unsubscribe/${token}>`);
      const subscriber = mail?.tags.find(({ name }) => name === 'subscriber')?.value;
      expect(await verifyToken(keys, 'unsubscribe', token, 0)).toMatchObject({
        value: { subject: subscriber },
      });
      tokens.push(token);
    }
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it('sends nothing to anyone who unsubscribed', async () => {
    const [email] = await subscribe(1, Date.now(), 'leaver.example');
    const row = await env.DB.prepare('SELECT id FROM subscribers WHERE email = ?')
      .bind(email)
      .first<number>('id');
    await unsubscribe(env.DB, String(row), Date.now());
    const { id, template } = await approveForSending(Date.now());
    await launch(deps, id);
    await untilState(id, 'sent');
    expect((await outboxOf(template.subject)).map(({ to }) => to)).not.toContain(email);
  });

  it('goes on after its process was ended, and sends nobody a second mail', async () => {
    await subscribe(450, Date.now(), 'many.example');
    const { id, template } = await approveForSending(Date.now());
    await launch(deps, id);
    for (let n = 0; n < 3; n += 1) {
      await runDurableObjectAlarm(postmaster()).catch(() => {});
      await abortAllDurableObjects();
      await launch(deps, id);
      await postmaster().wake();
    }
    await untilState(id, 'sent');
    const addresses = (await outboxOf(template.subject)).map(({ to }) => to);
    expect(addresses.length).toBeGreaterThan(450);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('pauses an issue whose run it does not know', async () => {
    const { id, template } = await approveForSending(Date.now());
    const sha256 = (await readIssue(env.DB, id))?.sha256 ?? '';
    await beginSending(env.DB, id, { runId: 'lost with its storage', sha256 }, Date.now());
    expect((await launch(deps, id)).kind).toBe('paused');
    expect(await readIssue(env.DB, id)).toMatchObject({
      state: 'paused',
      reason: expect.stringContaining('will not start again by itself'),
    });
    expect(await outboxOf(template.subject)).toEqual([]);
  });

  it('stops a run of other content when its issue is paused for that, and does not let it go on', async () => {
    const { id, template } = await approveForSending(Date.now());
    const other = { ...template, subject: `Other than ${id}` };
    await postmaster().start({ issueId: id, sha256: 'b'.repeat(64), template: other, audience: 'every' });
    expect((await launch(deps, id)).kind).toBe('paused');
    expect(await resume(deps, id)).toEqual({ ok: false, error: 'unknown' });
    expect((await postmaster().progress(id))?.state).not.toBe('sending');
    expect(await readIssue(env.DB, id)).toMatchObject({ state: 'paused', runId: null });
  });

  it('tells D1 again of a run that is over, when D1 was brought back to an earlier state', async () => {
    const { id } = await approveForSending(Date.now());
    await launch(deps, id);
    await untilState(id, 'sent');
    await env.DB.prepare(`UPDATE issues SET state = 'scheduled', run_id = NULL, sent_at = NULL WHERE id = ?`)
      .bind(id)
      .run();
    await launch(deps, id);
    await launch(deps, id);
    expect((await readIssue(env.DB, id))?.state).toBe('sent');
  });

  it('tells D1 again at every order, also when the run is there already', async () => {
    const { id } = await approveForSending(Date.now());
    await launch(deps, id);
    await untilState(id, 'sent');
    await env.DB.prepare(`UPDATE issues SET state = 'paused', reason = 'before' WHERE id = ?`).bind(id).run();
    expect(await resume(deps, id)).toEqual({ ok: false, error: 'ended' });
    expect((await readIssue(env.DB, id))?.state).toBe('sent');
  });

  it('calls again at once for a process that died, whatever alarm that had set', async () => {
    await runInDurableObject(env.POSTMASTER.getByName('born again'), async (_, state) => {
      const now = Date.now();
      state.storage.sql.exec(
        `INSERT INTO messages (id, purpose, address_hash, address, template, token, state, digest, tries,
           first_try_at, next_at, created_at)
         VALUES ('m', 'test', 'h', 'ed@example.com', '{}', 't', 'calling', 'd', 1, ?1, ?1, ?1)`,
        now,
      );
      state.storage.sql.exec(
        `INSERT INTO attempts (message_id, generation, idempotency_key, size, started_at)
         VALUES ('m', 0, 'k', 1, ?)`,
        now,
      );
      await state.storage.setAlarm(now + 600_000);
      const born = new PostmasterObject(state, env);
      await vi.waitUntil(async () => ((await state.storage.getAlarm()) ?? 0) < now + 600_000);
      expect(born).toBeInstanceOf(PostmasterObject);
      await state.storage.deleteAlarm();
    });
  });

  it('sends a test mail once', async () => {
    const { template } = await approveForSending(Date.now());
    const message = {
      id: crypto.randomUUID(),
      purpose: 'test',
      to: 'editor@desk.example',
      token: 'x',
    } as const;
    expect(await postmaster().sendOne({ ...message, template })).toBe('queued');
    expect(await postmaster().sendOne({ ...message, template })).toBe('repeated');
    for (let n = 0; n < 100 && (await outboxOf(template.subject)).length === 0; n += 1) {
      await runDurableObjectAlarm(postmaster());
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await runDurableObjectAlarm(postmaster());
    expect(await outboxOf(template.subject)).toMatchObject([{ to: 'editor@desk.example' }]);
  });

  it('pauses, resumes and cancels, and D1 follows', async () => {
    const { id } = await approveForSending(Date.now());
    expect(await postmaster().pause(id)).toEqual({ ok: false, error: 'unknown' });
    const cancelled = await postmaster().cancel(id);
    expect(cancelled).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(await launch(deps, id)).toEqual({ kind: 'cancelled' });
    expect((await readIssue(env.DB, id))?.state).toBe('cancelled');
  });
});
