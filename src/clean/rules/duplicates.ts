// Passages that were printed before: exact copies, teasers, sentences of a longer passage.

import { rawSpan } from '../ledger/ledger.ts';
import type { Span } from '../ledger/passage.ts';
import type { Page } from '../page.ts';
import type { Segment, Verdict } from '../split/segment.ts';
import { sentenceSpans } from '../split/sentences.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';
import { repeatsOf } from './repeats.ts';

const DROP = { role: 'dropped', reason: 'duplicate' } as const;

export const copies: Rule = {
  id: 'copy',
  why: 'of equal passages the one in context stays: in the questions, under its heading, else the first',
  find: (story) => {
    const repeats = repeatsOf(story);
    const opening = openingOf(story);
    const sections = sectionStart(story);
    const groups = groupsOf(story);
    // Stray copies come in numbers; a single passage that is said again further down stays where it was said first.
    const preamble = new Set(story.segments.slice(0, sections));
    const stray = groups.filter((group) => group.some((unit) => preamble.has(unit))).length;
    const told = [...preamble].filter((unit) => story.isKept(unit) && isProse(unit)).length;
    const below = new Set(stray > 1 || told < 4 ? story.segments.slice(sections + 1) : []);
    for (const group of groups) {
      const free = group.filter((unit) => unit.verdict === null);
      const fixed = group.find((unit) => unit.verdict !== null);
      if (free.length === 0) continue;
      // Twice may be a table of contents and its heading; "Pros" and "Cons" come again below each product.
      const mayRecur = fixed === undefined || (isHeading(fixed) && group.length > 2);
      const repeat = mayRecur ? repeats.reasonFor(group) : null;
      if (repeat !== null) {
        for (const unit of group.slice(1))
          if (unit.verdict === null)
            story.settle(unit, { role: 'paragraph', rule: 'repeat', repeat, evidence: repeat });
          else story.overrule(unit, { ...unit.verdict, role: 'heading', repeat: 'heading' });
        continue;
      }
      if (fixed !== undefined) {
        settleAll(story, free, { ...DROP, rule: 'copy', copy: fixed });
        continue;
      }
      const inPlace =
        opening !== undefined && free.includes(opening) ? opening : free.find((unit) => below.has(unit));
      const [first, ...others] = free;
      const keeper = inPlace ?? first;
      if (keeper === undefined) continue;
      const verdict: Verdict = { ...DROP, rule: 'copy', copy: keeper };
      settleAll(story, keeper === first ? others : free.filter((unit) => unit !== keeper), verdict);
    }
  },
};

const isHeading = ({ verdict }: Segment): boolean => verdict?.role === 'heading';

function settleAll(story: PageDocument, units: readonly Segment[], verdict: Verdict): void {
  for (const unit of units) story.settle(unit, verdict);
}

/** Kept units with equal text but for blanks, two or more of each. */
function groupsOf(story: PageDocument): Segment[][] {
  const groups = new Map<string, Segment[]>();
  for (const unit of story.segments) {
    if (!story.isKept(unit)) continue;
    const key = unit.dedupeKey.replaceAll(' ', '');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [unit]);
    else group.push(unit);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Index of the first heading that is no list of key points; copies behind it stand under a heading. */
function sectionStart(story: PageDocument): number {
  const at = story.segments.findIndex(
    (unit) => unit.verdict?.role === 'heading' && unit.verdict.rule !== 'key-points',
  );
  return at === -1 ? story.segments.length : at;
}

/**
 * The opening paragraph: the first above the headings that is not said again below one. Where all are, the first
 * stays where it is, since a report must open with something.
 */
function openingOf(story: PageDocument): Segment | undefined {
  const start = sectionStart(story);
  const later = new Set(
    story.segments
      .slice(start)
      .filter((unit) => story.isKept(unit))
      .map((unit) => unit.dedupeKey),
  );
  // What stands under "Synopsis" is the copy, not the opening.
  const preamble = story.segments
    .slice(0, start)
    .filter(
      (unit, i) =>
        unit.verdict === null && isProse(unit) && story.segments[i - 1]?.verdict?.rule !== 'synopsis',
    );
  const unique = preamble.find((unit) => !later.has(unit.dedupeKey));
  return unique ?? preamble[0];
}

const MIN_TEASER = 20;

/** Where the sentence of a wire report begins behind "city, date (agency) - "; 0 without a dateline. */
function behindDateline(key: string): number {
  const at = key.slice(0, 93).indexOf(' - ');
  return at >= 4 && at <= 90 && /[,(\d]/.test(key.slice(0, at)) && !/[?!]/.test(key.slice(0, at))
    ? at + 3
    : 0;
}

export const teasers: Rule = {
  id: 'teaser',
  why: 'a passage cut off by an ellipsis repeats the whole one',
  find: (story) => {
    const byStart = new Map<string, Segment[]>();
    for (const unit of story.segments) {
      if (!story.isKept(unit) || unit.dedupeKey.length <= MIN_TEASER) continue;
      for (const from of new Set([0, behindDateline(unit.dedupeKey)])) {
        const start = unit.dedupeKey.slice(from, from + MIN_TEASER);
        const list = byStart.get(start);
        if (list === undefined) byStart.set(start, [unit]);
        else if (list.length < 50) list.push(unit);
      }
    }
    for (const unit of story.segments) {
      if (unit.verdict !== null || unit.shape.ending !== 'cut') continue;
      const stem = unit.dedupeKey.replace(/(?<![\s.[\]()"'])[\s.[\]()"']+$/, '');
      if (stem.length < MIN_TEASER) continue;
      const whole = byStart
        .get(stem.slice(0, MIN_TEASER))
        ?.find(
          (other) =>
            other !== unit &&
            (other.dedupeKey.startsWith(stem) ||
              other.dedupeKey.startsWith(stem, behindDateline(other.dedupeKey))) &&
            (other.dedupeKey.length > stem.length + 3 || other.shape.ending === 'full') &&
            story.isKept(other),
        );
      if (whole !== undefined) story.settle(unit, { ...DROP, rule: 'teaser', copy: whole });
    }
  },
};

const MIN_SENTENCE = 6;

export const contained: Rule = {
  id: 'contained',
  why: 'a line that repeats a sentence or a quote of a longer passage was pulled out of it',
  find: (story) => {
    const repeats = repeatsOf(story);
    const sentences = new Map<string, Host>();
    for (const unit of story.segments) {
      if (!story.isKept(unit) || !isProse(unit)) continue;
      const spans = sentenceSpans(unit.dedupeKey, 0, unit.dedupeKey.length);
      if (spans.length < 2 && behindDateline(unit.dedupeKey) === 0) continue;
      for (const { start, end } of spans) {
        const from = start === 0 ? behindDateline(unit.dedupeKey) : start;
        for (const at of new Set([start, from])) {
          const key = unit.dedupeKey.slice(at, end);
          if (!sentences.has(key)) sentences.set(key, { unit, at });
        }
      }
    }
    const start = sectionStart(story);
    const places = new Map(story.segments.map((unit, i) => [unit, i]));
    story.segments.forEach((unit, i) => {
      if (unit.verdict !== null || repeats.isVerse(unit)) return;
      const host = hostOf(story, unit, sentences);
      if (host === undefined) return;
      const hostAt = places.get(host.unit) ?? 0;
      // Said here first, and in a place as good: the sentence in the longer passage is the copy (see said-again).
      if (i < hostAt && i > start === hostAt > start) return;
      if (host.unit.verdict?.role === 'answer' && i > start) return;
      story.settle(unit, {
        ...DROP,
        rule: 'contained',
        copy: host.unit,
        copySpan: spanOf(story, host, unit),
      });
    });
  },
};

/** A passage, and where in its key a sentence begins. */
type Host = { readonly unit: Segment; readonly at: number };

/** The longer passage that holds all sentences of the unit one after another. */
function hostOf(story: PageDocument, unit: Segment, sentences: ReadonlyMap<string, Host>): Host | undefined {
  if (unit.shape.size < MIN_SENTENCE || !isProse(unit)) return undefined;
  const end = sentenceSpans(unit.dedupeKey, 0, unit.dedupeKey.length)[0]?.end;
  const host = sentences.get(unit.dedupeKey.slice(0, end));
  if (host === undefined || host.unit === unit || !story.isKept(host.unit)) return undefined;
  return host.unit.dedupeKey.length > unit.dedupeKey.length &&
    host.unit.dedupeKey.startsWith(unit.dedupeKey, host.at) &&
    host.unit.dedupeKey[host.at + unit.dedupeKey.length] !== '.'
    ? host
    : undefined;
}

type Places = { readonly inKey: ReadonlyMap<number, number>; readonly inText: readonly { start: number }[] };
const places = new WeakMap<Segment, Places>();

/** The sentences of a passage, found once: very many lines may have been pulled out of it. */
function placesIn(page: Page, unit: Segment): Places {
  const known = places.get(unit);
  if (known !== undefined) return known;
  const inKey = new Map(
    sentenceSpans(unit.dedupeKey, 0, unit.dedupeKey.length).map(({ start }, i) => [start, i]),
  );
  const found = { inKey, inText: sentenceSpans(page.text, unit.start, unit.end) };
  places.set(unit, found);
  return found;
}

/** Where the copy stands in the raw text: the sentence that begins at the same place, to the length of the unit. */
function spanOf({ page }: PageDocument, host: Host, unit: Segment): Span {
  const { inKey, inText } = placesIn(page, host.unit);
  // Behind a dateline begins no sentence of its own.
  const before = inKey.get(host.at) ?? sentenceSpans(host.unit.dedupeKey, 0, host.at).length;
  const start = inText[before]?.start ?? host.unit.start;
  return rawSpan(page, start, Math.min(host.unit.end, start + unit.end - unit.start));
}

export const headingCopies: Rule = {
  id: 'heading-copy',
  why: 'a heading that is repeated with nothing of its own below it is a stray copy',
  find: (story) => {
    const groups = groupsOf(story).filter((group) => group.some((unit) => unit.verdict?.role === 'heading'));
    if (groups.length === 0) return;
    const filled = headingsWithText(story);
    for (const group of groups) {
      const list = group.filter((unit) => unit.verdict?.role === 'heading');
      const question = group.find((unit) => unit.verdict?.role === 'question');
      const keeper = question ?? list.find((unit) => filled.has(unit)) ?? list[0];
      for (const unit of list) {
        if (unit === keeper || keeper === undefined) continue;
        if (filled.has(unit))
          story.overrule(unit, {
            role: 'heading',
            rule: 'heading',
            repeat: 'heading',
            evidence: 'heading of another part',
          });
        else story.overrule(unit, { ...DROP, rule: 'heading-copy', copy: keeper });
      }
    }
  },
};

function headingsWithText(story: PageDocument): Set<Segment> {
  const filled = new Set<Segment>();
  let open: Segment | null = null;
  for (const unit of story.segments) {
    if (unit.verdict?.role === 'heading') open = unit;
    else if (
      open !== null &&
      story.isKept(unit) &&
      unit.verdict?.role !== 'question' &&
      unit.verdict?.role !== 'answer'
    )
      filled.add(open);
  }
  return filled;
}
