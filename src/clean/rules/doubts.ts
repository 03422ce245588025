// Passages that an editor should look at.

import { isDoubtful } from '../judge/index.ts';
import type { PageDocument } from '../story.ts';

/** Marks what the judge cut with hardly enough confidence, and what it would have cut with a little more. */
export function markDoubts({ segments, judgement }: PageDocument): void {
  for (const segment of segments) {
    const { verdict } = segment;
    if (verdict === null) continue;
    if (verdict.role === 'dropped') {
      if (verdict.confidence !== undefined && isDoubtful(verdict.confidence, true))
        segment.verdict = { ...verdict, doubtful: true };
    } else if (judgement.isPage) {
      const confidence = judgement.confidenceOf(segment);
      if (isDoubtful(confidence, false)) segment.verdict = { ...verdict, confidence, doubtful: true };
    }
  }
}
