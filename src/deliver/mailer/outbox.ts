// The local mailer: it stores in D1 what Resend would send, and accepts and refuses as Resend does.

import { storeOutboxBatch } from '../../store/index.ts';
import { type BatchRequest, type Mail, type Mailer, type Reply, readMails } from './mailer.ts';

export function createOutboxMailer(db: D1Database, now: () => number): Mailer {
  return {
    account: async () => 'outbox',
    async send({ key, digest, body }: BatchRequest): Promise<Reply> {
      const mails = readMails({ body });
      const problem = findProblem(mails);
      if (problem !== null) return refuse(422, 'validation_error', problem);
      const receipt = await storeOutboxBatch(db, {
        key,
        bodySha256: digest,
        mails: mails.map(toStored),
        now: now(),
      });
      switch (receipt.kind) {
        case 'stored':
        case 'repeated':
          return { kind: 'accepted', ids: receipt.ids, headers: {} };
        case 'differs':
          return refuse(409, 'invalid_idempotent_request', 'This key was used with another body.');
      }
    },
  };
}

const refuse = (status: number, name: string, message: string): Reply => ({
  kind: 'error',
  name,
  status,
  claims: status,
  message,
  headers: {},
});

/** The checks of Resend that a batch of ours could fail. */
function findProblem(mails: readonly Mail[]): string | null {
  if (mails.length === 0 || mails.length > 100) return 'A batch holds 1 to 100 mails.';
  for (const [n, mail] of mails.entries()) {
    if (mail.to.length === 0 || !mail.to.every(isAddress)) return `Mail ${n}: invalid \`to\` field.`;
    if (!isAddress(mail.from)) return `Mail ${n}: invalid \`from\` field.`;
    if (mail.subject === '') return `Mail ${n}: missing \`subject\` field.`;
    if (mail.html === '' && mail.text === '') return `Mail ${n}: missing \`html\` or \`text\` field.`;
    if (!mail.tags.every(({ name, value }) => TAG.test(name) && TAG.test(value)))
      return `Mail ${n}: tags may hold ASCII letters, digits, underscores and dashes only.`;
  }
  return null;
}

const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/** `name@host.tld` or `Name <name@host.tld>`. */
const isAddress = (text: string): boolean =>
  /^(?:[^<>]*<[^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,.]+>|[^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,.]+)$/.test(text);

const toStored = (mail: Mail) => ({
  to: mail.to.join(', '),
  from: mail.from,
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  headers: { ...mail.headers, ...(mail.reply_to === undefined ? {} : { 'Reply-To': mail.reply_to }) },
  tags: mail.tags.map((tag) => ({ ...tag })),
});
