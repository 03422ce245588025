/** @jsxImportSource hono/jsx */
// A raw text, or a page, on its whole way: cleaned, composed with its ledger, rendered and hashed, and drawn as the issue's page and
// its ledger page. Each stage is timed alone, so that a steep one cannot hide beside a long one.

import { publication } from '../../content/publication.ts';
import { cleanSource, type Format } from '../../src/clean/source.ts';
import { compose, fingerprint } from '../../src/digest/index.ts';
import { accountFor } from '../../src/digest/reader-ledger.ts';
import { IssuePage } from '../../src/http/site/issue.view.tsx';
import { LedgerPage } from '../../src/http/site/ledger.view.tsx';
import { hashTemplate, type PageContent, renderIssue } from '../../src/render/index.ts';

/** In milliseconds; 0 for the stages that a refused text does not reach. */
export type Times = { clean: number; compose: number; render: number; pages: number };

/** The clock of a thread ticks no finer on some systems. */
export const TICK_MS = 4;

/**
 * How long it took, waiting for other programs left out: never less than it was, and at most a tick more. The time that
 * the thread spent on the processor is true but coarse, the time of day fine but longer on a busy machine.
 */
export async function sendDown(raw: string, format: Format = 'text'): Promise<Times> {
  const times: Times = { clean: 0, compose: 0, render: 0, pages: 0 };
  let from = { wall: performance.now(), cpu: process.threadCpuUsage() };
  const note = (stage: keyof Times): void => {
    const { user, system } = process.threadCpuUsage(from.cpu);
    times[stage] = Math.min(performance.now() - from.wall, (user + system) / 1000 + TICK_MS);
    from = { wall: performance.now(), cpu: process.threadCpuUsage() };
  };
  const report = await cleanSource({ raw, format });
  note('clean');
  if (!report.ok) return times;
  const digest = compose([report.value], { lang: publication.language });
  const ledgers = [accountFor(report.value, { raw, format })];
  note('compose');
  const { template, pageJson } = await renderIssue(digest, {
    publication,
    linkBase: 'https://news.example',
    keyId: '0a1b2c3d',
    local: true,
    slug: 'an-issue-3f9a2c41',
    ledgers,
  });
  await hashTemplate(template);
  await fingerprint(digest);
  note('render');
  const content = JSON.parse(pageJson ?? '') as PageContent;
  const edition = { ...content, approvedAt: 0, url: 'https://news.example/issues/an-issue', publication };
  String(<IssuePage edition={edition} />);
  String(<LedgerPage edition={edition} />);
  note('pages');
  return times;
}
