// Questions and answers: under a title of their own, with labels, or as a run of short pairs at the end.

import { labelAlone } from '../languages/markers.ts';
import { questionMark } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import { boundsOf } from '../split/segments.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isItem, isProse } from '../story.ts';

export const faq: Rule = {
  id: 'faq',
  why: 'questions with their answers form a block of their own, and its title is furniture',
  find: (story) => {
    titled(story);
    labelled(story);
    untitled(story);
  },
};

function titled(story: PageDocument): void {
  // How far a reading that met no question went, by the level of its title: another would meet none there either.
  const barren = new Map<number, number>();
  let dropped = 0;
  for (let i = 0; i < story.segments.length; i += 1) {
    const unit = story.segments[i];
    if (unit === undefined || unit.verdict !== null || !story.lexicon.faq(unit.normalized) || isProse(unit))
      continue;
    // A question follows at once, or behind a line of introduction; the title of a whole report has more below it.
    while (dropped < i && story.segments[dropped]?.verdict?.role === 'dropped') dropped += 1;
    const opens = dropped === i;
    const mark = questionMark(story.lexicon);
    const pair = ({ marker, text }: Segment): boolean => marker?.kind === 'question' || mark.test(text);
    if (!story.segments.slice(i + 1, i + (opens ? 2 : 3)).some(pair)) continue;
    story.settle(unit, { role: 'dropped', rule: 'faq-title', reason: 'boilerplate', evidence: unit.text });
    const { end, questions } = readPairs(story, Math.max(i + 1, barren.get(unit.level) ?? 0), unit.level);
    if (questions === 0) barren.set(unit.level, end);
  }
}

/** Pairs that carry "Q:" and "A:" need no title. */
function labelled(story: PageDocument): void {
  const first = story.segments.findIndex((unit) => unit.verdict === null && unit.marker?.kind === 'question');
  if (first !== -1) readPairs(story, first, 0);
}

/** Reads questions and answers from `from` to the next heading of the body; gives where it ended. */
function readPairs(story: PageDocument, from: number, level: number): { end: number; questions: number } {
  let open = false;
  let questions = 0;
  let i = from;
  for (; i < story.segments.length; i += 1) {
    splitPair(story, i);
    const unit = story.segments[i];
    if (unit === undefined) break;
    if (unit.verdict !== null) continue;
    const label = labelAlone(unit.text, story.lexicon);
    if (label !== null && (open || label === 'question')) {
      story.settle(unit, { role: 'dropped', rule: 'faq-label', reason: 'boilerplate', evidence: unit.text });
      continue;
    }
    if (isQuestion(unit)) {
      story.settle(unit, { role: 'question', rule: 'faq' });
      open = true;
      questions += 1;
      continue;
    }
    if (unit.level > 0 && (level === 0 || unit.level <= level)) break;
    if (questions > 0 && (endsBlock(story, i) || isLoose(story, i) || isBelowRun(story, i))) break;
    if (open) story.settle(unit, { role: 'answer', rule: 'faq' });
  }
  return { end: i, questions };
}

function isQuestion(unit: Segment): boolean {
  if (unit.marker?.kind === 'question') return true;
  if (unit.marker?.kind === 'answer') return false;
  return unit.shape.asks && !/^["“«„].*["”»“]$/u.test(unit.text);
}

const COMMON = { inside: /[?？؟]["'”’»)\]」]*\s*(?=\S)/u, last: /[?？؟]["'”’»)\]」]*$/u };
const GREEK = { inside: /[?;]["'”’»)]*\s*(?=\S)/u, last: /[?;]["'”’»)]*$/u };

/** A question that is longer than this is none, however its line goes on. */
const MAX_ASKED = 260;
const LOOKED_AT = 2000;

/**
 * "Who pays? The county." on one line, or "Q: Who pays? A: The county.": two units are made of it, or more where the
 * answer is a question again; all at once, since a line may hold very many.
 */
function splitPair(story: PageDocument, at: number): void {
  const unit = story.segments[at];
  if (unit === undefined || unit.verdict !== null) return;
  const cuts: number[] = [];
  let rest: Pick<Segment, 'start' | 'marker'> | null = unit;
  while (rest !== null && rest.marker?.kind !== 'answer') {
    const cut = endOfQuestion(story, rest.start, unit.end);
    if (cut === null) break;
    cuts.push(cut);
    const next = boundsOf(story.page, cut, unit.end, story.lexicon);
    rest = unit.level > 0 || next === null || next.level > 0 ? null : next;
  }
  if (cuts.length > 0) story.splitAll(unit, cuts);
}

/** Where the first sentence ends, if it is a question with something behind it. */
function endOfQuestion({ page, lexicon }: PageDocument, start: number, end: number): number | null {
  const marks = lexicon.code === 'el' ? GREEK : COMMON;
  let raw = page.text.slice(start, Math.min(end, start + LOOKED_AT));
  let mark = marks.inside.exec(raw);
  if (mark !== null && mark.index + mark[0].length + 1 >= raw.length && end > start + LOOKED_AT) {
    raw = page.text.slice(start, end);
    mark = marks.inside.exec(raw);
  }
  if (mark === null || mark.index > MAX_ASKED) return null;
  const before = raw.slice(0, mark.index);
  if (/[.!。！।](?:\s|$)/u.test(before.replace(/\b\p{L}{1,3}\.(?=\s)/gu, ''))) return null;
  if (/^["'“«„]/u.test(raw) && !before.includes(mark[0][0] ?? '')) return null;
  // "Who pays? And when?" is one question.
  if (end - start - mark.index < 120 && marks.last.test(raw)) return null;
  return start + mark.index + mark[0].length;
}

/** A headline that is no question, with body below it, ends the block. */
function endsBlock(story: PageDocument, at: number): boolean {
  const unit = story.segments[at];
  if (
    unit === undefined ||
    !unit.shape.headline ||
    unit.shape.asks ||
    isItem(unit) ||
    unit.marker?.kind === 'answer'
  )
    return false;
  if (!unit.opensLine && !unit.closesLine) return false;
  const before = story.segments[at - 1];
  if (before !== undefined && /[:：]$/.test(before.text)) return false;
  if (before?.verdict?.role === 'question') return false;
  let next = at + 1;
  while (next < story.segments.length && story.segments[next]?.verdict !== null) next += 1;
  const after = story.segments[next];
  return after !== undefined && isProse(after) && unit.shape.size > 1;
}

/** Behind an answer that ended with a full stop, a line without one is no answer: the margin has begun. */
function isLoose(story: PageDocument, at: number): boolean {
  const unit = story.segments[at];
  const before = story.segments[at - 1];
  if (unit === undefined || before === undefined || unit.marker !== null || !unit.opensLine || unit.columns)
    return false;
  if (unit.shape.ending !== 'bare' || unit.shape.size > 16) return false;
  return before.verdict?.role === 'answer' && before.shape.ending === 'full' && before.marker === null;
}

/** Below a line that held several pairs the body goes on. */
function isBelowRun(story: PageDocument, at: number): boolean {
  const unit = story.segments[at];
  if (unit === undefined || !unit.opensLine || unit.marker !== null) return false;
  let asked = 0;
  for (let i = at - 1; i >= 0 && asked < 2; i -= 1) {
    const before = story.segments[i];
    if (before?.verdict?.role === 'question') asked += 1;
    else if (before?.verdict?.role !== 'answer') return false;
    if (before.opensLine) return asked > 1;
  }
  return asked > 1;
}

const SHORT_ANSWER = 40;
const VERY_SHORT_ANSWER = 25;

/** Three or more questions with one short answer each, or two with very short ones, at the end of the text. */
function untitled(story: PageDocument): void {
  if (story.segments.some((unit) => unit.verdict?.role === 'question')) return;
  const body = story.segments.filter((unit) => unit.verdict === null);
  let first = body.length;
  let longest = 0;
  for (let i = body.length - 2; i >= 0; i -= 2) {
    const question = body[i];
    const answer = body[i + 1];
    if (question === undefined || answer === undefined || !isQuestion(question) || isQuestion(answer)) break;
    if (answer.shape.size > SHORT_ANSWER || answer.shape.ending !== 'full') break;
    longest = Math.max(longest, answer.shape.size);
    first = i;
  }
  const pairs = (body.length - first) / 2;
  if (pairs >= 3 || (pairs === 2 && longest <= VERY_SHORT_ANSWER)) {
    const start = body[first];
    if (start !== undefined && first > 0) readPairs(story, story.placeOf(start), 0);
  }
}
