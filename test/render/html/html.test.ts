import { describe, expect, it } from 'vitest';
import { reportFrom } from '../../digest/report-from.ts';
import { seedReport } from '../../digest/seed.ts';
import { issueOf } from '../issue.ts';

const htmlOf = async (...reports: Parameters<typeof issueOf>[0]) => (await issueOf(reports)).template.html;
const hostile = '<script>alert("x")</script> & \'quotes\' </style><b onload=x> {{name}}';

describe('html', () => {
  it('is the same bytes for the same digest', async () => {
    expect(await htmlOf(seedReport)).toBe(await htmlOf(structuredClone(seedReport)));
  });

  it('prints every kept passage of the seed once, and the receipt', async () => {
    const html = await htmlOf(seedReport);
    const body = html.slice(html.indexOf('role="main"'));
    const texts = [
      ...seedReport.sections.flatMap(({ heading, blocks }) => [
        heading ?? '',
        ...blocks.map(({ text }) => text),
      ]),
      ...seedReport.faq.flatMap(({ question, answer }) => [question, ...answer]),
    ];
    for (const text of [seedReport.dek ?? '', ...texts])
      expect(body.split(text.replaceAll("'", '&#x27;')).length - 1, text).toBe(1);
    expect(body).toContain(
      '31 passages came in, 19 are printed; 7 were repeats, 4 pointers to other stories, 1 piece of page clutter',
    );
  });

  it('makes markup of nothing that a report says, wherever it says it', async () => {
    const report = reportFrom(
      {
        title: hostile,
        kept: ['dek', 'heading', 'paragraph', 'list-item', 'editor', 'question', 'answer'].map((kind) => ({
          kind,
          text: `${kind} ${hostile}`,
        })),
      },
      {
        sources: [hostile],
        meta: { author: hostile, source: hostile, date: hostile, url: 'https://e.example/"><i>' },
      },
    );
    report.lang = '"><script>';
    const html = await htmlOf(report, report);
    expect(html).not.toMatch(/<script|<b |<i>/);
    expect(html.match(/<\/style>/g)).toHaveLength(3);
    expect(html.match(/&lt;script&gt;alert\(&quot;x&quot;\)/g)?.length).toBeGreaterThan(20);
  });

  it('follows no address that is not on the web', async () => {
    const report = reportFrom({ title: 'T', kept: [] }, { meta: { url: 'javascript:alert(1)' } });
    expect(await htmlOf(report)).not.toContain('javascript:');
  });

  it('loads nothing from anywhere', async () => {
    expect(await htmlOf(seedReport)).not.toMatch(/<img|<link|<script|src=|url\(|@import/);
  });
});
