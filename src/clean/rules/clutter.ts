// What is around the story of a page: menus, teasers, comments, footers. No list of phrases tells it, but the judge.

import { SURE } from '../judge/index.ts';
import type { Rule } from '../story.ts';

export const clutter: Rule = {
  id: 'clutter',
  why: 'a page has other lines around its story',
  find: (story) => {
    const { judgement } = story;
    if (!judgement.isPage) return;
    for (const segment of story.segments) {
      const confidence = judgement.confidenceOf(segment);
      if (segment.verdict !== null || confidence < SURE) continue;
      const evidence = judgement.evidenceOf(segment);
      story.settle(segment, {
        role: 'dropped',
        rule: 'clutter',
        reason: 'boilerplate',
        evidence,
        confidence,
      });
    }
  },
};
