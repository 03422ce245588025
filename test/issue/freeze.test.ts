import { describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { freezeIssue, toSlug } from '../../src/issue/index.ts';
import { hashTemplate, type PageContent } from '../../src/render/index.ts';
import { renameTemplate } from '../../src/render/template.ts';

const options = { publication, siteUrl: 'https://news.example', keyId: '0a1b2c3d', local: false };
const issue = { id: '3f9a2c41-1111-4222-8333-444455556666', subject: null, preheader: null };
const RAW = `Schools get more

The council passed the budget on Tuesday after a long debate about the schools.

Also read: Ten bridges worth a detour

It holds 84 million crowns for schools, which is nine more than last year.

The council passed the budget on Tuesday after a long debate about the schools.
`;

async function freeze(raw = RAW, more: Partial<typeof options> = {}) {
  const frozen = await freezeIssue(issue, [{ id: '1', raw, format: 'text' as const, overrides: [] }], {
    ...options,
    ...more,
  });
  if (!frozen.ok) throw new Error(frozen.error.message);
  return frozen.value;
}

const contentOf = async (raw = RAW): Promise<PageContent> => JSON.parse((await freeze(raw)).stored.pageJson);

describe('a frozen issue', () => {
  it('is the same for the same reports', async () => {
    expect(await freeze()).toEqual(await freeze());
  });

  it('links to its own page and ledger, whose address is known before it is stored', async () => {
    const { template, stored } = await freeze();
    expect(stored.slug).toBe('schools-get-more-3f9a2c41');
    for (const part of [template.html, template.text])
      for (const path of ['', '/ledger'])
        expect(part).toContain(`https://news.example/issues/${stored.slug}${path}`);
  });

  it('holds the digest whole and what became of each passage', async () => {
    const { digest, ledgers } = await contentOf();
    expect(digest.stories[0]?.title).toBe('Schools get more');
    expect(ledgers).toEqual([
      [
        expect.objectContaining({ role: 'title', text: 'Schools get more' }),
        expect.objectContaining({ role: 'dek' }),
        expect.objectContaining({
          role: 'dropped',
          reason: 'promo',
          text: expect.stringMatching(/^Also read/),
        }),
        expect.objectContaining({ role: 'paragraph' }),
        expect.objectContaining({
          role: 'dropped',
          reason: 'duplicate',
          rule: expect.stringMatching(/\w/),
        }),
      ],
    ]);
  });

  it('keeps whole on the web what its mail has no room for, and says where the mail stopped', async () => {
    const paragraphs = Array.from(
      { length: 700 },
      (_, n) =>
        `Paragraph number ${n} tells of house number ${n * 7 + 1} in the street, and of who lived there in ${1200 + n}.`,
    );
    const raw = `A long street\n\n${paragraphs.join('\n\n')}\n`;
    const [story] = (await contentOf(raw)).digest.stories;
    const blocks = story!.sections.flatMap((section) => section.blocks);
    expect([story!.dek, ...blocks.map(({ text }) => text)]).toEqual(paragraphs);
    expect(story!.rest!.passages).toBeGreaterThan(50);
    expect((await freeze(raw)).preflight.ok).toBe(true);
  });

  it('has another hash when only the ledger differs: who approves the mail approves the page', async () => {
    const other = RAW.replace('Ten bridges', 'Six bridges');
    const [a, b] = [await freeze(), await freeze(other)];
    expect(b.template.html).toBe(a.template.html);
    expect(b.sha256).not.toBe(a.sha256);
    expect(await hashTemplate(JSON.parse(a.stored.templateJson))).toBe(a.sha256);
  });

  it('has no link to a page where the publication has none', async () => {
    const { template } = await freeze(RAW, { publication: { ...publication, issuesOnWeb: false } });
    expect(template.html + template.text).not.toContain('/issues/');
  });
});

describe('the address of an issue', () => {
  it.each([
    ['Pokrovsk is “Hottest Spot” in Ukraine', 'pokrovsk-is-hottest-spot-in-ukraine-3f9a2c41'],
    ['Übermäßig çirkin', 'ubermassig-cirkin-3f9a2c41'],
    ['港の最終便', '3f9a2c41'],
    ['', '3f9a2c41'],
  ])('of %j is %s', (subject, slug) => {
    expect(toSlug(subject, issue.id)).toBe(slug);
  });

  it('is short however long the subject is', () => {
    expect(toSlug('word '.repeat(100), issue.id).length).toBeLessThanOrEqual(70);
    expect(toSlug('w'.repeat(500), issue.id).length).toBeLessThanOrEqual(70);
  });
});

it('an issue that is moved has the very bytes that it would have been given', async () => {
  const id = '0a1b2c3d-1111-4222-8333-444455556666';
  const [old, other] = [
    await freeze(),
    await freezeIssue(
      { ...issue, id },
      [{ id: '1', raw: RAW, format: 'text' as const, overrides: [] }],
      options,
    ),
  ];
  if (!other.ok) throw new Error(other.error.message);
  const slug = { from: old.stored.slug, to: other.value.stored.slug };
  expect(renameTemplate(old.template, id, slug)).toEqual(other.value.template);
  expect(old.template).not.toEqual(other.value.template);
});
