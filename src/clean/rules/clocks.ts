// Clock times in front of the entries of a live blog: "18:22 Power cut grows".

import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isProse } from '../story.ts';

const CLOCK =
  /^(\d{1,2})[:.h](\d{2})(?:\s?(?:uhr|h|hrs|a\.?m\.?|p\.?m\.?|gmt|utc|ist|est|bst|cet|et)(?!\p{L}))*\s*(?:[:|–—-]\s*)?(?=[\p{L}"'“«„¿¡])/iu;

export const clocks: Rule = {
  id: 'clock',
  why: 'the time in front of an entry of a live blog is when it was posted; in a programme it is text',
  find: (story) => {
    const entries = story.segments.filter(
      (unit) => unit.verdict === null && unit.opensLine && CLOCK.test(unit.text),
    );
    if (entries.length < 2 || !isLive(story, entries)) return;
    const cuts = entries.map((unit) => {
      const length = CLOCK.exec(story.page.text.slice(unit.start, unit.end))?.[0].length ?? 0;
      return [unit, length === 0 ? [] : [unit.start + length]] as const;
    });
    for (const [clock] of story.splitEach(new Map(cuts))) {
      if (clock === undefined) continue;
      const evidence = clock.segment.text;
      story.settle(clock.segment, { role: 'dropped', rule: 'clock', reason: 'boilerplate', evidence });
    }
  },
};

/** The times run backwards, or the page says that it is live, or the entries stand between plus signs. */
function isLive(story: PageDocument, entries: readonly Segment[]): boolean {
  const times = entries.map((unit) => {
    const [, hours, minutes] = CLOCK.exec(unit.text) ?? [];
    return Number(hours) * 60 + Number(minutes);
  });
  const backwards = times.every((time, i) => i === 0 || time < (times[i - 1] ?? 0));
  const says = story.segments.some(
    (unit) =>
      !isProse(unit) &&
      unit.shape.size <= 12 &&
      /\b(?:live|liveticker|ticker|liveblog|en vivo|en direct|en directo|ao vivo|in diretta|na żywo)\b|онлайн|наживо|लाइव|مباشر/u.test(
        unit.normalized,
      ),
  );
  const pluses = new Set(
    story.page.marks
      .filter(({ start, end, effect }) => effect === 'paragraph' && end - start === 3)
      .map(({ at }) => at),
  );
  const ticker = entries.every(({ start }) => [0, 1, 2, 3].some((back) => pluses.has(start - back)));
  return backwards || says || ticker;
}
