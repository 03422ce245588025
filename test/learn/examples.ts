// What is learnt from: the lines of real pages, each with whether it belongs to the story.

import { type Features, featuresOf } from '../../src/clean/judge/features.ts';
import { languageOf } from '../../src/clean/languages/detect.ts';
import { lexiconOf } from '../../src/clean/languages/lexicon.ts';
import { type Page as ReadPage, readText } from '../../src/clean/page.ts';
import { readHtml } from '../../src/clean/read/html/index.ts';
import { PageDocument } from '../../src/clean/story.ts';
import { createLineJudge, spaced } from '../score/measure.ts';
import type { Page, Source } from '../score/pages.ts';
import type { Examples } from './fit-trees.ts';

export type Sheet = {
  readonly page: Page;
  readonly texts: readonly string[];
  readonly features: Features;
  /** 1: of the story; 0: not; -1: not known. */
  readonly labels: Int8Array;
};

export const readSheet = (page: Page, source: Source): Sheet =>
  describe(page, source === 'text' ? readText(page.text) : readHtml(page.html()));

function describe(page: Page, read: ReadPage | null): Sheet {
  if (read === null) throw new Error(`${page.id} is not read`);
  const story = new PageDocument(read, lexiconOf(languageOf(read.text)));
  const texts = story.segments.map(({ text }) => text);
  const features = featuresOf(story.segments);
  const label = page.gold === null ? bySnippets(page) : createLineJudge(page.gold, page.title);
  const labels = Int8Array.from(texts, (text) => {
    const isStory = label(text);
    return isStory === null ? -1 : Number(isStory);
  });
  return { page, texts, features, labels };
}

/** The gold alone: a page without anything around its story. */
export function readAlone(page: Page): Sheet | null {
  if (page.gold === null) return null;
  const sheet = describe(page, readText(page.gold));
  return { ...sheet, labels: new Int8Array(sheet.texts.length).fill(1) };
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
