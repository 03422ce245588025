import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { publication } from '../../../content/publication.ts';
import { issuesPages } from '../../../src/http/site/issues.tsx';
import { readIssue } from '../../../src/store/index.ts';
import { approveForSending } from '../../deliver/approved-issue.ts';
import { asEditor, postText, request, SITE } from '../../support/client.ts';

const RAW = `Schools get more

The council passed the budget on Tuesday after a long debate about the schools of the town.

Also read: Ten bridges worth a detour

It holds 84 million crowns for schools, which is nine more than last year.

• a new roof for the school on the hill
• a bus that leaves on time

The council passed the budget on Tuesday after a long debate about the schools of the town.

FAQ

Q: Who pays for the new roof?
A: The county does, and the town pays for the bus.
`;

const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
});

async function draft(raw = RAW, type = 'text/plain'): Promise<{ id: string; report: string; etag: string }> {
  const { id: report } = (await (await postText('/api/reports', raw, { 'Content-Type': type })).json()) as {
    id: string;
  };
  const made = await asEditor('/api/issues', json('POST', { reports: [report] }));
  const { id } = (await made.json()) as { id: string };
  return { id, report, etag: (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag')! };
}

const LATER = new Date(Date.now() + 7 * 86_400_000).toISOString();

/** Its run has begun, so its mails may leave. */
const sent = (raw = RAW, type = 'text/plain') => approve(raw, {}, type);

/** Approved, and due in a week: nothing has left. */
const scheduled = (raw = RAW) => approve(raw, { at: LATER });

async function approve(raw: string, when: object, type = 'text/plain') {
  const issue = await draft(raw, type);
  const answer = await asEditor(
    `/api/issues/${issue.id}/send`,
    json('POST', when, { 'If-Match': issue.etag }),
  );
  expect(answer.status).toBe(202);
  const slug = (await readIssue(env.DB, issue.id))!.slug!;
  return { ...issue, slug, path: `/issues/${slug}` };
}

const read = async (path: string) => (await request(path)).text();

describe('an issue on the web', () => {
  it('is there for everybody when its mails leave, at the address that they name', async () => {
    const { id, path } = await sent();
    const mail = await (
      await asEditor(`/api/issues/${id}/preview`, { headers: { Accept: 'text/html' } })
    ).text();
    const links = Array.from(mail.matchAll(/href="([^"]*\/issues\/[^"]*)"/g), ([, url]) => url ?? '');
    expect([...new Set(links)]).toEqual([`${SITE}${path}`, `${SITE}${path}/ledger`]);
    for (const link of links) {
      const page = await request(link.slice(SITE.length));
      expect(page.status).toBe(200);
      expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
      expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    }
  });

  it('says what its mail says: every passage, question and figure', async () => {
    const page = await read((await sent()).path);
    for (const words of [
      '<h1>Schools get more</h1>',
      'The council passed the budget',
      '<li>a new roof for the school on the hill</li>',
      '<summary>Who pays for the new roof?</summary>',
      'The county does, and the town pays for the bus.',
      'passages came in',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('Ten bridges');
    expect(page.split('The council passed the budget')).toHaveLength(3); // once as the description
  });

  it('stays what was approved when its report is edited afterwards', async () => {
    const { path, report } = await sent();
    const before = [await read(path), await read(`${path}/ledger`)];
    const edited = await asEditor(
      `/api/reports/${report}`,
      json('PATCH', { raw: 'Another text altogether, about another thing.\n\nAnd no more than that.' }),
    );
    expect(edited.status).toBe(200);
    expect([await read(path), await read(`${path}/ledger`)]).toEqual(before);
  });

  it('is not there at an address that nobody was told', async () => {
    await draft();
    for (const slug of ['nothing', 'schools-get-more-00000000', '%00', '..%2fdesk']) {
      const page = await request(`/issues/${slug}`);
      expect(page.status, slug).toBe(404);
      expect(await page.text()).not.toMatch(/84 million|not been sent yet/);
    }
  });

  it('says that it is not sent yet to those who follow the link of a test mail', async () => {
    const { id } = await draft();
    const drafted = `/issues/schools-get-more-${id.slice(0, 8)}`;
    const { id: later, path: waiting } = await scheduled();
    for (const path of [drafted, `${drafted}/ledger`, waiting, `${waiting}/ledger`]) {
      const page = await request(path);
      expect(page.status, path).toBe(404);
      const text = await page.text();
      expect(text).toContain('This issue has not been sent yet.');
      expect(text).not.toContain('84 million');
    }
    await asEditor(`/api/issues/${later}/cancel`, { method: 'POST' });
    expect(await read(waiting)).toContain('There is no issue at this address.');
  });

  it('is found by a link that was copied with what stood behind it', async () => {
    const { path } = await sent();
    for (const stuck of ['.', ')', ']', '>', '/', ').', '%3E', '%E2%80%9D'])
      for (const link of [`${path}${stuck}`, `${path}/ledger${stuck}`])
        expect((await request(link)).status, link).toBe(200);
  });

  it('makes markup of nothing that a report says', async () => {
    const hostile = '<script>alert(1)</script> </style> <img src=x onerror=y>';
    const { path } = await sent(`# Title ${hostile}\n\nIt said ${hostile} on Tuesday, and again.\n`);
    for (const page of [await read(path), await read(`${path}/ledger`)]) {
      expect(page).not.toMatch(/<script|<img|onerror=y>/);
      expect(page.match(/<\/style>/)).toBeNull();
    }
  });

  it('can be switched off in publication.ts', async () => {
    const { slug } = await sent();
    const deps = { db: env.DB, config: { siteUrl: SITE } } as Parameters<typeof issuesPages>[0];
    const off = issuesPages(deps, { ...publication, issuesOnWeb: false });
    const on = issuesPages(deps, publication);
    for (const path of [`/${slug}`, `/${slug}/ledger`]) {
      expect((await on.request(path)).status).toBe(200);
      expect((await off.request(path)).status).toBe(404);
    }
  });

  it('can have no ledger by publication.ts, and then does not lead to one', async () => {
    const { slug } = await sent();
    const deps = { db: env.DB, config: { siteUrl: SITE } } as Parameters<typeof issuesPages>[0];
    const without = issuesPages(deps, { ...publication, ledgerOnWeb: false });
    expect((await without.request(`/${slug}/ledger`)).status).toBe(404);
    expect(await (await without.request(`/${slug}`)).text()).not.toContain('/ledger');
  });

  it('counts in the ledger what is around the story of an HTML page, and shows none of it', async () => {
    const desks = 'World Politics Sport Money Health Science Weather Travel Music Books Film Food'.split(' ');
    const menu = desks.map((desk) => `<li><a href="https://x.example/${desk}">${desk}</a></li>`).join('');
    const story = Array.from(
      { length: 8 },
      (_, n) =>
        `<p>The ferry number ${n} was cancelled on Monday after its engine failed in the harbour.</p>`,
    );
    const { path } = await sent(
      `<ul class="menu">${menu}</ul><script>let a = 1</script><h1>No ferries</h1>${story.join('')}`,
      'text/html',
    );
    const ledger = await read(`${path}/ledger`);
    expect(ledger).toMatch(/\d+ menu and footer lines/);
    expect(ledger).toMatch(/\d+ pieces of markup/);
    expect(ledger).toContain('The ferry number 7 was cancelled');
    expect(ledger).not.toMatch(/Weather|x\.example|let a/);
  });

  it('has an example, for the links of a preview that belongs to no issue', async () => {
    const preview = (await (await postText('/api/preview', RAW)).json()) as { html: string };
    expect(preview.html).toContain(`href="${SITE}/issues/example"`);
    for (const path of ['/issues/example', '/issues/example/ledger'])
      expect((await request(path)).status).toBe(200);
  });

  it('has its style sheet', async () => {
    const style = await request('/issues/style.css');
    expect(style.headers.get('Content-Type')).toMatch(/^text\/css/);
    expect(await style.text()).toContain(publication.accent);
  });
});

describe('a ledger', () => {
  it('shows each cut with its reason, what gave it away, and the rule', async () => {
    const ledger = await read(`${(await sent()).path}/ledger`);
    expect(ledger).toMatch(
      /Pointer to another story <span class="count">1<\/span>.*Also read: Ten bridges worth a detour.*<q>also read<\/q>.*<code>promo-label<\/code>/s,
    );
    expect(ledger).toMatch(/Repeat <span class="count">1<\/span>.*The council passed the budget/s);
    expect(ledger).toMatch(/<code dir="auto">•<\/code>/);
  });

  it('shows the whole report with the cuts in their places', async () => {
    const ledger = await read(`${(await sent()).path}/ledger`);
    const whole = ledger.slice(ledger.indexOf('class="whole"'));
    const places = [
      'Schools get more',
      'The council passed',
      '<del>Also read:',
      'It holds 84',
      '<del>The council',
    ];
    const at = places.map((words) => whole.indexOf(words));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('says so when nothing was cut', async () => {
    const { path } = await sent(
      'A title\n\nOne paragraph, in which something is said at length on Tuesday.\n',
    );
    expect(await read(`${path}/ledger`)).toContain('Nothing was cut from this report.');
  });

  it('says how much of a long report the mail left to the web, and the page has the place', async () => {
    const paragraphs = Array.from(
      { length: 700 },
      (_, n) =>
        `Paragraph number ${n} tells of house number ${n * 7 + 1} in the street, and of who lived there in ${1200 + n}.`,
    );
    const { id, path } = await sent(`A long street\n\n${paragraphs.join('\n\n')}\n`);
    const mail = await (
      await asEditor(`/api/issues/${id}/preview`, { headers: { Accept: 'text/html' } })
    ).text();
    const left = Number(/stops here: (\d+) more passages/.exec(mail)?.[1]);
    expect(left).toBeGreaterThan(50);
    expect(mail).toContain(`${path}#story-1-rest`);
    expect(await read(`${path}/ledger`)).toContain(`so ${left} passages stand on the web page`);
    const page = await read(path);
    expect(page).toContain(`<p id="story-1-rest">${paragraphs[700 - left]}`);
    expect(mail).not.toContain(paragraphs[700 - left]);
    expect(mail).toContain(paragraphs[700 - left - 1]);
  });
});

it('whose stored content cannot be read, is a fault of its own pages and of no list', async () => {
  const { id, path } = await sent();
  const { path: other } = await sent(RAW.replaceAll('council', 'county'));
  await env.DB.batch([
    env.DB.prepare('DELETE FROM issue_pages WHERE issue_id = ?').bind(id),
    env.DB.prepare(`INSERT INTO issue_pages (issue_id, piece, content) VALUES (?, 0, '{"version":2}')`).bind(
      id,
    ),
  ]);
  expect((await request(path)).status).toBe(500);
  expect((await request(`${path}/ledger`)).status).toBe(500);
  expect((await request(other)).status).toBe(200);
  expect((await request('/')).status).toBe(200);
  expect((await asEditor('/api/issues')).status).toBe(200);
});

it('whose stored mail cannot be read, says so instead of a preview and stays in the list', async () => {
  const { id } = await approveForSending(Date.now(), true, (json) => json.replace('{', '{"version":2,'));
  const refused = await asEditor(`/api/issues/${id}/preview`);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    detail:
      'The stored issue cannot be read: its version is 2, which this code does not know. Take it back to draft.',
  });
  expect(await (await asEditor('/api/issues')).text()).toContain(id);
});
