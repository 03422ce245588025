import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { POSTMASTER_NAME } from '../../../../../src/deliver/index.ts';
import { asEditor, postText, readProblem } from '../../../../support/client.ts';

const RAW = 'The council passed the budget on Tuesday.\n\nIt holds 84 million crowns for schools.\n';
const postJson = (path: string, body: unknown) =>
  asEditor(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
const idOf = async (response: Promise<Response>) => ((await (await response).json()) as { id: string }).id;
const draft = async () =>
  idOf(postJson('/api/issues', { reports: [await idOf(postText('/api/reports', RAW))] }));

type Test = { id: string; to: string; state: string; reason: string | null; settledAt: string | null };
const list = async (issue: string) =>
  ((await (await asEditor(`/api/issues/${issue}/tests`)).json()) as { tests: Test[] }).tests;

it('tells what became of each test send, and shows the address masked', async () => {
  const issue = await draft();
  expect(await list(issue)).toEqual([]);
  const answer = await postJson(`/api/issues/${issue}/test`, { to: 'Anna@Example.org' });
  expect(answer.status).toBe(202);
  const { id, to, sha256 } = (await answer.json()) as { id: string; to: string; sha256: string };
  expect(to).toBe('anna@example.org');
  const [queued] = await list(issue);
  expect(queued).toMatchObject({ id, to: 'a…@example.org', sha256 });
  while ((await list(issue))[0]?.state === 'waiting') await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await list(issue)).toMatchObject([{ id, state: 'sent', reason: null }]);

  await runInDurableObject(env.POSTMASTER.getByName(POSTMASTER_NAME), (_, { storage }) => {
    storage.sql.exec(`UPDATE messages SET state = 'refused', note = 'No such domain.' WHERE id = ?`, id);
  });
  expect(await list(issue)).toMatchObject([
    { state: 'refused', reason: 'No such domain.', settledAt: expect.stringMatching(/Z$/) },
  ]);
  expect(await list(await draft())).toEqual([]);
});

it('knows no test sends of an issue that there is not', async () => {
  const refused = await readProblem(await asEditor(`/api/issues/${crypto.randomUUID()}/tests`));
  expect(refused.status).toBe(404);
});
