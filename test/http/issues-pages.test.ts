import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { issuesPages } from '../../src/http/issues-pages.tsx';
import { readIssue } from '../../src/store/index.ts';
import { asEditor, postText, request, SITE } from '../support/client.ts';

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

async function draft(raw = RAW): Promise<{ id: string; report: string; etag: string }> {
  const { id: report } = (await (await postText('/api/reports', raw)).json()) as { id: string };
  const made = await asEditor('/api/issues', json('POST', { reports: [report] }));
  const { id } = (await made.json()) as { id: string };
  return { id, report, etag: (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag')! };
}

const LATER = new Date(Date.now() + 7 * 86_400_000).toISOString();

/** Approved, and due in a week: nothing has left. */
async function approved(raw = RAW) {
  const issue = await draft(raw);
  const sent = await asEditor(
    `/api/issues/${issue.id}/send`,
    json('POST', { at: LATER }, { 'If-Match': issue.etag }),
  );
  expect(sent.status).toBe(202);
  const slug = (await readIssue(env.DB, issue.id))!.slug!;
  return { ...issue, slug, path: `/issues/${slug}` };
}

const read = async (path: string) => (await request(path)).text();

describe('an issue on the web', () => {
  it('is there for everybody before its first mail leaves, at the address that the mail names', async () => {
    const { id, path } = await approved();
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
    const page = await read((await approved()).path);
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
    const { path, report } = await approved();
    const before = [await read(path), await read(`${path}/ledger`)];
    const edited = await asEditor(
      `/api/reports/${report}`,
      json('PATCH', { raw: 'Another text altogether, about another thing.\n\nAnd no more than that.' }),
    );
    expect(edited.status).toBe(200);
    expect([await read(path), await read(`${path}/ledger`)]).toEqual(before);
  });

  it('is not there for a draft, nor at an address that nobody was told', async () => {
    const { id } = await draft();
    for (const slug of ['nothing', `schools-get-more-${id.slice(0, 8)}`, '%00', '..%2fdesk']) {
      const page = await request(`/issues/${slug}`);
      expect(page.status, slug).toBe(404);
      expect(await page.text()).not.toContain('84 million');
    }
  });

  it('is gone when the issue is cancelled before any mail left', async () => {
    const { id, path } = await approved();
    await asEditor(`/api/issues/${id}/cancel`, { method: 'POST' });
    expect((await request(path)).status).toBe(404);
    expect((await request(`${path}/ledger`)).status).toBe(404);
  });

  it('makes markup of nothing that a report says', async () => {
    const hostile = '<script>alert(1)</script> </style> <img src=x onerror=y>';
    const { path } = await approved(`# Title ${hostile}\n\nIt said ${hostile} on Tuesday, and again.\n`);
    for (const page of [await read(path), await read(`${path}/ledger`)]) {
      expect(page).not.toMatch(/<script|<img|onerror=y>/);
      expect(page.match(/<\/style>/)).toBeNull();
    }
  });

  it('can be switched off in publication.ts', async () => {
    const { slug } = await approved();
    const deps = { db: env.DB, config: { siteUrl: SITE } } as Parameters<typeof issuesPages>[0];
    const off = issuesPages(deps, { ...publication, issuesOnWeb: false });
    const on = issuesPages(deps, publication);
    for (const path of [`/${slug}`, `/${slug}/ledger`]) {
      expect((await on.request(path)).status).toBe(200);
      expect((await off.request(path)).status).toBe(404);
    }
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
    const ledger = await read(`${(await approved()).path}/ledger`);
    expect(ledger).toMatch(
      /Pointer to another story <span class="count">1<\/span>.*Also read: Ten bridges worth a detour.*<q>also read<\/q>.*<code>promo-label<\/code>/s,
    );
    expect(ledger).toMatch(/Repeat <span class="count">1<\/span>.*The council passed the budget/s);
    expect(ledger).toMatch(/<code dir="auto">•<\/code>/);
  });

  it('shows the whole report with the cuts in their places', async () => {
    const ledger = await read(`${(await approved()).path}/ledger`);
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
    const { path } = await approved(
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
    const { id, path } = await approved(`A long street\n\n${paragraphs.join('\n\n')}\n`);
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
