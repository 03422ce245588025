// Headings, with or without markup.

import type { Segment } from '../split/segment.ts';
import { isFigure } from '../split/tables.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isItem, isProse } from '../story.ts';

/** From this many headlines in a row on, they are verse, a table or a list without bullets. */
const RUN = 3;

export const headings: Rule = {
  id: 'heading',
  why: 'a short line without a full stop above a passage is its heading',
  find: (story) => {
    const body = story.segments.filter((unit) => unit.verdict === null);
    const runs = runLengths(body);
    const speakers = speakersIn(body);
    const broken = brokenOff(story);
    for (const [i, unit] of body.entries()) {
      if (unit.level > 0) {
        story.settle(unit, { role: 'heading', rule: 'heading', evidence: 'markup' });
        continue;
      }
      const next = body[i + 1];
      const isPoints = story.lexicon.keyPoints(unit.normalized) && next !== undefined && !isItem(unit);
      if (isPoints) story.settle(unit, { role: 'heading', rule: 'key-points' });
      if (speakers.has(speakerOf(unit) ?? '')) continue;
      if (
        isSpeech(unit) &&
        !isShouted(unit) &&
        (isSpeech(next) || isSpeech(body[i - 1]) || /^[「『]/.test(unit.text))
      )
        continue;
      if (
        unit.marker?.kind === 'number' &&
        [body[i - 1], next].some((other) => other?.marker?.kind === 'number')
      )
        continue;
      if (next === undefined || broken.has(unit) || !mayBeHeading(unit) || afterColon(body, i)) continue;
      if ((runs[i] ?? 0) >= RUN && !unit.bold && !besideTable(body, i)) continue;
      if (
        isProse(next) ||
        isItem(next) ||
        next.columns ||
        mayBeHeading(next) ||
        next.shape.ending !== 'bare'
      ) {
        story.settle(unit, { role: 'heading', rule: 'heading' });
      }
    }
  },
};

const MIN_BROKEN = 8;

/** Beginnings of sentences that a promo broke in two: in brackets on the same line, or behind "for the ground and". */
function brokenOff({ segments, lexicon }: PageDocument): Set<Segment> {
  const found = new Set<Segment>();
  for (const [i, unit] of segments.entries()) {
    const next = segments[i + 1];
    if (unit.verdict !== null || next?.verdict?.role !== 'dropped' || next.verdict.reason !== 'promo')
      continue;
    const last = unit.normalized.split(' ').at(-1) ?? '';
    if (
      (!unit.closesLine && /^[([（【［]/.test(next.text)) ||
      (unit.shape.size >= MIN_BROKEN && lexicon.starters.has(last))
    )
      found.add(unit);
  }
  return found;
}

function mayBeHeading(unit: Segment): boolean {
  if (!unit.shape.headline || unit.columns || /^[–—]/.test(unit.text)) return false;
  if (unit.marker !== null && unit.marker.kind !== 'sign' && unit.marker.kind !== 'number') return false;
  // "Yes?" in quotes is speech; a headline may hold a quotation.
  const speech = /^["'“”‘«„»「].*["'”’“»«」]$/u.test(unit.text);
  if (speech && (unit.shape.ending !== 'bare' || /[?!,.…]\s?["'”’“»«」]/u.test(unit.text))) return false;
  return unit.opensLine || unit.closesLine || !isProse(unit);
}

function afterColon(body: readonly Segment[], at: number): boolean {
  const before = body[at - 1];
  return before !== undefined && /[:：]$/.test(before.text) && isProse(before);
}

/** For each unit, how many headlines stand in a row around it (a question counts as a heading on its own). */
function runLengths(body: readonly Segment[]): number[] {
  const lengths = new Array<number>(body.length).fill(0);
  for (let i = 0; i < body.length; ) {
    let end = i;
    while (end < body.length && body[end] !== undefined && isPlainHeadline(body[end])) end += 1;
    lengths.fill(end - i, i, end);
    i = Math.max(end, i + 1);
  }
  return lengths;
}

function isPlainHeadline(unit: Segment | undefined): boolean {
  return (
    unit !== undefined &&
    !unit.columns &&
    unit.level === 0 &&
    !isItem(unit) &&
    unit.shape.headline &&
    unit.shape.ending === 'bare'
  );
}

/** The line above rows of figures names the table; the line below them, above a passage, heads that passage. */
function besideTable(body: readonly Segment[], at: number): boolean {
  const unit = body[at];
  const next = body[at + 1];
  if (unit === undefined || next === undefined) return false;
  if (isProse(next)) return !/\p{N}/u.test(unit.text) && isRow(body, at - 1) && isRow(body, at - 2);
  const below = body.slice(at + 1, at + 25);
  const end = below.findIndex(({ shape }) => shape.size >= 4);
  const figures = below.slice(0, end === -1 ? below.length : end).filter(({ text }) => isFigure(text));
  return unit.shape.size >= 4 && figures.length >= 4;
}

/** A figure alone, or a line in the pattern of a neighbour but for its numbers. */
function isRow(body: readonly Segment[], at: number): boolean {
  const pattern = (unit: Segment | undefined): string => unit?.dedupeKey.replace(/\p{N}+/gu, '#') ?? '';
  const own = pattern(body[at]);
  if (!own.includes('#')) return false;
  return isFigure(body[at]?.text ?? '') || own === pattern(body[at - 1]) || own === pattern(body[at + 1]);
}

/** Wholly in quotation marks. One such line among paragraphs may be a heading; two in a row are a dialogue. */
function isSpeech(unit: Segment | undefined): boolean {
  return unit !== undefined && /^["'“”‘«„»「『][^"”»“«」』]*["'”’“»«」』]$/u.test(unit.text);
}

/** A quotation in capitals is a crosshead, not speech. */
function isShouted({ text }: Segment): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** "Reporter: How many?": who speaks in an interview is named before a colon, and more than once. */
function speakerOf(unit: Segment): string | null {
  return /^(\p{Lu}[\p{L}\p{M}. -]{0,24}):\s/u.exec(unit.text)?.[1] ?? null;
}

function speakersIn(body: readonly Segment[]): Set<string> {
  const counts = new Map<string, number>();
  for (const unit of body) {
    const speaker = speakerOf(unit);
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([speaker]) => speaker));
}
