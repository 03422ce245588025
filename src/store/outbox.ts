// The mails that the local mailer took instead of Resend. As with Resend, one idempotency key stands for one
// request body: a repeat stores nothing new, and another body under the same key is noticed.

export type OutboxMail = {
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

export type OutboxBatch = { key: string; bodySha256: string; mails: OutboxMail[]; now: number };

export type OutboxReceipt = { kind: 'stored' | 'repeated'; ids: string[] } | { kind: 'differs' };

export type OutboxEntry = { id: string; to: string; from: string; subject: string; storedAt: number };

export type StoredMail = OutboxMail & { id: string; key: string; storedAt: number };

/**
 * Stores the mails of one request, all or none, in order. Safe when two calls with the same key run at once:
 * D1 runs each batch as one transaction, so one of them finds the other's row.
 */
export async function storeOutboxBatch(db: D1Database, batch: OutboxBatch): Promise<OutboxReceipt> {
  const { key, bodySha256, mails, now } = batch;
  const results = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `INSERT INTO outbox_batches (idempotency_key, body_sha256, created_at)
         VALUES (?1, ?2, ?3)
         ON CONFLICT (idempotency_key) DO NOTHING
         RETURNING idempotency_key`,
      )
      .bind(key, bodySha256, now),
    ...toJsonChunks(mails).map((chunk) =>
      db
        .prepare(
          `INSERT INTO outbox_mails
             (idempotency_key, position, recipient, sender, subject, html, text, headers, tags, created_at)
           SELECT ?1, ?4 + mail.key, mail.value ->> 'to', mail.value ->> 'from', mail.value ->> 'subject',
             mail.value ->> 'html', mail.value ->> 'text', mail.value -> 'headers', mail.value -> 'tags', ?3
           FROM json_each(?5) AS mail
           WHERE ?2 = (SELECT body_sha256 FROM outbox_batches WHERE idempotency_key = ?1)
           ORDER BY mail.key
           ON CONFLICT (idempotency_key, position) DO NOTHING`,
        )
        .bind(key, bodySha256, now, chunk.firstPosition, chunk.json),
    ),
    db
      .prepare(
        `SELECT body_sha256, (
           SELECT json_group_array(id) FROM (
             SELECT id FROM outbox_mails WHERE idempotency_key = ?1 ORDER BY position
           )
         ) AS ids
         FROM outbox_batches WHERE idempotency_key = ?1`,
      )
      .bind(key),
  ]);
  const isNew = results[0]?.results.length === 1;
  const row = results.at(-1)?.results[0] as { body_sha256: string; ids: string };
  if (row.body_sha256 !== bodySha256) return { kind: 'differs' };
  return { kind: isNew ? 'stored' : 'repeated', ids: (JSON.parse(row.ids) as number[]).map(String) };
}

/** The newest mails first, without their bodies. `beforeId` is the last id of the page before. */
export async function listOutbox(
  db: D1Database,
  page: { limit: number; beforeId?: string | null },
): Promise<OutboxEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT id, recipient, sender, subject, created_at FROM outbox_mails
       WHERE ?2 IS NULL OR id < ?2
       ORDER BY id DESC LIMIT ?1`,
    )
    .bind(page.limit, page.beforeId == null ? null : Number(page.beforeId))
    .all<{ id: number; recipient: string; sender: string; subject: string; created_at: number }>();
  return results.map((row) => ({
    id: String(row.id),
    to: row.recipient,
    from: row.sender,
    subject: row.subject,
    storedAt: row.created_at,
  }));
}

export async function countOutbox(db: D1Database): Promise<number> {
  return (await db.prepare('SELECT count(*) AS n FROM outbox_mails').first<number>('n')) ?? 0;
}

export async function getOutboxMail(db: D1Database, id: string): Promise<StoredMail | null> {
  const row = await db
    .prepare(
      `SELECT id, idempotency_key, recipient, sender, subject, html, text, headers, tags, created_at
       FROM outbox_mails WHERE id = ?1`,
    )
    .bind(Number(id))
    .first<{
      id: number;
      idempotency_key: string;
      recipient: string;
      sender: string;
      subject: string;
      html: string;
      text: string;
      headers: string;
      tags: string;
      created_at: number;
    }>();
  if (row === null) return null;
  return {
    id: String(row.id),
    key: row.idempotency_key,
    to: row.recipient,
    from: row.sender,
    subject: row.subject,
    html: row.html,
    text: row.text,
    headers: JSON.parse(row.headers),
    tags: JSON.parse(row.tags),
    storedAt: row.created_at,
  };
}

/** D1 takes at most 2 MB in one parameter, and a request may be larger. */
const CHUNK_CHARACTERS = 500_000;

function toJsonChunks(mails: OutboxMail[]): { firstPosition: number; json: string }[] {
  const chunks: { firstPosition: number; items: string[]; characters: number }[] = [];
  for (const [position, mail] of mails.entries()) {
    const item = JSON.stringify(mail);
    const last = chunks.at(-1);
    if (last === undefined || last.characters + item.length > CHUNK_CHARACTERS) {
      chunks.push({ firstPosition: position, items: [item], characters: item.length });
    } else {
      last.items.push(item);
      last.characters += item.length;
    }
  }
  return chunks.map((chunk) => ({ firstPosition: chunk.firstPosition, json: `[${chunk.items.join(',')}]` }));
}
