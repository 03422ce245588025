/** @jsxImportSource hono/jsx */
// The outbox on the desk: the list, and each mail with its parts.

import type { Context } from 'hono';
import { getOutboxMail, listOutbox, type StoredMail } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../errors.ts';
import { MAIL_POLICY } from '../preview.ts';
import { MailPage, OutboxPage } from './outbox.view.tsx';

const PAGE_SIZE = 50;

export async function showOutbox(deps: Deps, c: Context): Promise<Response> {
  const mails = await listOutbox(deps.db, { limit: PAGE_SIZE, beforeId: readId(c.req.query('before')) });
  const isLocal = deps.config.mailer.kind === 'outbox';
  return c.html(<OutboxPage mails={mails} isLocal={isLocal} pageSize={PAGE_SIZE} />);
}

export async function showMail(deps: Deps, c: Context): Promise<Response> {
  return c.html(<MailPage mail={await requireMail(deps, c)} />);
}

export async function showMailHtml(deps: Deps, c: Context): Promise<Response> {
  const { html } = await requireMail(deps, c);
  c.header('Content-Security-Policy', MAIL_POLICY);
  return c.html(html);
}

export async function showMailText(deps: Deps, c: Context): Promise<Response> {
  return c.text((await requireMail(deps, c)).text);
}

async function requireMail(deps: Deps, c: Context): Promise<StoredMail> {
  const id = readId(c.req.param('id'));
  const mail = id === null ? null : await getOutboxMail(deps.db, id);
  if (mail === null) throw new Refusal(404, 'There is no such mail in the outbox.');
  return mail;
}

const readId = (value: string | undefined): string | null =>
  value !== undefined && /^\d{1,15}$/.test(value) ? value : null;
