// Lines of a dialogue that begin with a dash: the dash is part of the text, not a bullet.

import type { Rule } from '../story.ts';

export const dialogue: Rule = {
  id: 'dialogue',
  why: 'a long dash before a whole sentence is how many languages write speech',
  find: (story) => {
    for (const unit of story.segments) {
      if (unit.verdict !== null || unit.marker?.kind !== 'dash') continue;
      const { ending } = unit.shape;
      if (
        story.page.text[unit.marker.start] !== '-' &&
        (ending === 'full' || ending === 'question' || ending === 'cut')
      )
        story.readMarkerAsText(unit);
    }
  },
};
