// From the reports of an issue, or the issues of a round-up, to the bytes that approval freezes. Pure: the same
// content, words and publication give the same bytes, so that a preview of a draft shows the very hash which its
// approval will have.

import { copyFor, fill } from '../content/copy.ts';
import type { Publication } from '../content/publication.ts';
import { type CleanProblem, clean, type Report } from './clean/index.ts';
import { accountFor, compose, type Digest, type Entry, fingerprint, roundUp } from './digest/index.ts';
import {
  hashTemplate,
  type PageContent,
  type Preflight,
  type RequestTemplate,
  renderIssue,
} from './render/index.ts';
import { err, ok, type Result } from './result.ts';
import type { FrozenIssue, Part, StoredReport } from './store/index.ts';

export type Frozen = {
  readonly sha256: string;
  readonly template: RequestTemplate;
  readonly preflight: Preflight;
  readonly preheader: string;
  /** The same, as the store keeps it. */
  readonly stored: FrozenIssue;
};

export type FreezeProblem = CleanProblem & { readonly reportId: string };

export type FreezeOptions = {
  readonly publication: Publication;
  readonly siteUrl: string;
  readonly keyId: string;
  readonly local: boolean;
};

/** The id becomes a tag of the mails; the words, if any, stand instead of those of the content. */
type Named = { readonly id: string; readonly subject: string | null; readonly preheader: string | null };

export async function freezeIssue(
  issue: Named,
  reports: readonly Pick<StoredReport, 'id' | 'raw' | 'overrides'>[],
  options: FreezeOptions,
): Promise<Result<Frozen, FreezeProblem>> {
  const cleaned: Report[] = [];
  for (const { id, raw, overrides } of reports) {
    const report = clean(raw, { overrides });
    if (!report.ok) return err({ ...report.error, reportId: id });
    cleaned.push(report.value);
  }
  const digest = compose(cleaned, { lang: options.publication.language, ...wordsOf(issue) });
  const ledgers = cleaned.map((report, index) => accountFor(report, reports[index]?.raw ?? ''));
  return ok(await freezeDigest(issue.id, digest, ledgers, options));
}

/** @param parts the issues of the week, at least one, as they were frozen: no report is cleaned again. */
export function freezeRoundUp(issue: Named, parts: readonly Part[], options: FreezeOptions): Promise<Frozen> {
  const { digest, ledgers } = roundUp(
    parts.map(({ number, slug, subject, reportIds, pageJson }) => {
      const page = JSON.parse(pageJson) as PageContent;
      return { number, slug, title: subject, reportIds, digest: page.digest, ledgers: page.ledgers };
    }),
    {
      lang: options.publication.language,
      ...wordsOf(issue),
      nameWeek: (titles, lang) => fill(copyFor(lang).week.subject, { titles }),
    },
  );
  return freezeDigest(issue.id, digest, ledgers, options);
}

const wordsOf = ({ subject, preheader }: Named) => ({
  ...(subject === null ? {} : { subject }),
  ...(preheader === null ? {} : { preheader }),
});

async function freezeDigest(
  id: string,
  digest: Digest,
  ledgers: readonly (readonly Entry[])[],
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
      fingerprint: await fingerprint(digest),
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
