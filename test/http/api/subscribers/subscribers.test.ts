import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { findByAddress, resubscribe } from '../../../../src/store/index.ts';
import { asEditor, readProblem, request } from '../../../support/client.ts';
import { emptyDatabase } from '../../../support/empty-database.ts';
import { linkIn, untilMailed } from '../../../support/outbox.ts';

const importCsv = (body: BodyInit, query = '', type = 'text/csv') =>
  asEditor(`/api/subscribers/import${query}`, { method: 'POST', body, headers: { 'Content-Type': type } });

const exported = async () => (await asEditor('/api/subscribers/export')).text();

beforeEach(emptyDatabase);

describe('POST /api/subscribers/import', () => {
  it('makes people active who already agreed, and answers counts', async () => {
    const response = await importCsv('email,name\nAnn@X.org,Ann Lee\nbo@x.org,\n', '?confirmed=true');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      rows: 2,
      added: 2,
      activated: 0,
      withdrawn: 0,
      unchanged: 0,
      badRows: 0,
      bad: [],
      columns: [
        { column: 'email', as: 'address' },
        { column: 'name', as: 'name' },
      ],
    });
    expect(await exported()).toBe(
      'email,name,state,frequency\r\nann@x.org,Ann Lee,active,every\r\nbo@x.org,,active,every\r\n',
    );
  });

  it('leaves people pending who have not agreed yet', async () => {
    await importCsv('email,name\nann@x.org,Ann\n');
    expect(await exported()).toContain('ann@x.org,Ann,pending');
    const again = await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    expect(await again.json()).toMatchObject({ added: 0, activated: 1, unchanged: 0 });
    expect(await exported()).toContain('ann@x.org,Ann,active');
  });

  it('lists bad rows with their line and reason, and stores the good ones', async () => {
    const csv =
      'email,name\nann@x.org,Ann\nnobody,No\n\n@x.org,\nbo@x.org,"Bo\ncy@x.org,Cy\nann@X.ORG,Again\n';
    expect(await (await importCsv(csv, '?confirmed=true')).json()).toMatchObject({
      rows: 6,
      added: 2,
      activated: 0,
      withdrawn: 0,
      unchanged: 1,
      badRows: 3,
      bad: [
        { line: 3, email: 'nobody', reason: 'the address has no @' },
        { line: 5, email: '@x.org', reason: 'nothing stands before the @' },
        {
          line: 6,
          email: '',
          reason: 'a quotation mark is not closed, or not doubled inside a quoted field',
        },
      ],
    });
  });

  it('changes nothing when it is repeated', async () => {
    const csv = 'email,name\nann@x.org,Ann\nbo@x.org,Bo\n';
    await importCsv(csv, '?confirmed=true');
    const before = await exported();
    expect(await (await importCsv(csv, '?confirmed=true')).json()).toMatchObject({ added: 0, unchanged: 2 });
    expect(await exported()).toBe(before);
  });

  it('does not bring back who left, also in the export of another copy', async () => {
    await importCsv('email,name,state\nann@x.org,Ann,unsubscribed\nbo@x.org,Bo,active\n', '?confirmed=true');
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    expect(await exported()).toBe(
      'email,name,state,frequency\r\nann@x.org,Ann,unsubscribed,every\r\nbo@x.org,Bo,active,every\r\n',
    );
  });

  it('finds the columns by their names, whatever their order and case', async () => {
    await importCsv('\ufeffTags, Name ,EMAIL\nx,Ann,ann@x.org\n', '?confirmed=true');
    expect(await exported()).toContain('ann@x.org,Ann,active');
  });

  it('reads another charset when it is named', async () => {
    const latin1 = Uint8Array.from('email,name\nann@x.org,Zo\u00eb\n', (char) => char.charCodeAt(0));
    await importCsv(latin1, '?confirmed=true', 'text/csv; charset=iso-8859-1');
    expect(await exported()).toContain('ann@x.org,Zoë,active');
  });

  it('writes an international domain in ASCII, so two spellings are one subscriber', async () => {
    const answer = await importCsv('email,name\ninfo@bücher.example,A\ninfo@xn--bcher-kva.example,B\n');
    expect(await answer.json()).toMatchObject({ added: 1, unchanged: 1 });
  });

  it('takes 60,000 rows', async () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `reader-${n}@example.org,Reader ${n}`);
    const answer = await importCsv(`email,name\n${rows.join('\n')}`, '?confirmed=true');
    expect(await answer.json()).toMatchObject({ rows: 60_000, added: 60_000, badRows: 0 });
    const lines = (await exported()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(60_001);
    expect(lines.at(-1)).toBe('reader-59999@example.org,Reader 59999,active,every');
  });

  it.each([
    ['without a header', 'ann@x.org,Ann\n', 422],
    ['that is empty', '', 422],
    ['that is not UTF-8', Uint8Array.of(0x65, 0x6d, 0x61, 0x69, 0x6c, 0x0a, 0xff, 0xfe), 422],
  ])('refuses a file %s', async (_, body, status) => {
    const response = await importCsv(body);
    expect(response.status).toBe(status);
    await readProblem(response);
    expect(await exported()).toBe('email,name,state,frequency\r\n');
  });

  it('refuses what is no CSV, a charset that it does not know, and more than 25 MB', async () => {
    expect((await importCsv('{}', '', 'application/json')).status).toBe(415);
    expect((await importCsv('email\n', '', 'text/csv; charset=klingon')).status).toBe(415);
    expect((await importCsv('email\n', '?confirmed=yes')).status).toBe(422);
    expect((await importCsv(new Uint8Array(25 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('lets only editors in', async () => {
    for (const [method, path] of [
      ['POST', '/api/subscribers/import'],
      ['GET', '/api/subscribers/export'],
      ['GET', '/api/subscribers'],
    ])
      expect((await request(path!, { method: method! })).status).toBe(401);
    const wrong = {
      method: 'POST',
      body: new Uint8Array(26 * 1024 * 1024),
      headers: { 'Content-Type': 'a/b' },
    };
    expect((await request('/api/subscribers/import?nope=1', wrong)).status).toBe(401);
  });
});

describe('GET /api/subscribers/export', () => {
  it('is a CSV file that nobody caches', async () => {
    const { headers } = await asEditor('/api/subscribers/export');
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="subscribers.csv"');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('neutralises what a spreadsheet would run, and an import takes it back as it was', async () => {
    await importCsv('email,name\n+ann@x.org,"=HYPERLINK(""http://evil.example"")"\n', '?confirmed=true');
    const csv = await exported();
    expect(csv).toContain(`"'+ann@x.org","'=HYPERLINK(""http://evil.example"")",active`);
    expect(await (await importCsv(csv, '?confirmed=true')).json()).toMatchObject({ added: 0, unchanged: 1 });
  });

  it('is taken back as it is also where an address begins with an apostrophe', async () => {
    await importCsv(`email\n''+o'neill@x.org\n"'bo@x.org"\n`, '?confirmed=true');
    const csv = await exported();
    expect(csv).toContain(`''+o'neill@x.org`);
    expect(await (await importCsv(csv, '?confirmed=true')).json()).toMatchObject({ added: 0, unchanged: 2 });
    expect(await exported()).toBe(csv);
  });

  it('begins with its header, and with no byte order mark', async () => {
    const bytes = new Uint8Array(await (await asEditor('/api/subscribers/export')).arrayBuffer());
    expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).toMatch(/^email,/);
  });

  it('leaves out who was erased', async () => {
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    await env.DB.prepare(
      `UPDATE subscribers SET state = 'erased', email = NULL, name = NULL, erasure_hash = 'h'`,
    ).run();
    expect(await exported()).toBe('email,name,state,frequency\r\n');
  });
});

describe('GET /api/subscribers', () => {
  it('lists page by page, and by state', async () => {
    await importCsv('email,name\na@x.org,\nb@x.org,\nc@x.org,\n', '?confirmed=true');
    await importCsv('email,name\nd@x.org,\n');
    type Page = { subscribers: { id: string; email: string; state: string }[]; next: string | null };
    const read = async (query: string): Promise<Page> => (await asEditor(`/api/subscribers${query}`)).json();
    const first = await read('?limit=3');
    expect(first.subscribers.map(({ email }) => email)).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    expect(first.subscribers[0]).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      name: null,
      state: 'active',
    });
    const rest = await read(`?limit=3&after=${first.next}`);
    expect(rest).toMatchObject({ subscribers: [{ email: 'd@x.org' }], next: null });
    expect((await read('?state=pending')).subscribers.map(({ email }) => email)).toEqual(['d@x.org']);
  });

  it('finds by a part of the address or the name, in either case, page by page', async () => {
    await importCsv(
      'email,name\nann@x.org,Zo\u00eb \u00c9vora\nbo_50%@x.org,Bo\ncy@ann.example,\ndi@y.org,Joann\n',
      '?confirmed=true',
    );
    type Page = { subscribers: { email: string }[]; next: string | null };
    const find = async (search: string, more = ''): Promise<Page> =>
      (await asEditor(`/api/subscribers?search=${encodeURIComponent(search)}${more}`)).json();
    const emails = async (search: string, more = '') =>
      (await find(search, more)).subscribers.map(({ email }) => email);
    expect(await emails('ANN')).toEqual(['ann@x.org', 'cy@ann.example', 'di@y.org']);
    const { next } = await find('ann', '&limit=2');
    expect(await emails('ann', `&limit=2&after=${next}`)).toEqual(['di@y.org']);
    for (const part of ['zo\u00eb', 'ZO\u00cb', '\u00e9VORA', ' \u00c9v '])
      expect(await emails(part)).toEqual(['ann@x.org']);
    for (const part of ['_50', '50%', '%']) expect(await emails(part)).toEqual(['bo_50%@x.org']);
    expect(await emails('ann', '&state=pending')).toEqual([]);
    expect(await emails(`${'x'.repeat(60)}@`)).toEqual([]);
    for (const search of ['', '%20', 'x'.repeat(101)])
      expect((await asEditor(`/api/subscribers?search=${search}`)).status).toBe(422);
  });

  it('refuses a query that does not fit', async () => {
    const problem = await readProblem(await asEditor('/api/subscribers?state=gone&limit=0'));
    expect(problem.status).toBe(422);
    expect(problem['errors']).toMatchObject([{ path: 'limit' }, { path: 'state' }]);
  });
});

describe('one subscriber', () => {
  const find = async (email: string) => {
    const answer = await asEditor(`/api/subscribers?email=${encodeURIComponent(email)}`);
    return ((await answer.json()) as { subscribers: { id: string; state: string }[] }).subscribers;
  };
  const act = async (id: string, what: string, method = 'POST') =>
    asEditor(`/api/subscribers/${id}${what}`, { method });

  it('is found by address, however it is spelt, and shown with what they agreed to', async () => {
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    const [found] = await find(' ANN@X.ORG ');
    expect(await (await act(found!.id, '', 'GET')).json()).toMatchObject({
      email: 'ann@x.org',
      consents: [],
    });
    expect(await find('nobody@x.org')).toEqual([]);
    expect(await find('nobody')).toEqual([]);
  });

  it('is suppressed by hand: neither an import nor the form brings them back, until that is lifted', async () => {
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    const { id } = (await find('ann@x.org'))[0]!;
    expect(await (await act(id, '/suppress')).json()).toMatchObject({ id, state: 'suppressed' });
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    await request('/subscribe', { method: 'POST', body: new URLSearchParams({ email: 'ann@x.org' }) });
    expect(await find('ann@x.org')).toMatchObject([{ state: 'suppressed' }]);
    expect(await (await act(id, '/release')).json()).toMatchObject({ state: 'unsubscribed' });
    expect((await act(id, '/release')).status).toBe(409);
  });

  it('is erased', async () => {
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    const { id } = (await find('ann@x.org'))[0]!;
    expect(await (await act(id, '', 'DELETE')).json()).toMatchObject({ id, email: null, state: 'erased' });
    expect((await act(id, '', 'DELETE')).status).toBe(200);
  });

  it('is unsubscribed when they ask an editor, and may come back by themselves', async () => {
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    const { id } = (await find('ann@x.org'))[0]!;
    for (let n = 0; n < 2; n += 1)
      expect(await (await act(id, '/unsubscribe')).json()).toMatchObject({ id, state: 'unsubscribed' });
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    expect(await find('ann@x.org')).toMatchObject([{ state: 'unsubscribed' }]);
    expect(await resubscribe(env.DB, id, 9)).toMatchObject({ state: 'active' });
  });

  it('leaves for good though a link to confirm is on its way, also after a release', async () => {
    await request('/subscribe', { method: 'POST', body: new URLSearchParams({ email: 'new@x.org' }) });
    const [mail] = await untilMailed('new@x.org');
    const { id } = (await find('new@x.org'))[0]!;
    await act(id, '/suppress');
    await act(id, '/release');
    expect((await request(linkIn(mail, 'confirm'), { method: 'POST' })).status).toBe(404);
    expect(await find('new@x.org')).toMatchObject([{ state: 'unsubscribed' }]);
  });

  it('must exist, and be asked for by an editor', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/suppress'],
      ['POST', '/release'],
      ['POST', '/unsubscribe'],
    ] as const) {
      expect((await act('999999', path, method)).status).toBe(404);
      expect((await act('x', path, method)).status).toBe(404);
      expect((await request(`/api/subscribers/1${path}`, { method })).status).toBe(401);
    }
  });
});

describe('POST /api/subscribers', () => {
  const add = (body: unknown) =>
    asEditor('/api/subscribers', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  const consentsOf = async (id: string) =>
    ((await (await asEditor(`/api/subscribers/${id}`)).json()) as { consents: unknown[] }).consents;

  it('adds a reader by the word of an editor, and keeps that', async () => {
    const answer = await add({ email: ' Ann@X.org', name: 'Ann', confirmed: true });
    expect(answer.status).toBe(201);
    const ann = (await answer.json()) as { id: string };
    expect(ann).toMatchObject({ email: 'ann@x.org', name: 'Ann', state: 'active', asked: false });
    expect(answer.headers.get('Location')).toBe(`/api/subscribers/${ann.id}`);
    const again = await add({ email: 'ann@x.org', name: 'Anna', confirmed: true });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id: ann.id, name: 'Ann' });
    expect(await consentsOf(ann.id)).toMatchObject([{ source: 'editor', confirmedAt: expect.any(String) }]);
  });

  it('asks by mail without that word, also who came with a list or has left', async () => {
    await importCsv('email,state\nlist@x.org,pending\nleft@x.org,unsubscribed\n');
    for (const [email, before] of [
      ['fresh@x.org', 'pending'],
      ['list@x.org', 'pending'],
      ['left@x.org', 'unsubscribed'],
    ] as const) {
      expect(await (await add({ email })).json()).toMatchObject({ state: before, asked: true });
      const [mail] = await untilMailed(email);
      await request(linkIn(mail, 'confirm'), { method: 'POST' });
      expect(await findByAddress(env.DB, email)).toMatchObject({ state: 'active' });
    }
  });

  it.each(['unsubscribed', 'bounced', 'complained', 'suppressed'])(
    'does not bring back who is %s by that word',
    async (state) => {
      await importCsv(`email,state\nann@x.org,${state}\n`);
      const refused = await add({ email: 'ann@x.org', confirmed: true });
      expect(refused.status).toBe(409);
      expect((await readProblem(refused)).detail).toContain(state);
      expect(await findByAddress(env.DB, 'ann@x.org')).toMatchObject({ state });
    },
  );

  it('leaves alone who asked to be forgotten', async () => {
    await add({ email: 'gone@x.org', confirmed: true });
    const gone = await findByAddress(env.DB, 'gone@x.org');
    await asEditor(`/api/subscribers/${gone?.id}`, { method: 'DELETE' });
    for (const confirmed of [true, false])
      expect((await add({ email: 'gone@x.org', confirmed })).status).toBe(409);
    expect(await findByAddress(env.DB, 'gone@x.org')).toBeNull();
  });

  it('refuses what is no address, what it does not know, and strangers', async () => {
    expect((await add({ email: 'nobody' })).status).toBe(422);
    expect((await add({ email: 'ann@x.org', confirm: true })).status).toBe(422);
    expect((await request('/api/subscribers', { method: 'POST', body: '{}' })).status).toBe(401);
    expect(await findByAddress(env.DB, 'ann@x.org')).toBeNull();
  });
});

describe('POST /api/subscribers/suppress', () => {
  it('takes a list out, whether or not they are in yet, and says which rows are bad', async () => {
    await importCsv('email,name\nann@x.org,Ann\nbo@x.org,Bo\n', '?confirmed=true');
    const list = 'Email Address\nANN@x.org\ncy@x.org\nnobody\n';
    const suppress = () =>
      asEditor('/api/subscribers/suppress', {
        method: 'POST',
        body: list,
        headers: { 'Content-Type': 'text/csv' },
      });
    expect(await (await suppress()).json()).toEqual({
      rows: 3,
      suppressed: 2,
      badRows: 1,
      bad: [{ line: 4, email: 'nobody', reason: 'the address has no @' }],
    });
    expect(await (await suppress()).json()).toMatchObject({ suppressed: 0 });
    expect(await exported()).toBe(
      'email,name,state,frequency\r\nann@x.org,Ann,suppressed,every\r\nbo@x.org,Bo,active,every\r\ncy@x.org,,suppressed,every\r\n',
    );
    await importCsv('email\ncy@x.org\n', '?confirmed=true');
    expect(await exported()).toContain('cy@x.org,,suppressed');
  });

  const suppress = async (list: string, query = '') => {
    const headers = { 'Content-Type': 'text/csv' };
    const init = { method: 'POST', body: list, headers };
    return (await asEditor(`/api/subscribers/suppress${query}`, init)).json();
  };

  it('needs nothing but addresses, whatever else a list says', async () => {
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    const list = 'email,status,frequency\nann@x.org,hard bounce,never\n';
    expect(await suppress(list)).toMatchObject({ suppressed: 1, badRows: 0 });
    expect(await exported()).toContain('ann@x.org,Ann,suppressed');
  });

  it('as a dry run counts and takes nobody out', async () => {
    await importCsv('email,name\nann@x.org,Ann\n', '?confirmed=true');
    const before = await exported();
    const list = 'email\nann@x.org\nbo@x.org\n';
    const told = await suppress(list, '?dry_run=true');
    expect(told).toMatchObject({ rows: 2, suppressed: 2 });
    expect(await exported()).toBe(before);
    expect(await suppress(list)).toEqual(told);
  });
});
