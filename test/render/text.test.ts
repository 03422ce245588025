import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/render/index.ts';
import { widthOf } from '../../src/render/wrap.ts';
import { reportFrom } from '../digest/report-from.ts';
import { seedReport } from '../digest/seed.ts';
import { issueOf } from './issue.ts';

const textOf = async (...reports: Parameters<typeof issueOf>[0]) =>
  fillTemplate((await issueOf(reports)).template, 'ZXhhbXBsZQ.c2lnbmF0dXJl').text;

describe('the text part', () => {
  it('of the seed reads as kept in fixtures/render/seed.txt', async () => {
    const kept = readFileSync(new URL('../fixtures/render/seed.txt', import.meta.url), 'utf8');
    expect(await textOf(seedReport)).toBe(kept);
  });

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

  it('puts every link alone on its line', async () => {
    const report = reportFrom(
      { title: 'T', kept: [] },
      { meta: { source: 'Post', url: 'https://post.example/a' } },
    );
    const text = await textOf(report);
    expect(text).toContain('\nRead the original at Post:\nhttps://post.example/a\n');
    expect(text).toContain('\nhttps://second-read.example/unsubscribe/ZXhhbXBsZQ.c2lnbmF0dXJl\n');
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

  it('speaks the language of the story', async () => {
    const kept = [
      { kind: 'question', text: 'Gilt das auch für Gewerbe?' },
      { kind: 'answer', text: 'Ja.' },
    ];
    const text = await textOf(reportFrom({ lang: 'de', title: 'Fernwärme', kept }));
    expect(text).toContain(
      'Fragen und Antworten\n--------------------\n\nF: Gilt das auch für Gewerbe?\nA: Ja.',
    );
    expect(text).toContain('The Second Read abbestellen:');
  });
});
