// What every mailer must do. Both mailers are tested with this.

import { expect, it } from 'vitest';
import type { Mail, Mailer } from '../../../src/deliver/mailer/mailer.ts';
import { classify } from '../../../src/deliver/policy/outcome.ts';

export type Bench = {
  mailer: Mailer;
  /** How many mails each address got, and what the last one looked like. */
  received(): Promise<Record<string, number>>;
};

export const mailTo = (to: string, subject = 'What came in'): Mail => ({
  from: 'The Desk <desk@example.com>',
  to: [to],
  subject,
  html: '<p>Grüße &amp; more</p>',
  text: 'Grüße & more',
  reply_to: 'editor@example.com',
  headers: { 'List-Unsubscribe': '<https://desk.example/unsubscribe/1>' },
  tags: [{ name: 'subscriber', value: '1' }],
});

export async function digestOf(mails: readonly Mail[]): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bodyOf(mails)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const bodyOf = (mails: readonly Mail[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(JSON.stringify(mails)));

export async function send(mailer: Mailer, key: string, mails: readonly Mail[]) {
  const reply = await mailer.send({ key, digest: await digestOf(mails), body: bodyOf(mails) });
  return { reply, outcome: classify(reply, mails.length) };
}

export function describeMailer(open: () => Bench): void {
  it('takes a batch and names every mail in it', async () => {
    const { mailer, received } = open();
    const { reply, outcome } = await send(mailer, 'k-take', [mailTo('a@take.test'), mailTo('b@take.test')]);
    expect(outcome.kind).toBe('sent');
    expect(reply).toMatchObject({ kind: 'accepted', ids: [expect.any(String), expect.any(String)] });
    expect(await received()).toMatchObject({ 'a@take.test': 1, 'b@take.test': 1 });
  });

  it('sends nothing new for a key that it knows, and answers the same ids', async () => {
    const { mailer, received } = open();
    const mails = [mailTo('a@again.test'), mailTo('b@again.test')];
    const first = await send(mailer, 'k-again', mails);
    const second = await send(mailer, 'k-again', mails);
    expect(second.reply).toMatchObject({ ids: first.reply.kind === 'accepted' ? first.reply.ids : null });
    expect(await received()).toMatchObject({ 'a@again.test': 1, 'b@again.test': 1 });
  });

  it('refuses another body under a key that it knows', async () => {
    const { mailer, received } = open();
    await send(mailer, 'k-other', [mailTo('a@other.test')]);
    const { reply, outcome } = await send(mailer, 'k-other', [mailTo('a@other.test', 'Another subject')]);
    expect(reply).toMatchObject({ kind: 'error', name: 'invalid_idempotent_request', status: 409 });
    expect(outcome).toMatchObject({ kind: 'ambiguous', mayRetry: false });
    expect(await received()).toMatchObject({ 'a@other.test': 1 });
  });

  it('refuses a batch whole for one bad item', async () => {
    const { mailer, received } = open();
    const { outcome } = await send(mailer, 'k-bad', [mailTo('a@bad.test'), mailTo('not an address')]);
    expect(outcome).toMatchObject({ kind: 'refused', scope: 'address' });
    expect(await received()).not.toHaveProperty('a@bad.test');
  });

  it('takes the good items of a refused batch under another key', async () => {
    const { mailer, received } = open();
    await send(mailer, 'k-good-1', [mailTo('a@good.test'), mailTo('not an address')]);
    const { outcome } = await send(mailer, 'k-good-2', [mailTo('a@good.test')]);
    expect(outcome.kind).toBe('sent');
    expect(await received()).toMatchObject({ 'a@good.test': 1 });
  });

  it('takes a hundred mails at once and refuses a hundred and one', async () => {
    const { mailer, received } = open();
    const mails = Array.from({ length: 101 }, (_, n) => mailTo(`r${n}@hundred.test`));
    expect((await send(mailer, 'k-101', mails)).outcome.kind).toBe('refused');
    expect((await send(mailer, 'k-100', mails.slice(0, 100))).outcome.kind).toBe('sent');
    expect(Object.keys(await received()).filter((to) => to.endsWith('@hundred.test'))).toHaveLength(100);
  });

  it('takes two calls under one key at once as one', async () => {
    const { mailer, received } = open();
    const mails = [mailTo('a@twice.test')];
    const replies = await Promise.all([send(mailer, 'k-twice', mails), send(mailer, 'k-twice', mails)]);
    expect(replies.map(({ outcome }) => outcome.kind)).toContain('sent');
    expect(await received()).toMatchObject({ 'a@twice.test': 1 });
  });
}
