// Every mail under SpamAssassin, where it is installed (`apt-get install spamassassin`): rules about the text of a mail,
// without asking anybody. Elsewhere the rule about long lines, which it would break first, is tested in lint.test.ts.

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { fillTemplate } from '../../src/render/index.ts';
import type { RequestTemplate } from '../../src/render/template.ts';
import { partOf } from '../digest/week.ts';
import { issueOf, renderWeek } from '../render/issue.ts';
import { extremes, week } from './extremes.ts';
import { letters } from './letters.ts';

const isInstalled = spawnSync('spamassassin', ['--version']).status === 0;

const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** As a mail server takes it: the lines are those that were rendered. */
function toMessage(name: string, template: RequestTemplate): string {
  const { html, text, headers } = fillTemplate(template, 'ZXhhbXBsZQ.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl');
  const part = (type: string, body: string): string =>
    [`--part`, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit', '', body].join(
      '\n',
    );
  return [
    'From sender@second-read.example Mon Mar  9 07:00:00 2026',
    `From: ${template.from}`,
    'To: Ann Lee <ann@reader.example>',
    `Subject: ${/^[\x20-\x7e]*$/.test(template.subject) ? template.subject : encoded(template.subject)}`,
    'Date: Mon, 09 Mar 2026 07:00:00 +0000',
    `Message-ID: <${Buffer.from(name).toString('hex').slice(0, 40)}@second-read.example>`,
    ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`),
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="part"',
    '',
    part('text/plain', text.replace(/^From /gm, '>From ')),
    part('text/html', html.replace(/^From /gm, '>From ')),
    '--part--',
    '',
  ].join('\n');
}

/** The verdict over each message of a mailbox, in order: its score, and the rules that it broke. */
function judge(messages: readonly string[]): string[] {
  const { stdout, status, stderr } = spawnSync('spamassassin', ['--local', '--mbox'], {
    input: messages.join('\n'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  const unfolded = stdout.replace(/\n[\t ]+/g, ' ');
  return Array.from(unfolded.matchAll(/^X-Spam-Status: (.*)$/gm), ([, verdict]) => verdict ?? '');
}

it.skipIf(!isInstalled)('SpamAssassin counts nothing against any mail', async () => {
  const mails: (readonly [string, RequestTemplate])[] = [
    ...letters,
    ['a round-up', (await renderWeek(week.map((issue, n) => partOf(n + 1, issue)))).template],
    ...(await Promise.all(
      extremes.map(async ([name, reports]) => [name, (await issueOf(reports)).template] as const),
    )),
  ];
  const verdicts = judge(mails.map(([name, template]) => toMessage(name, template)));
  expect(verdicts).toHaveLength(mails.length);
  const counted = verdicts.map((verdict, n) => `${mails[n]?.[0]}: ${verdict}`);
  expect(counted.filter((verdict) => !/score=(?:-\d|0\.0\b)/.test(verdict))).toEqual([]);
});
