// The title of a report, its copies, and what stands between them.

import type { Headlines } from '../judge/title.ts';
import { dedupeKeyOf, foldCase, lineForm } from '../ledger/dedupe-key.ts';
import type { Segment } from '../split/segment.ts';
import { stampKind } from '../stamp.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';
import { factsIn, isLabelledFact, rowsIn } from './facts.ts';
import { byline } from './head-and-foot.ts';
import { lines } from './lines.ts';

const MAX_TITLE = 30;

export const title: Rule = {
  id: 'title',
  why: 'the line above the story that looks most like its headline is the title; what repeats it is a duplicate',
  find: (story) => {
    // A page says itself what its title is.
    if (story.page.outline !== null) return;
    if (!story.segments.some((unit) => story.isKept(unit) && isProse(unit))) return;
    const unit = story.judgement.isPage ? ofPage(story) : ofReport(story);
    if (unit === null) return;
    const printed = cutSiteName(story, unit);
    story.overrule(printed, { role: 'title', rule: 'title' });
    dropCopies(story, printed);
    dropAbove(story, printed);
  },
};

/** What is no headline for certain, by its own words; the score is learnt from the other lines. */
export function prepareTitle(story: PageDocument): void {
  lines.find(story);
  byline.find(story);
}

/** Rules of place and the judge may be wrong about a headline; the words of a label are not. */
const LOOSE: ReadonlySet<string> = new Set(['clutter', 'top', 'menu', 'related', 'foot', 'box']);

export const mayBeHeadline = ({ verdict }: Segment): boolean => verdict === null || LOOSE.has(verdict.rule);

const headlinesOf = (story: PageDocument): Headlines =>
  story.titleJudge(story.segments, story.lexicon, mayBeHeadline);

/** Below these odds a page has no headline that could be told, */
const LEAST_ODDS = 0;
/** and in a report another line than the first is its headline only by so much. */
const MARGIN = 2;

function ofPage(story: PageDocument): Segment | null {
  const isLabel = createLabelTest(story);
  const best = headlinesOf(story).find(({ segment }) => !isLabel(segment));
  return best !== undefined && best.odds >= LEAST_ODDS ? best.segment : null;
}

/** In a report without a page around it the first headline above the first sentence, unless one below it is far likelier. */
function ofReport(story: PageDocument): Segment | null {
  const end = story.firstProse();
  // The outlet, then a section, then another: all stand above the title.
  for (let times = 0; times < 4 && dropMasthead(story, end); times += 1);
  const isLabel = createLabelTest(story);
  const above = story.segments.slice(0, end).filter((candidate) => candidate.verdict === null);
  const heads = above.filter((candidate) => mayBeTitle(story, candidate) && !isLabel(candidate));
  const [first, ...others] = heads;
  if (first === undefined) return null;
  if (others.length > 0) {
    const headlines = headlinesOf(story);
    const best = headlines.find(({ segment }) => heads.includes(segment) && !isLabelledFact(story, segment));
    const own = headlines.find(({ segment }) => segment === first);
    const isLikelier =
      best !== undefined && best.odds >= LEAST_ODDS && best.odds > (own?.odds ?? -Infinity) + MARGIN;
    // "The bridge is closed | The Herald" is a copy of its own, and comes first.
    if (isLikelier && !first.dedupeKey.startsWith(best.segment.dedupeKey)) return best.segment;
  }
  const isFirst = above.slice(0, above.indexOf(first)).every(isLabel);
  return isFirst ? first : null;
}

const MAX_LABEL = 6;
/** "Staff Reports", "Features", "LONDON, May 3": a short line that has no word in common with the prose, or a place and a date. */
function createLabelTest({ segments, lexicon }: PageDocument): (unit: Segment) => boolean {
  const said = new Set<string>();
  for (const unit of segments)
    if (isProse(unit))
      for (const word of stemsOf(unit.text))
        for (let end = 2; end <= word.length; end += 1) said.add(word.slice(0, end));
  return ({ text, shape, level }) => {
    if (shape.size > MAX_LABEL || level === 1) return false;
    const date = /^\p{Lu}[\p{L}\p{M} .'’-]{1,30}[,，]\s*(.*\p{N}.*)$/u.exec(text)?.[1];
    if (date !== undefined && stampKind(lineForm(date), lexicon) !== null) return true;
    return !stemsOf(text).some((stem) => said.has(stem));
  };
}

/** The longer words without what inflection changes; pairs of characters where words are not written apart. */
function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    if (!/\p{Lo}/u.test(word)) return word.length < 4 ? [] : [word.slice(0, Math.min(word.length - 1, 5))];
    return word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
  });
}

/** Words of a menu above the headline. */
function dropAbove(story: PageDocument, printed: Segment): void {
  const above = story.segments.slice(0, story.placeOf(printed));
  const facts = new Set([...rowsIn(above), ...factsIn(story, above)]);
  for (const unit of above)
    if (
      unit.verdict === null &&
      !facts.has(unit) &&
      !isProse(unit) &&
      unit.shape.size <= MAX_ABOVE &&
      unit.level === 0
    )
      story.settle(unit, { role: 'dropped', rule: 'masthead', reason: 'boilerplate', evidence: unit.text });
}

const MAX_ABOVE = 8;

const GREETING = /^(?:welcome to|willkommen (?:auf|bei)|bienvenue|bienvenid[oa]s|bem-vind|benvenut[io]) /;

/** The name of an outlet, an office or an agency above the title: in capitals, or one or two words, or named as such. */
function dropMasthead(story: PageDocument, end: number): boolean {
  const rows = rowsIn(story.segments.slice(0, end));
  const lines = story.segments
    .slice(0, end)
    .filter((unit) => unit.verdict === null && unit.level === 0 && !rows.has(unit));
  const [first, ...others] = lines;
  const title = others.find((unit) => mayBeTitle(story, unit) && unit.shape.size >= 5);
  if (first === undefined || title === undefined || first.marker !== null || first.shape.ending !== 'bare')
    return false;
  if (first.dedupeKey === title.dedupeKey || story.lexicon.keyPoints(first.normalized)) return false;
  const letters = first.text.replace(/[^\p{L}]/gu, '');
  const shouted =
    letters.length > 1 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    title.text !== title.text.toUpperCase();
  const outlet =
    first.shape.size <= 5 &&
    first.normalized.split(/\s+/).some((word) => story.lexicon.organisations.has(word));
  const greeting =
    first.shape.size <= 6 &&
    GREETING.test(first.normalized) &&
    story.segments[story.placeOf(first) + 1]?.verdict?.role === 'dropped';
  const small = /^\p{Ll}/u.test(first.text) || isPath(story, first);
  const short = first.shape.size <= 3 && title.shape.size >= Math.max(6, first.shape.size * 3);
  if (!shouted && !outlet && !greeting && !small && !short) return false;
  story.settle(first, { role: 'dropped', rule: 'masthead', reason: 'boilerplate', evidence: first.text });
  return true;
}

/** "Research | Earth and Environment", but not the title itself with the site behind it. */
function isPath(story: PageDocument, unit: Segment): boolean {
  const [head = ''] = unit.text.split(/\s[|›·]\s/);
  if (head === unit.text || head.split(' ').length > 3) return false;
  return !story.segments.some((other) => other !== unit && other.dedupeKey === dedupeKeyOf(head));
}

function mayBeTitle({ lexicon }: PageDocument, unit: Segment): boolean {
  const { size, ending } = unit.shape;
  if (unit.marker !== null && unit.level === 0) return false;
  if (unit.level > 1) return false;
  if (lexicon.keyPoints(unit.normalized) || lexicon.synopsis(unit.normalized)) return false;
  return (
    size <= MAX_TITLE &&
    (ending === 'bare' ||
      ending === 'question' ||
      unit.level === 1 ||
      (ending === 'full' && /!$/.test(unit.text)))
  );
}

/** Looked for from the first of several blanks only: from each of them it would be the same, and slow. */
const SITE = /(?<!\s)(?:\s+[|｜–—-]\s+(?=[^|–—]{2,60}$)|\s*[|｜]\s*(?=[^|]{2,60}$)|\s*_(?=[^_]{2,60}$))/u;

/** "Title | The Herald": the name of the site becomes a unit of its own; gives the unit that is the title. */
function cutSiteName(story: PageDocument, unit: Segment): Segment {
  const raw = story.page.text.slice(unit.start, unit.end);
  const mark = SITE.exec(raw);
  if (mark === null) return unit;
  const front = raw.slice(0, mark.index);
  const site = raw.slice(mark.index + mark[0].length).trim();
  if (!isSiteName(story, unit, front, site, /[|｜_]/.test(mark[0]))) return unit;
  const at = story.placeOf(unit);
  if (!story.split(unit, unit.start + mark.index)) return unit;
  const name = story.segments[at + 1];
  if (name !== undefined)
    story.settle(name, { role: 'dropped', rule: 'site-name', reason: 'boilerplate', evidence: site });
  return story.segments[at] ?? unit;
}

function isSiteName(story: PageDocument, unit: Segment, front: string, site: string, bar: boolean): boolean {
  const words = site.split(/\s+/);
  if (words.length > 5 || /[.?!:,]$/.test(site)) return false;
  const known = dedupeKeyOf(site);
  const copied = dedupeKeyOf(front.trim());
  const elsewhere = story.segments.some(
    (other) =>
      other !== unit &&
      (other.dedupeKey === copied || (other.verdict?.role === 'dropped' && other.dedupeKey.includes(known))),
  );
  if (elsewhere) return true;
  const suffix = [...story.lexicon.organisations].some(
    (ending) => ending.startsWith('-') && site.endsWith(ending.slice(1)) && site.length > ending.length,
  );
  if (suffix) return true;
  const name = words.every((word) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word) || word.length <= 3);
  const outlet =
    (words.length > 1 && /^(?:The|El|La|Le|Les|Il|Der|Die|Das|O|A) \p{Lu}/u.test(site)) ||
    (words.length > 1 && words.some((word) => story.lexicon.organisations.has(foldCase(word))));
  return name && (bar ? words.length <= 4 : outlet);
}

/** Copies of the printed title, with the name of the site behind it or without, and what is between them. */
export function dropCopies(story: PageDocument, printed: Segment): void {
  let last = -1;
  const index = story.placeOf(printed);
  for (let i = 0; i < story.segments.length; i += 1) {
    const unit = story.segments[i];
    if (unit === undefined || unit === printed || unit.verdict !== null) continue;
    if (unit.dedupeKey === printed.dedupeKey) {
      story.settle(unit, { role: 'dropped', rule: 'title', reason: 'duplicate', copy: printed });
      if (i > index && i < index + 8) last = i;
      continue;
    }
    if (
      unit.dedupeKey.startsWith(printed.dedupeKey) &&
      unit.shape.size - printed.shape.size <= 7 &&
      SITE.test(unit.text)
    ) {
      const raw = story.page.text.slice(unit.start, unit.end);
      const mark = SITE.exec(raw);
      if (mark === null || !story.split(unit, unit.start + mark.index)) continue;
      const [copy, site] = story.segments.slice(i, i + 2);
      if (copy !== undefined)
        story.settle(copy, { role: 'dropped', rule: 'title', reason: 'duplicate', copy: printed });
      if (site !== undefined)
        story.settle(site, {
          role: 'dropped',
          rule: 'site-name',
          reason: 'boilerplate',
          evidence: site.text,
        });
      if (i > index && i < index + 8) last = i;
    }
  }
  // Short lines between two copies of the title are the head of the page.
  for (const unit of story.segments.slice(index + 1, Math.max(index + 1, last))) {
    if (unit.verdict === null && !isProse(unit) && unit.shape.size <= 8) {
      story.settle(unit, { role: 'dropped', rule: 'kicker', reason: 'boilerplate', evidence: unit.text });
    }
  }
}
