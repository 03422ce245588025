// The rules that judge a line by itself (LINE_RULES), applied to every unit: the first that speaks decides.

import { LINE_RULES } from '../furniture.ts';
import { holdsSentence } from '../sentence.ts';
import type { Segment, Verdict } from '../split/segment.ts';
import { cellsIn } from '../split/tables.ts';
import { stampKind } from '../stamp.ts';
import { isItem, isProse, type PageDocument, type Rule } from '../story.ts';
import { isLabelledFact, rowsIn } from './facts.ts';

/** Lines that come again do so early; a text of nothing but new lines needs no memory of them. */
const MAX_REMEMBERED = 4096;
const MAX_DATE = 12;

export const lines: Rule = {
  id: 'lines',
  why: 'furniture and promotion that a line gives away by itself',
  find: (story) => {
    // Equal lines are judged once.
    const cells = new Set([...cellsIn(story.segments), ...rowsIn(story.segments)]);
    const judged = new Map<string, Verdict | null>();
    for (const unit of story.segments) {
      if (unit.verdict !== null || unit.level > 0 || cells.has(unit)) continue;
      let verdict = judged.get(unit.text);
      if (verdict === undefined) {
        verdict = judge(unit, story);
        if (judged.size < MAX_REMEMBERED) judged.set(unit.text, verdict);
      }
      if (verdict !== null) story.settle(unit, verdict);
    }
    spareNotices(story);
    spareDates(story);
    spareTimes(story);
  },
};

function judge(unit: Segment, story: PageDocument): Verdict | null {
  const line = { text: unit.text, form: unit.normalized, size: unit.shape.size };
  for (const rule of LINE_RULES) {
    // "Podcast: ..." may be the title of the report itself when it is its very first line.
    if (rule.reason === 'promo' && unit === story.segments[0]) continue;
    const evidence = rule.test(line, story.lexicon);
    if (evidence !== null) return { role: 'dropped', rule: rule.id, reason: rule.reason, evidence };
  }
  return null;
}

const LABEL = /^\p{L}{4,24}[:：]\s/u;

/** "Disclaimer: if you see other sizes, ...", with the report going on below it, belongs to the report. */
function spareNotices({ segments }: PageDocument): void {
  const last = segments.findLastIndex((unit) => unit.verdict === null && isProse(unit));
  for (const unit of segments.slice(0, Math.max(0, last)))
    if (unit.verdict?.rule === 'page-notice' && LABEL.test(unit.text) && holdsSentence(unit.text))
      unit.verdict = null;
}

/** Dates in a row below the first passage, in a list, or behind a colon are what the report is about. */
function spareDates(story: PageDocument): void {
  const { segments } = story;
  for (let i = story.firstProse() + 1; i < segments.length; i += 1) {
    const kind = dateKind(story, segments[i]);
    if (kind === null) continue;
    let end = i + 1;
    while (end < segments.length && dateKind(story, segments[end]) === kind) end += 1;
    const run = segments.slice(i, end);
    const before = segments[i - 1];
    const listed = run.some(isItem) || (before?.verdict === null && /[:：]$/.test(before.text));
    if (listed || new Set(run.map(({ text }) => text)).size > 1) for (const unit of run) unit.verdict = null;
    i = end;
  }
}

/** What kind of date a dropped line is, without a word such as "updated". */
function dateKind({ lexicon }: PageDocument, unit: Segment | undefined): 'clock' | 'day' | null {
  if (unit?.verdict?.role !== 'dropped' || unit.shape.size > MAX_DATE) return null;
  const words = unit.normalized.split(/[\s,.:]+/);
  if (words.some((word) => word.length > 3 && lexicon.stamp.has(word) && !lexicon.calendar.has(word)))
    return null;
  const kind = stampKind(unit.normalized, lexicon);
  return kind === 'stamp' || kind === 'date' ? 'day' : kind;
}

/** "Time: 40 minutes" between "Serves: 4" and "Pumpkin: 1 kg" */
function spareTimes(story: PageDocument): void {
  const { segments } = story;
  for (const [i, unit] of segments.entries()) {
    if (unit.verdict?.rule !== 'stamp' || !/^[^:]+: ?\d{1,3} \p{L}+$/u.test(unit.text)) continue;
    const near = [segments[i - 1], segments[i + 1]];
    if (near.some((other) => other?.verdict === null && isLabelledFact(story, other))) unit.verdict = null;
  }
}
