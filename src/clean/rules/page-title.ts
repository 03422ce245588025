// The title of an HTML page: a visible line that its metadata names, else its first heading of level 1.

import { dedupeKeyOf } from '../ledger/dedupe-key.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { dropCopies } from './title.ts';

export const pageTitle: Rule = {
  id: 'page-title',
  why: "the line that the page's metadata names as its headline, else its first h1",
  find: (story) => {
    const { outline, headlines } = story.page;
    if (outline === null) return;
    const named = findNamed(story);
    const unit = named ?? firstHeading(story);
    if (unit === undefined) return;
    const evidence = named === undefined ? 'the first h1' : headlines[0];
    story.settle(unit, {
      role: 'title',
      rule: 'page-title',
      ...(evidence === undefined ? {} : { evidence }),
    });
    dropCopies(story, unit);
  },
};

const SEPARATOR = /\s+[|｜·•»›–—-]+\s+|\s*[|｜]\s*|:\s+|::/u;
/** A shorter part of a page's title may be the name of its site, or of a section. */
const MIN_PART = 3;
const MAX_PARTS = 8;

/** The line that equals what the metadata says, the whole of it before its parts; of equal lines the highest heading. */
function findNamed({ segments, page }: PageDocument): Segment | undefined {
  const byKey = new Map<string, Segment[]>();
  for (const unit of segments) {
    const units = byKey.get(unit.dedupeKey);
    if (units === undefined) byKey.set(unit.dedupeKey, [unit]);
    else units.push(unit);
  }
  const site = dedupeKeyOf(page.meta.site ?? '');
  const wanted = [...page.headlines, ...page.headlines.flatMap(partsOf)]
    .map(dedupeKeyOf)
    .filter((key) => key !== site);
  for (const key of wanted) {
    const units = byKey.get(key);
    if (units !== undefined)
      return units.find(({ level }) => level === 1) ?? units.find(({ level }) => level > 0) ?? units[0];
  }
  return undefined;
}

/** "Ferry stopped | Harbour | The Herald" without its last part, without its last two, and its parts by length. */
function partsOf(headline: string): string[] {
  const parts = headline.split(SEPARATOR).slice(0, MAX_PARTS);
  if (parts.length < 2) return [];
  const cuts = [...headline.matchAll(new RegExp(SEPARATOR, 'gu'))].slice(0, MAX_PARTS);
  const shorter = cuts.toReversed().map(({ index }) => headline.slice(0, index));
  const rest = cuts.map(({ index, 0: mark }) => headline.slice(index + mark.length));
  return [...shorter, ...rest, ...parts.toSorted((a, b) => b.length - a.length)].filter(
    (part) => part.split(/\s+/).length >= MIN_PART,
  );
}

/** Of headings of level 1 the one with most words of the metadata; the site's name is none. */
function firstHeading({ segments, page }: PageDocument): Segment | undefined {
  const words = new Set(page.headlines.flatMap(wordsOf));
  const site = dedupeKeyOf(page.meta.site ?? '');
  const shared = (unit: Segment): number => wordsOf(unit.text).filter((word) => words.has(word)).length;
  const found = segments.filter(({ level, dedupeKey }) => level === 1 && dedupeKey !== site).slice(0, 20);
  return found.toSorted((a, b) => shared(b) - shared(a))[0];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
