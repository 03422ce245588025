// The published description is true: real answers of every route that answers JSON are held against the schema in
// /api/openapi.json, strictly. A new route fails here until an answer of it is among them.

import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import type { Override } from '../../../src/clean/index.ts';
import type { Report } from '../../../src/clean/report.ts';
import { POSTMASTER_NAME } from '../../../src/deliver/index.ts';
import type { overrideSchema, reportSchema } from '../../../src/http/api/clean/report.ts';
import { asEditor, request } from '../../support/client.ts';
import { findMisfits, type Schema } from '../../support/json-schema.ts';

type Operation = {
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  parameters?: { in: string; name: string }[];
};
type Paths = Record<string, Record<string, Operation>>;
type Json = Record<string, unknown>;

let paths: Paths;
const seen = new Set<string>();

/** Asks, holds the answer against its schema, and gives it back. */
async function ask(
  method: string,
  path: string,
  options: { body?: unknown; type?: string; headers?: Record<string, string>; query?: string } = {},
  ...ids: unknown[]
): Promise<{ status: number; body: Json; headers: Headers }> {
  const { body, type = 'application/json', query = '' } = options;
  const response = await asEditor(path.replace(/\{\w+\}/g, () => String(ids.shift())) + query, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': type }), ...options.headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const told = `${method} ${path} ${response.status}`;
  const contentType = response.headers.get('Content-Type')?.split(';')[0] ?? '';
  const documented = paths[path]?.[method.toLowerCase()]?.responses[String(response.status)];
  expect(documented, `${told} is described: ${text.slice(0, 300)}`).toBeDefined();
  if (!contentType.endsWith('json')) return { status: response.status, body: {}, headers: response.headers };
  const schema = documented?.content?.[contentType]?.schema;
  expect(schema, `${told} as ${contentType}`).toBeDefined();
  const answer = JSON.parse(text) as Json;
  expect(findMisfits(answer, schema ?? {}), told).toEqual([]);
  if (contentType === 'application/json') seen.add(told);
  return { status: response.status, body: answer, headers: response.headers };
}

const RAW = `---
title: Schools get more
source: The Daily Paper
url: https://news.example.com/schools
author: Anna Berg
date: 2024-05-01
sample: false
---
# Schools get more

The council passed **the budget** on Tuesday after a long debate.

ALSO READ: [The mayor resigns](https://news.example.com/mayor)

The council passed the budget on Tuesday after a long debate.

## What is in it?

- 84 million crowns for schools
- 12 million for roads

> Nobody is happy, and that is a good sign, said the mayor.

**FAQ**

Q: When does it begin?

A: In January, with the new year.
`;

beforeAll(async () => {
  paths = ((await (await request('/api/openapi.json')).json()) as { paths: Paths }).paths;
});

/** Issues and subscribers in every state that an answer tells of. */
async function play(): Promise<void> {
  await ask('GET', '/health');
  await ask('POST', '/subscribe', { body: { email: 'new@x.org' } });
  await ask('POST', '/api/clean', { body: RAW, type: 'text/plain' });
  await ask('POST', '/api/preview', {
    body: RAW,
    type: 'text/plain',
    headers: { Accept: 'application/json' },
  });

  const list =
    'email,name,state\nann@x.org,Ann,active\nbo@x.org,Bo,cancelled\ncy@x.org,Cy,gold\nnobody,,active\n';
  const csv = { body: list, type: 'text/csv', query: '?confirmed=true' };
  await ask('POST', '/api/subscribers/import', { ...csv, query: '?confirmed=true&dry_run=true' });
  await ask('POST', '/api/subscribers/import', csv);
  await ask('POST', '/api/subscribers/suppress', { body: 'email\ndi@x.org\n', type: 'text/csv' });
  const fay = await ask('POST', '/api/subscribers', {
    body: { email: 'fay@x.org', name: 'Fay', confirmed: true },
  });
  await ask('POST', '/api/subscribers', { body: { email: 'fay@x.org', confirmed: true } });
  const { id: fayId } = fay.body;
  await ask('GET', '/api/subscribers', { query: '?limit=2' });
  await ask('GET', '/api/subscribers/{id}', {}, fayId);
  for (const act of ['unsubscribe', 'suppress', 'release'])
    await ask('POST', `/api/subscribers/{id}/${act}`, {}, fayId);
  await ask('DELETE', '/api/subscribers/{id}', {}, fayId);
  await ask('GET', '/api/subscribers', {});

  const { id: report } = (await ask('POST', '/api/reports', { body: RAW, type: 'text/plain' })).body;
  await ask('GET', '/api/reports');
  const shown = (await ask('GET', '/api/reports/{id}', {}, report)).body;
  const { ledger } = shown['report'] as { ledger: { id?: string; role: string; rule: string }[] };
  const find = (role: string) => ledger.find((passage) => passage.role === role && passage.id)?.id;
  const overrides = [
    { action: 'restore', passage: find('dropped') },
    { action: 'drop', passage: find('list-item'), reason: 'promo' },
    { action: 'role', passage: find('paragraph'), role: 'dek' },
    { action: 'add', text: 'A note of ours.', at: { after: find('title') } },
    { action: 'drop', passage: 'gone.1' },
  ];
  await ask('PUT', '/api/reports/{id}/overrides', { body: { overrides } }, report);
  await ask('PUT', '/api/reports/{id}/overrides', { body: { overrides: [] } }, report);
  await ask('PATCH', '/api/reports/{id}', { body: { raw: RAW } }, report);

  const draft = async () => (await ask('POST', '/api/issues', { body: { reports: [report] } })).body['id'];
  const issue = await draft();
  await ask('GET', '/api/issues');
  await ask('PATCH', '/api/issues/{id}', { body: { subject: 'Schools' } }, issue);
  await ask('GET', '/api/issues/{id}', {}, issue);
  const accept = { headers: { Accept: 'application/json' } };
  const etag = async (id: unknown) =>
    (await ask('GET', '/api/issues/{id}/preview', accept, id)).headers.get('ETag') ?? '';
  await ask('POST', '/api/issues/{id}/test', { body: { to: 'desk@x.org' } }, issue);
  await ask('GET', '/api/issues/{id}/tests', {}, issue);
  await ask('POST', '/api/issues/{id}/approve', { headers: { 'If-Match': await etag(issue) } }, issue);
  await ask('POST', '/api/issues/{id}/send', { headers: { 'If-Match': await etag(issue) } }, issue);
  const progress = async () => (await ask('GET', '/api/issues/{id}/progress', {}, issue)).body['state'];
  while ((await progress()) !== 'sent') await new Promise((resolve) => setTimeout(resolve, 20));
  await ask('GET', '/api/outbox');

  // A provider that refuses or does not answer for a day is not at hand: the rows are written as what they become.
  const alter = (sql: string) =>
    runInDurableObject(env.POSTMASTER.getByName(POSTMASTER_NAME), (_, state) => {
      state.storage.sql.exec(sql, String(issue));
    });
  const OF_ISSUE = 'WHERE run_id = (SELECT run_id FROM runs WHERE issue_id = ?)';
  await alter(`UPDATE batches SET state = 'refused', note = 'validation_error: no such mailbox' ${OF_ISSUE}`);
  const { refused } = (await ask('GET', '/api/issues/{id}/refused', {}, issue)).body;
  expect(refused).not.toEqual([]);
  await alter(`UPDATE batches SET state = 'unknown', is_ambiguous = 1, note = 'no reply' ${OF_ISSUE}`);
  await ask('GET', '/api/issues/{id}/batches', {}, issue);
  const decision = { action: 'close', generation: 0 };
  await ask('POST', '/api/issues/{id}/batches/{batch}/decide', { body: decision }, issue, 1);
  await alter(
    `UPDATE runs SET state = 'sending', ended_at = NULL, is_read = 0, read_at = 9e15 WHERE issue_id = ?`,
  );
  await env.DB.prepare(`UPDATE issues SET state = 'sending', sent_at = NULL WHERE id = ?`).bind(issue).run();
  await ask('POST', '/api/issues/{id}/pause', {}, issue);
  await ask('POST', '/api/issues/{id}/resume', {}, issue);
  const other = await draft();
  const later = { headers: { 'If-Match': await etag(other) }, body: { at: '2099-01-01T00:00:00Z' } };
  await ask('POST', '/api/issues/{id}/send', later, other);
  await ask('POST', '/api/issues/{id}/cancel', {}, other);
  const third = await draft();
  const soon = { headers: { 'If-Match': await etag(third) }, body: { at: '2099-01-01T00:00:00Z' } };
  await ask('POST', '/api/issues/{id}/send', soon, third);
  const move = { body: { at: '2099-02-01T00:00:00Z' } };
  const moved = (await ask('POST', '/api/issues/{id}/move', move, third)).body['id'];
  const back = (await ask('POST', '/api/issues/{id}/draft', {}, moved)).body['id'];
  await ask('POST', '/api/issues/{id}/draft', {}, moved);
  await ask('POST', '/api/issues/{id}/copy', {}, back);
  await ask('POST', '/api/issues/{id}/discard', {}, back);
  await ask('POST', '/api/issues/{id}/reuse', {}, back);
}

describe('every answer', () => {
  it('in JSON is as it is described, with no member too many', async () => {
    await play();
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.entries(responses)
          .filter(([status, { content }]) => status.startsWith('2') && content?.['application/json'])
          .map(([status]) => `${method.toUpperCase()} ${path} ${status}`),
      ),
    );
    expect(described.filter((one) => !seen.has(one))).toEqual([]);
  });

  it('about a report has the type that is described', () => {
    expectTypeOf<Report>().toEqualTypeOf<z.infer<typeof reportSchema>>();
    expectTypeOf<Override>().toEqualTypeOf<z.infer<typeof overrideSchema>>();
  });

  it('to what does not fit is a refusal as it is described', async () => {
    await ask('POST', '/api/clean', { body: '', type: 'text/plain' });
    await ask('POST', '/api/clean', { body: 'x', type: 'text/html5' });
    await ask('POST', '/api/issues', { body: { reports: [] } });
    await ask('POST', '/api/issues', { body: '{' });
    await ask('GET', '/api/issues', { query: '?limit=0' });
    await ask('GET', '/api/issues/{id}', {}, 'none');
    await ask('GET', '/api/issues/{id}/refused', {}, 'none');
    await ask('POST', '/api/subscribers/import', { body: 'email,Letters\na@x.org,yes\n', type: 'text/csv' });
    await ask('POST', '/api/subscribers', { body: { email: 'nobody' } });
  });

  it('to a query parameter that the route does not declare is a refusal, for editors; readers never notice', async () => {
    for (const [path, operations] of Object.entries(paths))
      for (const [method, { parameters = [] }] of Object.entries(operations)) {
        if (!path.startsWith('/api/')) continue;
        const answer = await ask(method.toUpperCase(), path, { query: '?limt=5' }, 1, 1);
        expect(answer.status, `${method} ${path}`).toBe(400);
        for (const { name } of parameters.filter((parameter) => parameter.in === 'query'))
          expect(answer.body['detail']).toContain(name);
      }
    for (const path of ['/api/openapi.json?utm_source=x', '/desk?limt=1', '/desk/outbox?befor=1'])
      expect((await asEditor(path)).status, path).toBe(400);
    for (const path of ['/?utm_source=x', '/subscribe?utm_source=x', '/health?x=1', '/desk/outbox?before=1'])
      expect((await asEditor(path)).status, path).toBe(200);
    expect((await asEditor('/api/nothing?x=1')).status).toBe(404);
    expect((await request('/api/issues?x=1')).status).toBe(401);
  });
});
