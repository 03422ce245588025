// Pairs of a block of questions that are told twice.

import type { Rule, Story } from '../story.ts';
import type { Unit } from '../units.ts';

type Pair = { readonly question: Unit; readonly answers: Unit[] };

export const repeatedPairs: Rule = {
  id: 'repeated-pair',
  why: 'a question that is asked again with the same answer, or with none, is a copy; "Yes." may answer many',
  find: (story) => {
    const asked = new Map<string, Pair>();
    const said = new Set<string>();
    for (const pair of pairsOf(story)) {
      const first = asked.get(pair.question.key);
      if (first !== undefined && isCopy(pair, first)) {
        drop(story, pair.question, first.question);
        pair.answers.forEach((answer, i) => {
          drop(story, answer, first.answers[i] ?? first.question);
        });
        continue;
      }
      if (first === undefined) asked.set(pair.question.key, pair);
      else
        story.overrule(pair.question, {
          role: 'question',
          rule: 'faq',
          repeat: 'answer',
          evidence: 'asked again, answered otherwise',
        });
      said.add(pair.question.key);
      for (const answer of pair.answers) {
        if (said.has(answer.key))
          story.overrule(answer, {
            role: 'answer',
            rule: 'faq',
            repeat: 'answer',
            evidence: 'answers another question',
          });
        said.add(answer.key);
      }
    }
  },
};

function pairsOf(story: Story): Pair[] {
  const pairs: Pair[] = [];
  for (const unit of story.units) {
    if (unit.verdict?.role === 'question') pairs.push({ question: unit, answers: [] });
    else if (unit.verdict?.role === 'answer') pairs.at(-1)?.answers.push(unit);
  }
  return pairs;
}

function isCopy(pair: Pair, first: Pair): boolean {
  return pair.answers.every((answer, i) => answer.key === first.answers[i]?.key);
}

function drop(story: Story, unit: Unit, copy: Unit): void {
  story.overrule(unit, { role: 'dropped', rule: 'repeated-pair', reason: 'duplicate', copy });
}
