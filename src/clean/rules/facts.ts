// Facts in the form of lines: "Dead: 12", "12 dead, 40 missing", "Harbour | 9.20 | 10.10".

import { lineForm } from '../ledger/dedupe-key.ts';
import type { Segment } from '../split/segment.ts';
import { stampKind } from '../stamp.ts';
import type { PageDocument } from '../story.ts';

const LABELLED = /^[^:：\p{N}]{2,40}[:：]\s?(\S.*)$/u;

/** The lines that state facts: a figure behind its label, or figures with their words in two lines or more. */
export function factsIn(story: PageDocument, units: readonly Segment[]): Set<Segment> {
  const facts = new Set<Segment>();
  const open = units.filter(({ verdict }) => verdict === null);
  open.forEach((unit, i) => {
    if (isLabelledFact(story, unit)) facts.add(unit);
    else if (hasFigure(story, unit))
      for (const other of [open[i - 1], open[i + 1]])
        if (other !== undefined && hasFigure(story, other)) facts.add(unit);
  });
  return facts;
}

/** A figure behind its label: "Dead: 12". */
export function isLabelledFact({ lexicon }: PageDocument, { text }: Segment): boolean {
  const value = LABELLED.exec(text)?.[1] ?? '';
  return /\p{N}/u.test(value) && stampKind(lineForm(value), lexicon) === null;
}

function hasFigure({ lexicon }: PageDocument, { text, normalized }: Segment): boolean {
  // "2026年3月12日 05:00（11:32更新）"
  if (/(?:19|20)\d\d/.test(text) && /\d:\d\d/.test(text)) return false;
  return /\p{N}/u.test(text) && /\p{L}{2}/u.test(text) && stampKind(normalized, lexicon) === null;
}

/** The rows of tables: neighbours with as many bars or tabs, two of them with figures. */
export function rowsIn(units: readonly Segment[]): Set<Segment> {
  const rows = new Set<Segment>();
  let run: Segment[] = [];
  let width = 0;
  const close = (): void => {
    if (run.filter(({ text }) => /\p{N}/u.test(text)).length > 1) for (const unit of run) rows.add(unit);
    run = [];
  };
  for (const unit of units) {
    if (/^[\s|:–—-]+$/u.test(unit.text)) continue;
    const bars = unit.columns ? (unit.text.replace(/^\|\s?|\s?\|$/g, '').match(/\|/g)?.length ?? 0) : 0;
    if (run.length > 0 && bars !== width) close();
    width = bars;
    if (bars > 0) run.push(unit);
  }
  close();
  return rows;
}
