// Pairs of a block of questions that are told twice.

import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';

type Pair = { readonly question: Segment; readonly answers: Segment[] };

export const repeatedPairs: Rule = {
  id: 'repeated-pair',
  why: 'a question that is asked again with the same answer, or with none, is a copy; "Yes." may answer many',
  find: (story) => {
    const asked = new Map<string, Pair>();
    const said = new Set<string>();
    for (const pair of pairsOf(story)) {
      const first = asked.get(pair.question.dedupeKey);
      if (first !== undefined && isCopy(pair, first)) {
        drop(story, pair.question, first.question);
        pair.answers.forEach((answer, i) => {
          drop(story, answer, first.answers[i] ?? first.question);
        });
        continue;
      }
      if (first === undefined) asked.set(pair.question.dedupeKey, pair);
      else
        story.overrule(pair.question, {
          role: 'question',
          rule: 'faq',
          repeat: 'answer',
          evidence: 'asked again, answered otherwise',
        });
      said.add(pair.question.dedupeKey);
      for (const answer of pair.answers) {
        if (said.has(answer.dedupeKey))
          story.overrule(answer, {
            role: 'answer',
            rule: 'faq',
            repeat: 'answer',
            evidence: 'answers another question',
          });
        said.add(answer.dedupeKey);
      }
    }
  },
};

function pairsOf(story: PageDocument): Pair[] {
  const pairs: Pair[] = [];
  for (const unit of story.segments) {
    if (unit.verdict?.role === 'question') pairs.push({ question: unit, answers: [] });
    else if (unit.verdict?.role === 'answer') pairs.at(-1)?.answers.push(unit);
  }
  return pairs;
}

function isCopy(pair: Pair, first: Pair): boolean {
  return pair.answers.every((answer, i) => answer.dedupeKey === first.answers[i]?.dedupeKey);
}

function drop(story: PageDocument, unit: Segment, copy: Segment): void {
  story.overrule(unit, { role: 'dropped', rule: 'repeated-pair', reason: 'duplicate', copy });
}
