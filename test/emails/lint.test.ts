// The mails under two tools made for it: html-validate for the markup, and the data of caniemail.com for what
// mail programs support. What a mail must do otherwise than a web page stands in the tables, with the reason.

import { caniemail } from 'caniemail';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { longestLine, MAX_LINE_BYTES } from '../../src/render/html/lines.ts';
import { fillTemplate } from '../../src/render/index.ts';
import { partOf } from '../digest/week.ts';
import { issueOf, renderWeek } from '../render/issue.ts';
import { extremes, week } from './extremes.ts';
import { letters } from './letters.ts';

const mails: (readonly [string, string])[] = [
  ...(await Promise.all(
    extremes.map(async ([name, reports]) => {
      return [name, fillTemplate((await issueOf(reports)).template, 'ZXhhbXBsZQ.c2ln').html] as const;
    }),
  )),
  [
    'a round-up',
    fillTemplate((await renderWeek(week.map((issue, n) => partOf(n + 1, issue)))).template, 'x.y').html,
  ],
  ...letters.map(([name, template]) => [name, template.html] as const),
];

/** Rule of html-validate -> why a mail breaks it. */
const MARKUP_EXCEPTIONS = {
  'doctype-html': 'Old programs choose their layout mode by the XHTML doctype; browsers treat both alike.',
  'void-style': 'React writes <br/>, which is the same element in HTML.',
  'no-inline-style': 'Mail programs drop style sheets: the looks must stand in the elements.',
  'no-deprecated-attr': 'Outlook for Windows needs width and align on layout tables.',
  'presentation-role-style': 'Old screen readers know "presentation", not its newer name "none".',
  'prefer-native-element':
    'Outlook for Windows sets <main> and <header> in one line, so divs carry the roles.',
  'no-conditional-comment': 'Outlook for Windows is told its widths in one: see src/render/html/outlook.ts.',
  'long-title': 'The title is the subject: preflight warns when it is long.',
} as const;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: Object.fromEntries(Object.keys(MARKUP_EXCEPTIONS).map((rule) => [rule, 'off'])),
});

it.each(mails)('html-validate finds nothing wrong with %s', async (_, html) => {
  const { results } = await validator.validateString(html);
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
});

it('breaks each of the rules that are switched off, so that the list holds no more than it must', async () => {
  const all = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'] });
  const broken = new Set<string>();
  for (const [, html] of mails)
    for (const { messages } of (await all.validateString(html)).results)
      for (const { ruleId } of messages) broken.add(ruleId);
  expect([...broken].sort()).toEqual(Object.keys(MARKUP_EXCEPTIONS).sort());
});

it.each(mails)('no line is longer than mail servers take: %s', (_, html) => {
  expect(longestLine(html)).toBeLessThanOrEqual(MAX_LINE_BYTES);
});

/** Feature of caniemail -> why it does no harm where it is not supported. */
const HARMLESS: Readonly<Record<string, string>> = {
  '<style> element': 'Gmail’s site on a phone: the light colours and all sizes stand inline.',
  'Class selector': 'As above.',
  'Descendant combinator': 'As above: only Outlook’s own dark mode needs it.',
  'Attribute selector': 'In a sheet of its own, for Outlook’s apps; Gmail drops that sheet.',
  '@media': 'Outlook for Windows is no phone, and has a dark mode of its own.',
  'color-scheme CSS property': 'Asks Apple Mail not to darken by itself; others do as they do.',
  'color-scheme meta tag': 'As above.',
  'text-wrap': 'Without it a headline’s last line may be short.',
  'overflow-wrap': 'Where it is missing, word-break breaks a monstrous word, or the program does.',
  'word-break': 'Where it is missing, overflow-wrap breaks a monstrous word.',
  'target attribute': 'Keeps jumps within the mail where a program follows it.',
  'Local anchors': 'The list of stories is a list without them too; the stories follow below it.',
  'display:none': 'Gmail’s site on a phone: max-height hides the preheader there.',
  'max-height property': 'Outlook for Windows: display hides the preheader there.',
  overflow: 'As above.',
  opacity: 'As above.',
  'text-decoration-line': 'React Email writes it before our text-decoration, which counts.',
  '<body> element': 'Some put a div in its place: a cell below it carries the ground again.',
  'role attribute': 'Windows Mail, which Microsoft has shut down, had no landmarks.',
};

const CLIENTS = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*'] as const;

function unsupported(html: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const { issues } = caniemail({ clients: [...CLIENTS], html });
  for (const [client, features] of issues.errors)
    for (const { title } of features) found.set(title, (found.get(title) ?? new Set()).add(client));
  return found;
}

describe('what Gmail, Outlook, Apple Mail or Yahoo do not support', () => {
  it.each(mails)('does no harm where it is missing: %s', (_, html) => {
    const harmful = [...unsupported(html)].filter(([feature]) => HARMLESS[feature] === undefined);
    expect(harmful.map(([feature, clients]) => `${feature}: ${[...clients].join(' ')}`)).toEqual([]);
  });

  it('is never padding, a border or a ground that Outlook for Windows would lose: those stand on cells', () => {
    for (const [, html] of mails)
      for (const [tag, name, style] of html.matchAll(/<(\w+)[^>]*? style="([^"]*)"/g)) {
        const lost = (style ?? '').split(';').filter((part) => {
          const [property = '', value = ''] = part.split(':');
          return (
            /^(padding|border-(top|bottom|left|right)|border$|background)/.test(property) && value !== '0'
          );
        });
        const isKnown = ['td', 'th', 'body'].includes(name ?? '') || tag.includes('button-text');
        if (!isKnown) expect(lost, tag).toEqual([]);
      }
  });

  it('is all in use, so that the list holds no more than it must', () => {
    const used = new Set(mails.flatMap(([, html]) => [...unsupported(html).keys()]));
    expect([...used].sort()).toEqual(Object.keys(HARMLESS).sort());
  });
});
