// From reports to the bytes of an issue, in three steps: each raw text is cleaned, the issue is composed, and it is
// rendered. The clock takes the steps one by one and keeps the result of each.

import type { Publication } from '../../content/publication.ts';
import type { CleanProblem, Report } from '../clean/index.ts';
import { cleanSource, type Source } from '../clean/source.ts';
import { compose, type Digest, type Entry, fingerprint, type PrintedReport } from '../digest/index.ts';
import { accountFor } from '../digest/reader-ledger.ts';
import { hashTemplate, type Preflight, type RequestTemplate, renderIssue } from '../render/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { FrozenIssue, StoredReport } from '../store/index.ts';
import { type FreezeOptions, NO_WORDS, type Words } from './options.ts';
import { toSlug } from './slug.ts';

export type Frozen = {
  readonly sha256: string;
  readonly template: RequestTemplate;
  readonly preflight: Preflight;
  readonly preheader: string;
  /** The same, as the store keeps it. */
  readonly stored: FrozenIssue;
};

/** What is printed of a report, and what readers see of its cuts. */
export type Prepared = { readonly printed: PrintedReport; readonly entries: readonly Entry[] };

/** The content of an issue, before it has a look. */
export type Composed = {
  readonly digest: Digest;
  readonly ledgers: readonly (readonly Entry[])[];
  /** Of the content: the clock sends no content twice. */
  readonly fingerprint: string;
};

export type FreezeProblem = CleanProblem & { readonly reportId: string };

/** The id becomes a tag of the mails. */
export type Named = Words & { readonly id: string };

type Texts = Pick<StoredReport, 'id' | 'raw' | 'format' | 'overrides'>;

/** All three steps. */
export async function freezeIssue(
  issue: Named,
  reports: Iterable<Texts> | AsyncIterable<Texts>,
  options: FreezeOptions,
): Promise<Result<Frozen, FreezeProblem>> {
  const prepared: Prepared[] = [];
  for await (const report of reports) {
    const one = await prepareReport(report);
    if (!one.ok) return err({ ...one.error, reportId: report.id });
    prepared.push(one.value);
  }
  return ok(await renderComposed(issue.id, await composeIssue(issue, prepared, options), options));
}

/** The mail of one raw text that belongs to no issue: without a tag and without pages of its own. */
export async function freezeExample(
  source: Source,
  options: FreezeOptions,
): Promise<Result<Pick<Frozen, 'template' | 'preflight' | 'preheader'>, CleanProblem>> {
  const report = await cleanSource(source);
  if (!report.ok) return report;
  const digest = composeDigest(NO_WORDS, [toPrinted(report.value, source)], options.publication);
  const { template, preflight } = await renderIssue(digest, renderOptions(options));
  return ok({ template, preflight, preheader: digest.preheader });
}

/** The first step: all that needs the raw text. */
export async function prepareReport(
  source: Pick<StoredReport, 'raw' | 'format' | 'overrides'>,
): Promise<Result<Prepared, CleanProblem>> {
  const report = await cleanSource(source, { overrides: source.overrides });
  if (!report.ok) return report;
  return ok({
    printed: toPrinted(report.value, source),
    entries: accountFor(report.value, source),
  });
}

/** Without its ledger. A title that only the metadata of a page has is offered to editors, and not printed. */
function toPrinted(
  { ledger: _ledger, unmatched: _unmatched, ...printed }: Report,
  { format }: Pick<Source, 'format'>,
): PrintedReport {
  const { title: _title, ...meta } = printed.meta;
  return format === 'html' ? { ...printed, meta } : printed;
}

/** The second step: what readers get, in the order of the reports. */
export async function composeIssue(
  words: Words,
  prepared: readonly Prepared[],
  { publication }: Pick<FreezeOptions, 'publication'>,
): Promise<Composed> {
  const digest = composeDigest(
    words,
    prepared.map(({ printed }) => printed),
    publication,
  );
  return { digest, ledgers: prepared.map(({ entries }) => entries), fingerprint: await fingerprint(digest) };
}

/** The last step: the bytes. */
export async function renderComposed(
  id: string,
  { digest, ledgers, fingerprint }: Composed,
  options: FreezeOptions,
): Promise<Frozen> {
  const slug = toSlug(digest.subject, id);
  const rendered = await renderIssue(digest, { ...renderOptions(options), issueId: id, slug, ledgers });
  const { template, preflight, pageJson } = rendered;
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

/** Only the words that an editor gave. */
export const givenWords = ({ subject, preheader }: Words) => ({
  ...(subject === null ? {} : { subject }),
  ...(preheader === null ? {} : { preheader }),
});

const composeDigest = (words: Words, reports: readonly PrintedReport[], { language }: Publication): Digest =>
  compose(reports, { lang: language, ...givenWords(words) });

const renderOptions = ({ publication, siteUrl, keyId, local }: FreezeOptions) => ({
  publication,
  linkBase: siteUrl,
  keyId,
  local,
});
