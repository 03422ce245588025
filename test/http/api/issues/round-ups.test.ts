// A round-up that an editor makes: the path of any issue, with other content and for other readers.

import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { listOutbox } from '../../../../src/store/index.ts';
import { asEditor, type Problem, postText, readProblem, request } from '../../../support/client.ts';
import { emptyDatabase } from '../../../support/empty-database.ts';
import { untilMailed } from '../../../support/outbox.ts';

const json = (method: string, body: unknown, headers: Record<string, string> = {}) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
});
const read = async <Answer>(path: string): Promise<Answer> =>
  (await asEditor(path)).json() as Promise<Answer>;
const make = (body: unknown) => asEditor('/api/issues', json('POST', body));
const etagOf = async (id: string) => (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag')!;

type IssueJson = {
  id: string;
  number: number;
  slug: string;
  audience: string;
  issues: string[];
  state: string;
};

const report = (subject: string, body = `It was a long debate about ${subject}, and it ended late.`) =>
  `The council decided on ${subject} this Tuesday\n\nThe hall was full.\n\n${body}\n`;

async function approve(...subjects: string[]): Promise<IssueJson> {
  const reports = await Promise.all(
    subjects.map(async (subject) => {
      const posted = await postText('/api/reports', report(subject));
      return ((await posted.json()) as { id: string }).id;
    }),
  );
  const { id } = (await (await make({ reports })).json()) as { id: string };
  const approved = await asEditor(`/api/issues/${id}/approve`, {
    method: 'POST',
    headers: { 'If-Match': await etagOf(id) },
  });
  expect(approved.status).toBe(200);
  return approved.json();
}

async function makeRoundUp(): Promise<string> {
  const made = await make({ audience: 'weekly' });
  expect(made.status).toBe(201);
  return ((await made.json()) as { id: string }).id;
}

beforeEach(async () => {
  await emptyDatabase();
  const csv = 'email,frequency\nann@x.org,every\nbo@x.org,weekly\ncy@x.org,weekly\n';
  const init = { method: 'POST', body: csv, headers: { 'Content-Type': 'text/csv' } };
  expect((await asEditor('/api/subscribers/import?confirmed=true', init)).status).toBe(200);
});

describe('a draft for weekly', () => {
  it('is made of the issues of the week, and says so', async () => {
    const first = await approve('schools');
    const second = await approve('parks', 'roads');
    const id = await makeRoundUp();
    expect(await read<IssueJson>(`/api/issues/${id}`)).toMatchObject({
      audience: 'weekly',
      state: 'draft',
      reports: [],
      issues: [first.id, second.id],
    });
    const { text, subject, preflight } = await read<{
      text: string;
      subject: string;
      preflight: { ok: boolean };
    }>(`/api/issues/${id}/preview`);
    expect(preflight.ok).toBe(true);
    expect(subject).toBe('The week: The council decided on schools this Tuesday');
    for (const topic of ['schools', 'parks', 'roads'])
      expect(text).toContain(`It was a long debate about ${topic}`);
    expect(text).toContain(`From issue ${first.number}\u00a0[`);
    expect(text).toContain(`/issues/${first.slug}\n`);
    expect(text).toContain(`/issues/${second.slug}#story-2\n`);
    const list = await read<{ issues: IssueJson[] }>('/api/issues');
    expect(list.issues.map(({ audience }) => audience)).toEqual(['weekly', 'every', 'every']);
    expect(await (await asEditor('/desk')).text()).toContain('the weekly round-up');
  });

  it('is not made of nothing', async () => {
    const problem = await readProblem(await make({ audience: 'weekly' }));
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('nothing to round up') });
  });

  it('is not made twice of the same issues, until the first is cancelled', async () => {
    await approve('schools');
    const id = await makeRoundUp();
    expect((await make({ audience: 'weekly' })).status).toBe(422);
    await asEditor(`/api/issues/${id}/cancel`, { method: 'POST' });
    await makeRoundUp();
  });

  it.each<[string, unknown, RegExp]>([
    ['with reports', { audience: 'weekly', reports: ['1'] }, /takes none/],
    ['for nobody that there is', { audience: 'monthly' }, /audience/],
    ['for every, without reports', { audience: 'every' }, /needs reports/],
  ])('is not made %s', async (_, body, detail) => {
    const problem: Problem = await readProblem(await make(body));
    expect(problem.status).toBe(422);
    expect(problem.detail).toMatch(detail);
  });

  it('takes an editor’s words, and no reports', async () => {
    await approve('schools');
    const id = await makeRoundUp();
    const before = await etagOf(id);
    const changed = await asEditor(`/api/issues/${id}`, json('PATCH', { subject: 'All about schools' }));
    expect(await changed.json()).toMatchObject({ subject: 'All about schools', audience: 'weekly' });
    expect(await etagOf(id)).not.toBe(before);
    const { id: other } = (await (await postText('/api/reports', report('roads'))).json()) as { id: string };
    const refused = await asEditor(`/api/issues/${id}`, json('PATCH', { reports: [other] }));
    expect((await readProblem(refused)).detail).toContain('made of issues');
  });

  it('drops an issue that is stopped meanwhile, so what was seen before is not what would be sent', async () => {
    const first = await approve('schools');
    await approve('parks');
    const id = await makeRoundUp();
    const seen = await etagOf(id);
    await asEditor(`/api/issues/${first.id}/cancel`, { method: 'POST' });
    const sent = await asEditor(`/api/issues/${id}/send`, { method: 'POST', headers: { 'If-Match': seen } });
    expect(sent.status).toBe(412);
    const { text } = await read<{ text: string }>(`/api/issues/${id}/preview`);
    expect(text).not.toContain('schools');
  });

  it('does not follow its reports: it tells what was approved', async () => {
    const { id: posted } = (await (await postText('/api/reports', report('schools'))).json()) as {
      id: string;
    };
    const { id: issue } = (await (await make({ reports: [posted] })).json()) as { id: string };
    const headers = { 'If-Match': await etagOf(issue) };
    await asEditor(`/api/issues/${issue}/approve`, { method: 'POST', headers });
    const id = await makeRoundUp();
    const before = await etagOf(id);
    await asEditor(`/api/reports/${posted}`, json('PATCH', { raw: report('prisons') }));
    expect(await etagOf(id)).toBe(before);
  });
});

describe('a round-up that is sent', () => {
  it('reaches those who chose it, once, and has its pages on the web', async () => {
    const part = await approve('schools', 'parks');
    const id = await makeRoundUp();
    const headers = { 'If-Match': await etagOf(id) };
    for (let time = 0; time < 2; time += 1)
      expect((await asEditor(`/api/issues/${id}/send`, { method: 'POST', headers })).status).toBe(202);
    const [[mail], [other]] = await Promise.all([untilMailed('bo@x.org'), untilMailed('cy@x.org')]);
    expect(mail!.text).toContain('It was a long debate about parks');
    expect(mail!.text.replace(/\S+\/(unsubscribe|preferences)\/\S+/g, '')).toBe(
      other!.text.replace(/\S+\/(unsubscribe|preferences)\/\S+/g, ''),
    );
    expect((await listOutbox(env.DB, { limit: 99 })).map(({ to }) => to).sort()).toEqual([
      'bo@x.org',
      'cy@x.org',
    ]);

    const { slug } = await read<IssueJson>(`/api/issues/${id}`);
    const page = await (await request(`/issues/${slug}`)).text();
    expect(page).toContain('<h1>The week in one mail</h1>');
    expect(page).toContain(`href="/issues/${part.slug}#story-2"`);
    const ledger = await (await request(`/issues/${slug}/ledger`)).text();
    expect(ledger).toContain('The council decided on parks this Tuesday');
  });
});
