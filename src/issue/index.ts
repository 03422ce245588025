// From the reports of an issue, or the issues of a round-up, to the bytes that approval freezes. Pure: the same
// content, words and publication give the same bytes, so that a preview of a draft shows the very hash which its
// approval will have. The clock takes the three steps one by one, and keeps what each of them made.

import { copyFor, format } from '../../content/copy.ts';
import type { Publication } from '../../content/publication.ts';
import type { CleanProblem } from '../clean/index.ts';
import { clean } from '../clean/index.ts';
import type { Digest, PrintedReport } from '../digest/index.ts';
import { accountFor, compose, type Entry, fingerprint, roundUp } from '../digest/index.ts';
import { hashTemplate, type PageContent, type Preflight, renderIssue } from '../render/index.ts';
import type { RequestTemplate } from '../render/template.ts';
import { err, ok, type Result } from '../result.ts';
import type { FrozenIssue, Part, StoredReport } from '../store/index.ts';

export type Frozen = {
  readonly sha256: string;
  readonly template: RequestTemplate;
  readonly preflight: Preflight;
  readonly preheader: string;
  /** The same, as the store keeps it. */
  readonly stored: FrozenIssue;
};

/** What is printed of a report, and what readers are told of the rest. */
export type Prepared = { readonly printed: PrintedReport; readonly entries: readonly Entry[] };

/** The content of an issue: what is left to do is its looks. */
export type Composed = {
  readonly digest: Digest;
  readonly ledgers: readonly (readonly Entry[])[];
  /** Of the content, by which the clock knows what was sent before. */
  readonly fingerprint: string;
};

export type FreezeProblem = CleanProblem & { readonly reportId: string };

export type FreezeOptions = {
  readonly publication: Publication;
  readonly siteUrl: string;
  readonly keyId: string;
  readonly local: boolean;
};

/** Instead of those of the content. */
export type Words = { readonly subject: string | null; readonly preheader: string | null };

/** The id becomes a tag of the mails. */
type Named = Words & { readonly id: string };

export async function freezeIssue(
  issue: Named,
  reports: readonly Pick<StoredReport, 'id' | 'raw' | 'overrides'>[],
  options: FreezeOptions,
): Promise<Result<Frozen, FreezeProblem>> {
  const prepared: Prepared[] = [];
  for (const { id, raw, overrides } of reports) {
    const one = prepareReport(raw, overrides);
    if (!one.ok) return err({ ...one.error, reportId: id });
    prepared.push(one.value);
  }
  return ok(await renderComposed(issue.id, await composeIssue(issue, prepared, options), options));
}

/** @param parts the issues of the week, at least one, as they were frozen: no report is cleaned again. */
export async function freezeRoundUp(
  issue: Named,
  parts: readonly Part[],
  options: FreezeOptions,
): Promise<Frozen> {
  return renderComposed(issue.id, await composeRoundUp(issue, parts, options), options);
}

/** The first step: all that needs the raw text. */
export function prepareReport(
  raw: string,
  overrides: StoredReport['overrides'],
): Result<Prepared, CleanProblem> {
  const report = clean(raw, { overrides });
  if (!report.ok) return report;
  const { ledger: _ledger, unmatched: _unmatched, ...printed } = report.value;
  return ok({ printed, entries: accountFor(report.value, raw) });
}

/** The second step: what readers get, in the order of the reports. */
export function composeIssue(
  words: Words,
  prepared: readonly Prepared[],
  { publication }: Pick<FreezeOptions, 'publication'>,
): Promise<Composed> {
  const digest = compose(
    prepared.map(({ printed }) => printed),
    { lang: publication.language, ...wordsOf(words) },
  );
  return toComposed(
    digest,
    prepared.map(({ entries }) => entries),
  );
}

/** The same for a round-up. */
export function composeRoundUp(
  words: Words,
  parts: readonly Part[],
  { publication }: Pick<FreezeOptions, 'publication'>,
): Promise<Composed> {
  const { digest, ledgers } = roundUp(
    parts.map(({ number, slug, subject, reportIds, pageJson }) => {
      const page = JSON.parse(pageJson) as PageContent;
      return { number, slug, title: subject, reportIds, digest: page.digest, ledgers: page.ledgers };
    }),
    {
      lang: publication.language,
      ...wordsOf(words),
      nameWeek: (titles, lang) => format(copyFor(lang).week.subject, { titles }),
    },
  );
  return toComposed(digest, ledgers);
}

const toComposed = async (digest: Digest, ledgers: Composed['ledgers']): Promise<Composed> => ({
  digest,
  ledgers,
  fingerprint: await fingerprint(digest),
});

const wordsOf = ({ subject, preheader }: Words) => ({
  ...(subject === null ? {} : { subject }),
  ...(preheader === null ? {} : { preheader }),
});

/** The last step: the bytes. */
export async function renderComposed(
  id: string,
  { digest, ledgers, fingerprint }: Composed,
  options: FreezeOptions,
): Promise<Frozen> {
  const slug = toSlug(digest.subject, id);
  const { template, preflight, pageJson } = await renderIssue(digest, {
    publication: options.publication,
    linkBase: options.siteUrl,
    keyId: options.keyId,
    local: options.local,
    issueId: id,
    slug,
    ledgers,
  });
  const sha256 = await hashTemplate(template);
  return {
    sha256,
    template,
    preflight,
    preheader: digest.preheader,
    stored: {
      sha256,
      templateJson: JSON.stringify(template),
      preflightJson: JSON.stringify(preflight),
      fingerprint,
      slug,
      pageJson: pageJson ?? '',
      subject: template.subject,
      preheader: digest.preheader,
    },
  };
}

/**
 * The issue's address: words of its subject and the beginning of its random id. Known before anything is stored,
 * since the mail names it; not to be guessed before the mail tells it; and the same words may come again.
 */
export const toSlug = (subject: string, id: string): string =>
  [toSlugWords(subject), id.replaceAll('-', '').slice(0, 8)].filter((part) => part !== '').join('-');

/** Plain ASCII words, perhaps none. */
export function toSlugWords(subject: string): string {
  const words = subject
    .replace(/[ßæœøłđı]/giu, (letter) => PLAIN[letter.toLowerCase()] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = words.shift()?.slice(0, MAX_SLUG_LENGTH) ?? '';
  for (const word of words) {
    if (slug.length + word.length + 1 > MAX_SLUG_LENGTH) break;
    slug = `${slug}-${word}`;
  }
  return slug;
}

const MAX_SLUG_LENGTH = 60;

/** Letters that are no plain one with a mark. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
