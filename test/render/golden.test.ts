// What leaves, byte for byte, as it was last looked at. A change of a template shows here in full; look at it,
// then keep it with `npm test -- --project pure -u test/render/golden`.

import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/render/index.ts';
import type { RequestTemplate } from '../../src/render/template.ts';
import { seedReport } from '../digest/seed.ts';
import { partOf } from '../digest/week.ts';
import { arabic, everyKind, japanese } from '../emails/extremes.ts';
import { letters } from '../emails/letters.ts';
import { issueOf, renderWeek } from './issue.ts';

const issues: readonly (readonly [string, Parameters<typeof issueOf>[0]])[] = [
  ['seed', [seedReport]],
  ['every-kind', [everyKind]],
  ['two-stories', [seedReport, arabic]],
  ['arabic', [arabic]],
  ['japanese', [japanese]],
];

const mails: [string, RequestTemplate][] = [
  ...(await Promise.all(
    issues.map(async ([name, reports]): Promise<[string, RequestTemplate]> => {
      return [name, (await issueOf(reports)).template];
    }),
  )),
  [
    'round-up',
    (await renderWeek([partOf(11, [seedReport]), partOf(12, [everyKind, arabic]), partOf(14, [seedReport])]))
      .template,
  ],
  ...letters.map(([name, template]): [string, RequestTemplate] => [name.replace(/[^a-z]+/gi, '-'), template]),
];

describe.each(mails)('the mail %s', (name, template) => {
  const { html, text } = fillTemplate(template, 'ZXhhbXBsZQ.c2lnbmF0dXJl');
  const kept = (ending: string) => `../fixtures/render/${name}.${ending}`;

  it('has the html that was kept', async () => {
    // An element to a line, so that a change can be read.
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot(kept('html'));
  });

  it('has the text part that was kept', async () => {
    await expect(text).toMatchFileSnapshot(kept('txt'));
  });
});
