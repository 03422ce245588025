// What is learnt from: the lines of real pages, each with whether it belongs to the story.

import { judgedIn, type Kind, readColumns } from '../../src/clean/judge/columns.ts';
import type { Features } from '../../src/clean/judge/features.ts';
import { NO_WORDS, termsOf } from '../../src/clean/judge/words.ts';
import { languageOf } from '../../src/clean/languages/detect.ts';
import { readText } from '../../src/clean/page.ts';
import { readHtml } from '../../src/clean/read/html/index.ts';
import { PageDocument } from '../../src/clean/story.ts';
import { createLineJudge, spaced } from '../score/measure.ts';
import type { Page } from '../score/pages.ts';
import type { Examples } from './fit-trees.ts';

export type Sheet = {
  readonly page: Page;
  readonly lang: string;
  /** Without figures of words, which depend on the pages that a model learns from. */
  readonly features: Features;
  /** Words of each line, as hashes. */
  readonly terms: readonly (readonly number[])[];
  /** 1: of the story; 0: not; -1: not known. */
  readonly labels: Int8Array;
};

const MAX_LINES = 2500;

/** A page as text, or as HTML. */
export function readSheet(page: Page, kind: Kind): Sheet | null {
  const label = page.gold === null ? bySnippets(page) : createLineJudge(page.gold, page.title);
  return toSheet(page, kind, kind === 'markup' ? page.html() : page.text, label);
}

/** The gold alone: a page without anything around its story. */
export function readAlone(page: Page, kind: Kind): Sheet | null {
  if (page.gold === null) return null;
  return toSheet(page, kind, kind === 'markup' ? asHtml(page.markdown ?? page.gold) : page.gold, () => true);
}

/** Lines that stay around the story of a part of a page. */
const AROUND = 6;

/** The story with a few lines around it: a page of which only a part was copied. */
export function readPart(page: Page, kind: Kind): Sheet | null {
  if (page.gold === null || kind === 'markup') return null;
  const label = createLineJudge(page.gold, page.title);
  const lines = page.text.split('\n').filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => label(line) === true);
  const last = lines.findLastIndex((line) => label(line) === true);
  if (first === -1) return null;
  const part = lines.slice(Math.max(0, first - AROUND), last + 1 + AROUND);
  return toSheet(page, kind, part.join('\n\n'), label);
}

function toSheet(page: Page, kind: Kind, raw: string, label: (text: string) => boolean | null): Sheet | null {
  const read = kind === 'markup' ? readHtml(raw) : readText(raw);
  if (read === null) return null;
  const lang = languageOf(read.text);
  const segments = judgedIn(new PageDocument(read, lang).segments);
  if (segments.length > MAX_LINES) return null;
  const labels = Int8Array.from(segments, ({ text }) => {
    const isStory = label(text);
    return isStory === null ? -1 : Number(isStory);
  });
  const features = readColumns(kind === 'markup' ? kind : 'shapes', segments, NO_WORDS);
  const terms = kind === 'words' ? segments.map(({ text }) => termsOf(text)) : [];
  return { page, lang, features, terms, labels };
}

/** Markdown of headings, items and paragraphs as plain HTML. */
function asHtml(markdown: string): string {
  const blocks = markdown.split('\n').map((line) => {
    const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const heading = /^(#{1,6})\s+(.*)/.exec(text);
    if (heading !== null) return `<h${heading[1]?.length}>${heading[2]}</h${heading[1]?.length}>`;
    return /^[-*] /.test(text) ? `<ul><li>${text.slice(2)}</li></ul>` : `<p>${text}</p>`;
  });
  return `<article>\n${blocks.join('\n')}\n</article>`;
}

function bySnippets({ wanted, unwanted }: Page): (text: string) => boolean | null {
  const [yes, no] = [wanted.map(spaced), unwanted.map(spaced)];
  const has = (text: string, list: readonly string[]): boolean =>
    list.some((snippet) => snippet.trim() !== '' && text.includes(snippet));
  return (text) => {
    const words = spaced(text);
    if (has(words, yes)) return true;
    return has(words, no) ? false : null;
  };
}

const MAX_WEIGHT = 60;
/** Of a line of a page of which only a few lines are known. */
const SNIPPET_WEIGHT = 3;

export function toExamples(sheets: readonly Sheet[]): Examples {
  const known = sheets.reduce((sum, { labels }) => sum + labels.filter((label) => label >= 0).length, 0);
  const count = sheets[0]?.features.count ?? 0;
  const rows = new Float32Array(known * count);
  const labels = new Uint8Array(known);
  const weights = new Float32Array(known);
  let at = 0;
  for (const sheet of sheets) {
    for (let i = 0; i < sheet.labels.length; i += 1) {
      const label = sheet.labels[i] as number;
      if (label < 0) continue;
      rows.set(sheet.features.rows.subarray(i * count, (i + 1) * count), at * count);
      labels[at] = label;
      const size = Math.max(1, Math.min(MAX_WEIGHT, sheet.features.sizes[i] as number));
      weights[at] = Math.sqrt(size) * (sheet.page.gold === null ? SNIPPET_WEIGHT : 1);
      at += 1;
    }
  }
  return { rows, count, labels, weights };
}
