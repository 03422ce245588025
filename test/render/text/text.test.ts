import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/clean/index.ts';
import { fillTemplate } from '../../../src/render/index.ts';
import { widthOf } from '../../../src/render/text/wrap.ts';
import { reportFrom } from '../../digest/report-from.ts';
import { seedReport } from '../../digest/seed.ts';
import { issueOf, options } from '../issue.ts';

const textOf = async (...reports: Parameters<typeof issueOf>[0]) =>
  fillTemplate((await issueOf(reports)).template, 'ZXhhbXBsZQ.c2lnbmF0dXJl').text;

describe('the text part', () => {
  it('has no line over 72 columns, and no white space at the end of one', async () => {
    for (const line of (await textOf(seedReport, seedReport)).split('\n')) {
      expect(widthOf(line)).toBeLessThanOrEqual(72);
      expect(line).toBe(line.trimEnd());
    }
  });

  it('underlines headings and marks questions and answers', async () => {
    const text = await textOf(seedReport);
    expect(text).toContain('Vladimir Putin’s Broader Goal\n-----------------------------\n');
    expect(text).toContain('Q: How many Russian troops are near Pokrovsk?\nA: Over 110,000 troops');
  });

  it('refers to links by number, and puts each address alone on a line at the end', async () => {
    const report = reportFrom(
      { title: 'T', kept: [] },
      { meta: { source: 'Post', url: 'https://post.example/a' } },
    );
    const text = await textOf(report, report);
    expect(text.split('\nRead the original at Post\u00a0[1]\n')).toHaveLength(3);
    expect(text).toContain('\nSee what was cut, and why\u00a0[2]\n');
    expect(text).toContain('\nUnsubscribe from The Second Read\u00a0[5]\n');
    const base = 'https://second-read.example';
    expect(text.slice(text.indexOf('[1] https:'))).toBe(
      [
        '[1] https://post.example/a',
        `[2] ${base}/issues/example/ledger`,
        `[3] ${base}/issues/example`,
        `[4] ${base}/preferences/ZXhhbXBsZQ.c2lnbmF0dXJl`,
        `[5] ${base}/unsubscribe/ZXhhbXBsZQ.c2lnbmF0dXJl\n`,
      ].join('\n'),
    );
  });

  it('offers no choice where there is no round-up', async () => {
    const publication = { ...options.publication, weekly: null };
    const { template } = await issueOf([seedReport], { publication });
    expect(template.text).not.toContain('/preferences/');
    expect(template.html).not.toContain('/preferences/');
  });

  it('names no page where the publication has none', async () => {
    const publication = { ...options.publication, issuesOnWeb: false };
    const { template } = await issueOf([seedReport], { publication });
    expect(template.text).not.toContain('/issues/');
    expect(template.html).not.toContain('/issues/');
  });

  it('lists the stories when there are several', async () => {
    const other = reportFrom({ title: 'Another title', kept: [] });
    expect(await textOf(seedReport, other)).toContain(
      'In this issue\n1. Pokrovsk is “Hottest Spot” in Ukraine\n2. Another title\n',
    );
  });

  it('keeps the items of a list together', async () => {
    const items = ['one', 'two'].map((text) => ({ kind: 'list-item', text }));
    const after = { kind: 'paragraph', text: 'After.' };
    expect(await textOf(reportFrom({ title: 'T', kept: [...items, after] }))).toContain(
      '* one\n* two\n\nAfter.',
    );
  });

  it('prints the numbers of a list and of headings, as the source has them', async () => {
    const raw =
      'How to cross the bridge\n\nThe county has published how to cross the bridge while it is repaired.\n\n' +
      '1. Stop at the light.\n2. Wait for the ferry crew to wave.\n3. Cross at walking pace.\n\nThat is all, the county said.\n';
    const report = clean(raw);
    if (!report.ok) throw new Error(report.error.message);
    expect(await textOf(report.value)).toContain(
      '\n1. Stop at the light.\n2. Wait for the ferry crew to wave.\n3. Cross at walking pace.\n',
    );
    const section = {
      heading: 'Wash it',
      number: 2,
      blocks: [{ kind: 'paragraph', text: 'With soap.' }],
    } as const;
    const numbered = { ...report.value, sections: [{ ...section, blocks: [...section.blocks] }] };
    expect(await textOf(numbered)).toContain('\n2. Wash it\n----------\n');
  });

  it('marks quotes as mail programs do, and puts an editor’s words between brackets', async () => {
    const kept = [
      { kind: 'editor', text: 'We asked again.' },
      { kind: 'quote', text: 'word '.repeat(20).trim() },
      { kind: 'quote', text: 'Another one.' },
    ];
    expect(await textOf(reportFrom({ title: 'T', kept }))).toContain(
      `[Editor’s note: We asked again.]\n\n> ${'word '.repeat(14).trim()}\n> ${'word '.repeat(6).trim()}\n>\n> Another one.\n`,
    );
  });

  it('sets a table in columns, or its cells on one line where they do not fit', async () => {
    const rows = (...texts: string[]) =>
      reportFrom({ title: 'T', kept: texts.map((text) => ({ kind: 'row', text })) });
    expect(await textOf(rows('| Year | Boats |', '|---|---|', '| 2020 | 12 |'))).toContain(
      'Year  Boats\n----  -----\n2020  12\n',
    );
    const long = 'w'.repeat(50);
    expect(await textOf(rows(`${long}\ta`, `b\t${long}`))).toContain(`${long} | a\nb | ${long}\n`);
  });

  it('speaks the language of the story', async () => {
    const kept = [
      { kind: 'question', text: 'Gilt das auch für Gewerbe?' },
      { kind: 'answer', text: 'Ja.' },
    ];
    const text = await textOf(reportFrom({ lang: 'de', title: 'Fernwärme', kept }));
    expect(text).toContain(
      'Fragen und Antworten\n--------------------\n\nF: Gilt das auch für Gewerbe?\nA: Ja.',
    );
    expect(text).toContain('The Second Read abbestellen\u00a0[4]');
  });
});
