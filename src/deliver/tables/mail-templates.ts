// Templates of transactional mails. Many mails share one, such as all that ask for a confirmation, and it is long: so
// each is stored once, under the SHA-256 of its JSON.

import { type RequestTemplate, readRequestTemplate } from '../../render/template.ts';
import type { Storage } from './storage.ts';

/** Its bytes, since the order of its members is part of the mail that is built of it. */
export type TemplateJson = { readonly json: string; readonly sha256: string };

/** Part of the transaction that queues the mail. */
export function storeMailTemplate({ sql }: Storage, { sha256, json }: TemplateJson): void {
  sql.exec('INSERT OR IGNORE INTO mail_templates (sha256, template) VALUES (?, ?)', sha256, json);
}

/** @returns null when the mail is settled. */
export function readMailTemplate({ sql }: Storage, mailId: string): RequestTemplate | null {
  const [row] = sql
    .exec<{ template: string | null }>(
      `SELECT coalesce(t.template, m.template) AS template
       FROM messages AS m LEFT JOIN mail_templates AS t ON t.sha256 = m.template_sha256 WHERE m.id = ?`,
      mailId,
    )
    .toArray();
  if (row?.template == null) return null;
  const read = readRequestTemplate(row.template);
  if (!read.ok) throw new Error(`The template of mail ${mailId} cannot be read: ${read.error}.`);
  return read.value;
}

/** Drops those that no mail needs any more. */
export function pruneMailTemplates({ sql }: Storage): void {
  sql.exec(
    `DELETE FROM mail_templates WHERE sha256 NOT IN (
       SELECT template_sha256 FROM messages WHERE state IN ('waiting', 'calling') AND template_sha256 IS NOT NULL
     )`,
  );
}
