// What is around the story of a page: menus, teasers, comments, footers. No list of phrases tells it, but the judge.

import type { Judge } from '../judge/index.ts';
import type { Rule } from '../story.ts';

export const createClutter = (judge: Judge): Rule => ({
  id: 'clutter',
  why: 'a page has other lines around its story',
  find: (story) => {
    for (const { segment, evidence } of judge(story.segments))
      story.settle(segment, { role: 'dropped', rule: 'clutter', reason: 'boilerplate', evidence });
  },
});
