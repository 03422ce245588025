import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { createOutboxMailer } from '../../../src/deliver/mailer/outbox.ts';
import { getOutboxMail, listOutbox } from '../../../src/store/index.ts';
import { describeMailer, mailTo, send } from './mailer.suite.ts';

const mailer = createOutboxMailer(env.DB, () => 1_000);

const received = async () => {
  const mails = await listOutbox(env.DB, { limit: 1_000 });
  return Object.fromEntries(mails.map(({ to }) => [to, mails.filter((mail) => mail.to === to).length]));
};

describe('the outbox', () => {
  describeMailer(() => ({ mailer, received }));

  it('stores what an inbox would show', async () => {
    const mail = mailTo('whole@example.com');
    const { reply } = await send(mailer, 'k-whole', [mail]);
    const [id] = reply.kind === 'accepted' ? reply.ids : [];
    expect(await getOutboxMail(env.DB, id ?? '')).toMatchObject({
      to: 'whole@example.com',
      from: mail.from,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: { ...mail.headers, 'Reply-To': 'editor@example.com' },
      tags: mail.tags,
    });
  });
});
