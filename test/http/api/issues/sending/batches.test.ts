import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { POSTMASTER_NAME } from '../../../../../src/deliver/index.ts';
import { asEditor, postText, readProblem } from '../../../../support/client.ts';

type Batch = { batch: number; generation: number; size: number; note: string | null };

const RAW = 'The council passed the budget on Tuesday.\n\nIt holds 84 million crowns for schools.\n';
const postJson = (path: string, body: unknown) =>
  asEditor(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
const idOf = async (response: Promise<Response>) => ((await (await response).json()) as { id: string }).id;

let id: string;

// A reply that was lost for 23 hours cannot be waited for here, so its batch is written as what it becomes.
beforeEach(async () => {
  await asEditor('/api/subscribers/import?confirmed=true', {
    method: 'POST',
    body: 'email,name\nanna@example.org,\nbo@example.org,\n',
    headers: { 'Content-Type': 'text/csv' },
  });
  id = await idOf(postJson('/api/issues', { reports: [await idOf(postText('/api/reports', RAW))] }));
  const etag = (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag') ?? '';
  await asEditor(`/api/issues/${id}/send`, { method: 'POST', headers: { 'If-Match': etag } });
  while (
    ((await (await asEditor(`/api/issues/${id}/progress`)).json()) as { state: string }).state !== 'sent'
  )
    await new Promise((resolve) => setTimeout(resolve, 20));
  await runInDurableObject(env.POSTMASTER.getByName(POSTMASTER_NAME), (_, state) => {
    state.storage.sql.exec(
      `UPDATE batches SET state = 'unknown', is_ambiguous = 1, note = 'no reply'
       WHERE run_id = (SELECT run_id FROM runs WHERE issue_id = ?)`,
      id,
    );
    state.storage.sql.exec('UPDATE runs SET sent = 0 WHERE issue_id = ?', id);
  });
});

const list = async () =>
  ((await (await asEditor(`/api/issues/${id}/batches`)).json()) as { batches: Batch[] }).batches;

describe('a batch that was perhaps sent', () => {
  it('is listed until an editor closes it, and is then in no figure of what is open', async () => {
    const [batch] = await list();
    expect(batch).toEqual({ batch: 1, generation: 0, size: 2, note: 'no reply' });
    expect(await (await asEditor(`/api/issues/${id}/progress`)).json()).toMatchObject({ unknown: 2 });
    const path = `/api/issues/${id}/batches/1/decide`;
    const closed = await postJson(path, { action: 'close', generation: 0 });
    expect(closed.status).toBe(200);
    expect(await closed.json()).toMatchObject({ unknown: 0 });
    expect(await list()).toEqual([]);
    expect((await postJson(path, { action: 'resend', generation: 0 })).status).toBe(409);
  });

  it('is sent anew under a new generation when an editor says so, once', async () => {
    const path = `/api/issues/${id}/batches/1/decide`;
    expect((await postJson(path, { action: 'resend', generation: 0 })).status).toBe(200);
    expect((await postJson(path, { action: 'resend', generation: 0 })).status).toBe(409);
  });

  it('is not decided by a guess: generation and batch must be those of the list', async () => {
    const wrong = await postJson(`/api/issues/${id}/batches/1/decide`, { action: 'close', generation: 7 });
    expect((await readProblem(wrong)).status).toBe(409);
    for (const batch of ['99', 'x'])
      expect(
        (await postJson(`/api/issues/${id}/batches/${batch}/decide`, { action: 'close', generation: 0 }))
          .status,
      ).toBe(404);
    expect(
      (await postJson(`/api/issues/${id}/batches/1/decide`, { action: 'burn', generation: 0 })).status,
    ).toBe(422);
    expect(await list()).toHaveLength(1);
  });
});

describe('a recipient whom the provider refused', () => {
  type Page = {
    refused: { subscriber: string; email: string | null; state: string; reason: string }[];
    next: string | null;
  };
  const read = async (query = ''): Promise<Page> =>
    (await asEditor(`/api/issues/${id}/refused${query}`)).json();

  it('is listed with the reason, page by page, under the address of now', async () => {
    expect(await read()).toEqual({ refused: [], next: null });
    await runInDurableObject(env.POSTMASTER.getByName(POSTMASTER_NAME), (_, { storage: { sql } }) => {
      const OF_ISSUE = 'run_id = (SELECT run_id FROM runs WHERE issue_id = ?)';
      const readers = sql
        .exec<{ id: string; run_id: string }>(
          `SELECT item.value AS id, run_id FROM batches, json_each(batches.ids) AS item WHERE ${OF_ISSUE}`,
          id,
        )
        .toArray();
      // As a split leaves them: the batch retired, its pieces set aside one by one.
      sql.exec(`UPDATE batches SET state = 'split', is_ambiguous = 0 WHERE ${OF_ISSUE}`, id);
      for (const [n, reader] of readers.entries())
        sql.exec(
          `INSERT INTO batches (run_id, number, root, state, size, ids, next_at, note)
           VALUES (?1, ?2, 1, 'refused', 1, ?3, 0, ?4)`,
          reader.run_id,
          n + 100,
          JSON.stringify([reader.id]),
          `validation_error: mailbox ${n}`,
        );
    });
    const { refused, next } = await read();
    expect(next).toBeNull();
    expect(refused).toMatchObject([
      { email: 'anna@example.org', state: 'active', reason: 'validation_error: mailbox 0' },
      { email: 'bo@example.org', state: 'active', reason: 'validation_error: mailbox 1' },
    ]);
    const first = await read('?limit=1');
    expect(first).toEqual({ refused: [refused[0]], next: expect.any(String) });
    expect((await read(`?limit=1&after=${first.next}`)).refused).toEqual([refused[1]]);
    await asEditor(`/api/subscribers/${refused[0]?.subscriber}`, { method: 'DELETE' });
    expect((await read()).refused[0]).toMatchObject({ email: null, name: null, state: 'erased' });
  });
});
