// An issue in the real D1, approved and due, with subscribers to get it.

import { env } from 'cloudflare:workers';
import { importSigningKeys } from '../../src/crypto/tokens.ts';
import { hashTemplate } from '../../src/render/index.ts';
import type { RequestTemplate } from '../../src/render/template.ts';
import { approveIssue, createIssue, createReport, importSubscribers } from '../../src/store/index.ts';

/**
 * @param isSound else its bytes are not those of its hash.
 * @param change what is stored of its template.
 */
export async function approveForSending(
  now: number,
  isSound = true,
  change: (json: string) => string = (json) => json,
): Promise<{ id: string; template: RequestTemplate }> {
  const id = crypto.randomUUID();
  const [key] = await importSigningKeys(env.SIGNING_KEY);
  const template: RequestTemplate = {
    from: 'The Desk <desk@example.com>',
    replyTo: null,
    subject: `Issue ${id}`,
    html: '<p>Hello</p><a href="http://copydesk.test/unsubscribe/TOKEN-HERE">Leave</a>',
    text: 'Hello\n\nLeave: http://copydesk.test/unsubscribe/TOKEN-HERE\n',
    headers: { 'List-Unsubscribe': '<http://copydesk.test/unsubscribe/TOKEN-HERE>' },
    tags: [{ name: 'issue', value: id }],
    linkBase: 'http://copydesk.test',
    keyId: key?.id ?? '',
    placeholder: 'TOKEN-HERE',
  };
  const raw = `Report ${id}`;
  const reportId = await createReport(env.DB, { name: null, raw, title: null, isSample: false }, now);
  await createIssue(env.DB, { id, reportIds: [reportId], subject: null, preheader: null }, now);
  const frozen = {
    sha256: isSound ? await hashTemplate(template) : 'f'.repeat(64),
    templateJson: change(JSON.stringify(template)),
    preflightJson: '{}',
    fingerprint: id,
    slug: `an-issue-${id}`,
    pageJson: '{}',
    subject: template.subject,
    preheader: 'Hello',
  };
  const isApproved = await approveIssue(env.DB, id, 1, frozen, { at: now, holdUntil: null }, now);
  if (!isApproved) throw new Error('the issue was not approved');
  return { id, template };
}

export async function subscribe(count: number, now: number, domain = 'example.com'): Promise<string[]> {
  const emails = Array.from({ length: count }, (_, n) => `reader${n + 1}@${domain}`);
  await importSubscribers(
    env.DB,
    emails.map((email) => ({ email, name: null, state: 'active' })),
    now,
  );
  return emails;
}
