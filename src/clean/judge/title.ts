// Which line is the headline: one score, learnt from real pages (weights/title.gen.ts; `npm run learn`), of the lines around
// the beginning of the story.

import type { Lexicon } from '../languages/lexicon.ts';
import type { Segment } from '../split/segment.ts';
import { titleFiguresOf } from './title-features.ts';
import { type Model, readModel } from './trees.ts';
import { TITLE } from './weights/title.gen.ts';

/** The odds, as a logarithm, that each line is the headline; the best first. */
export type Headlines = readonly { readonly segment: Segment; readonly odds: number }[];

/** @param mayBe tells lines that are nothing else for certain: no promo, byline or date. */
export type TitleJudge = (
  segments: readonly Segment[],
  lexicon: Lexicon,
  mayBe: (segment: Segment) => boolean,
) => Headlines;

export function createTitleJudge(model: Model): TitleJudge {
  const oddsOf = readModel(model);
  return (segments, lexicon, mayBe) => {
    const { rows, count, lines } = titleFiguresOf(segments, lexicon, mayBe);
    return lines
      .map((line, k) => ({ segment: segments[line] as Segment, odds: oddsOf(rows, count, k) }))
      .sort((a, b) => b.odds - a.odds);
  };
}

export const titleJudge: TitleJudge = createTitleJudge(TITLE);
