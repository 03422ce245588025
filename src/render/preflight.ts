// The last look before a mail may leave. A problem refuses it; a warning is for the editor to weigh. Each
// check is a row below: what it finds, in words that an editor can act on.

import type { Publication } from '../../content/publication.ts';
import type { Digest } from '../digest/index.ts';
import { longestLine, MAX_LINE_BYTES } from './html/lines.ts';
import type { RequestTemplate } from './template.ts';
import { fillTemplate } from './template.ts';

type Finding = { readonly code: string; readonly message: string };

export type Preflight = {
  readonly ok: boolean;
  /** Each of these refuses the mail. */
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** UTF-8 bytes of the html with the longest token spliced in. */
  readonly htmlBytes: number;
};

type Context = {
  /** As the html shows it: what was cut for its length is recorded in its stories. */
  readonly digest: Digest;
  readonly publication: Publication;
  readonly local: boolean;
};

type Look = Context & {
  readonly template: RequestTemplate;
  /** The template with the longest token in it, as the longest mail would leave. */
  readonly filled: ReturnType<typeof fillTemplate>;
  readonly htmlBytes: number;
  readonly unsubscribeUrl: string;
};

type Check = { readonly code: string; readonly find: (look: Look) => readonly string[] };

/** Gmail cuts a mail at about 102 KB, and forwarding or counting clicks adds to what leaves here. */
export const MAX_HTML_BYTES = 90_000;

/** Of the frozen template as JSON: a row of the database holds 2 MB, a request to the provider 2.5. */
const MAX_TEMPLATE_BYTES = 1_500_000;

/** An unsubscribe token at its longest: base64url of the largest id that D1 can hold (19 figures), a dot, an HMAC of 32 bytes. */
export const MAX_TOKEN = 'x'.repeat(26 + 1 + 43);

const MAX_SUBJECT_LENGTH = 78;

// What other newsletter tools fill in: {{name}}, ${name}, %%name%%, *|NAME|*, [[name]].
const LEFTOVER = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|%%\w+%%|\*\|[^|]*\|\*|\[\[\w+\]\]/;

const refusals: readonly Check[] = [
  {
    code: 'subject-empty',
    find: ({ template }) => unless(template.subject.trim() !== '', 'The subject is empty. Write one.'),
  },
  {
    code: 'text-empty',
    find: ({ template }) =>
      unless(template.text.trim() !== '', 'There is no text part: readers of plain text would get nothing.'),
  },
  {
    code: 'html-too-long',
    find: ({ htmlBytes }) =>
      unless(
        htmlBytes <= MAX_HTML_BYTES,
        `The mail is ${Math.ceil(htmlBytes / 1000)} KB long, and Gmail would cut off its end: ${MAX_HTML_BYTES / 1000} KB is the most. Leave out a report, or shorten one.`,
      ),
  },
  {
    code: 'mail-too-large',
    find: ({ template }) =>
      unless(
        bytesOf(JSON.stringify(template)) <= MAX_TEMPLATE_BYTES,
        `The plain text part is too long to be sent: ${MAX_TEMPLATE_BYTES / 1_000_000} MB is the most. Leave out a report, or shorten one.`,
      ),
  },
  {
    code: 'postal-address',
    find: ({ publication }) =>
      unless(
        publication.postalAddress.trim() !== '',
        'The postal address is missing. Set it in content/publication.ts.',
      ),
  },
  {
    code: 'unsubscribe-link',
    find: ({ template, unsubscribeUrl }) =>
      unless(
        hrefs(template.html).includes(unsubscribeUrl) && hasWord(template.text, unsubscribeUrl),
        'The link to unsubscribe is missing from the html or from the text part.',
      ),
  },
  {
    code: 'unsubscribe-header',
    find: ({ template: { headers }, unsubscribeUrl }) =>
      unless(
        headers['List-Unsubscribe']?.includes(`<${unsubscribeUrl}>`) === true &&
          headers['List-Unsubscribe-Post'] === 'List-Unsubscribe=One-Click',
        'The headers for leaving with one click are missing (List-Unsubscribe and List-Unsubscribe-Post).',
      ),
  },
  {
    code: 'link-not-https',
    find: ({ filled, local }) =>
      [...hrefs(filled.html).filter((url) => !url.startsWith('#')), ...angled(filled.headers)]
        .filter((url) => !isSafe(url, local))
        .map((url) => `This link is not https: ${url.slice(0, 200)}. Correct it, or take it out.`),
  },
  {
    code: 'image-without-alt',
    find: ({ filled }) =>
      (filled.html.match(/<img\b[^>]*>/gi) ?? [])
        .filter((image) => !/\salt="/i.test(image))
        .map((image) => `An image has no words for those who do not see it: ${image.slice(0, 120)}`),
  },
  {
    code: 'placeholder-left',
    find: ({ template, digest }) =>
      Object.entries({ subject: template.subject, preheader: digest.preheader })
        .filter(([, words]) => LEFTOVER.test(words))
        .map(
          ([where, words]) =>
            `The ${where} has a placeholder that nothing fills: ${LEFTOVER.exec(words)?.[0]}`,
        ),
  },
  {
    code: 'line-too-long',
    find: ({ filled }) =>
      unless(
        longestLine(filled.html) <= MAX_LINE_BYTES,
        `A line of the html is over ${MAX_LINE_BYTES} bytes, the most that mail servers take: a link in it is too long. Shorten that link, or take it out.`,
      ),
  },
  {
    code: 'header-invalid',
    find: ({ filled }) =>
      Object.entries(filled.headers)
        .filter(([, value]) => !/^[\x20-\x7e]+$/.test(value))
        .map(([name]) => `The header ${name} is empty or holds characters that a header may not hold.`),
  },
  {
    code: 'sample',
    find: ({ digest, local }) =>
      unless(local || !digest.sample, 'A report is marked as a sample, and samples are sent only locally.'),
  },
];

const cautions: readonly Check[] = [
  {
    code: 'subject-long',
    find: ({ template: { subject } }) =>
      unless(
        subject.length <= MAX_SUBJECT_LENGTH,
        `The subject has ${subject.length} characters; a phone shows about 40.`,
      ),
  },
  {
    code: 'preheader-empty',
    find: ({ digest }) =>
      unless(
        digest.preheader !== '',
        'There is no preheader: inboxes will show the first words of the mail.',
      ),
  },
  {
    code: 'cut-for-length',
    find: ({ digest }) =>
      digest.stories.flatMap(({ title, rest }) =>
        rest === undefined
          ? []
          : [
              `${digest.isRoundUp ? 'A round-up prints how each report begins' : 'The mail would be too long for Gmail'}, so it leaves ${countOf(rest.passages, 'passage')} and ${countOf(rest.questions, 'question')} of "${title}" to the web page.`,
            ],
      ),
  },
  {
    code: 'placeholder-like',
    find: ({ digest }) =>
      digest.stories
        .map((story) => LEFTOVER.exec(JSON.stringify([story.title, story.dek, story.sections, story.faq])))
        .filter((hit) => hit !== null)
        .map(([words]) => `A report holds what looks like a placeholder that nothing fills: ${words}`),
  },
];

const countOf = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** @param template as it would be frozen, with its placeholder still in it. */
export function preflight(template: RequestTemplate, context: Context): Preflight {
  const filled = fillTemplate(template, MAX_TOKEN);
  const look: Look = {
    ...context,
    template,
    filled,
    htmlBytes: bytesOf(filled.html),
    unsubscribeUrl: `${template.linkBase}/unsubscribe/${template.placeholder}`,
  };
  const run = (checks: readonly Check[]): Finding[] =>
    checks.flatMap(({ code, find }) => find(look).map((message) => ({ code, message })));
  const problems = run(refusals);
  return { ok: problems.length === 0, problems, warnings: run(cautions), htmlBytes: look.htmlBytes };
}

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const unless = (fine: boolean, message: string): string[] => (fine ? [] : [message]);

const hrefs = (html: string): string[] =>
  Array.from(html.matchAll(/\shref="([^"]*)"/gi), ([, url]) => (url ?? '').replaceAll('&amp;', '&'));

/** The addresses of a header; a mailbox is one of them when the publication names it. */
const angled = (headers: Readonly<Record<string, string>>): string[] =>
  Array.from((headers['List-Unsubscribe'] ?? '').matchAll(/<([^>]*)>/g), ([, url]) => url ?? '').filter(
    (url) => !url.startsWith('mailto:'),
  );

/** Alone or followed by white space, so that mail programs find where the address ends. */
const hasWord = (text: string, word: string): boolean => text.split(/\s+/).includes(word);

function isSafe(address: string, local: boolean): boolean {
  const protocol = URL.parse(address)?.protocol;
  return protocol === 'https:' || (local && protocol === 'http:');
}
