// Learns how much the words of a line speak for the story.

import { addColumns } from '../../src/clean/judge/columns.ts';
import { readWordTable, WORD_FEATURES, WORD_UNIT, wordRows } from '../../src/clean/judge/words.ts';
import type { Sheet } from './examples.ts';

const MAX_ENTRIES = 4000;
const MIN_SITES = 3;
/** Parts of the sites; the words of each are counted on the others, or a model would trust them too much. */
const PARTS = 4;

type Count = { story: number; other: number; sites: number; lastSite: string };

/** @returns the log-odds of the words that tell most, in base64. */
export function countWords(sheets: readonly Sheet[]): string {
  const counts = new Map<number, Count>();
  const all = { story: 0, other: 0 };
  for (const { page, terms, labels } of sheets) {
    terms.forEach((line, i) => {
      const label = labels[i] as number;
      if (label < 0) return;
      const side = label === 1 ? 'story' : 'other';
      all[side] += 1;
      for (const term of line) {
        const count = counts.get(term) ?? { story: 0, other: 0, sites: 0, lastSite: '' };
        counts.set(term, count);
        count[side] += 1;
        if (count.lastSite === page.site) continue;
        count.lastSite = page.site;
        count.sites += 1;
      }
    });
  }
  const told = [...counts]
    .filter(([, { sites }]) => sites >= MIN_SITES)
    .map(([term, { story, other, sites }]) => {
      const odds = Math.log((story + 1) / (all.story + 2)) - Math.log((other + 1) / (all.other + 2));
      return { term, odds, use: Math.abs(odds) * Math.sqrt(sites) };
    })
    .sort((a, b) => b.use - a.use || a.term - b.term)
    .slice(0, MAX_ENTRIES);
  const bytes = told.flatMap(({ term, odds }) => {
    const value = Math.max(-127, Math.min(127, Math.round(odds / WORD_UNIT)));
    return [term & 0xff, (term >> 8) & 0xff, term >> 16, value & 0xff];
  });
  return Buffer.from(bytes).toString('base64');
}

/** The sheets with figures of their words, each counted on pages of other sites. */
export function withWords(sheets: readonly Sheet[]): Sheet[] {
  const partOf = ({ page }: Sheet): number => {
    let sum = 0;
    for (const char of page.site) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
    return sum % PARTS;
  };
  return Array.from({ length: PARTS }, (_, part) => {
    const table = readWordTable(countWords(sheets.filter((sheet) => partOf(sheet) !== part)));
    return sheets
      .filter((sheet) => partOf(sheet) === part)
      .map((sheet) => ({
        ...sheet,
        features: addColumns(sheet.features, wordRows(sheet.terms, table), WORD_FEATURES.length),
      }));
  }).flat();
}
