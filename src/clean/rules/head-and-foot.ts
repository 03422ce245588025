// Furniture that is told by its place: above the first sentence of a report or below its last.

import { bylineIn, DESK } from '../byline.ts';
import { isFurniture } from '../furniture.ts';
import type { Lexicon } from '../languages/lexicon.ts';
import { foldCase, lineForm } from '../ledger/dedupe-key.ts';
import { sizeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import { stampKind } from '../stamp.ts';
import type { PageDocument, Rule } from '../story.ts';
import { rowsIn } from './facts.ts';

const DROP = { role: 'dropped', reason: 'boilerplate' } as const;

export const byline: Rule = {
  id: 'byline',
  why: 'who wrote it stands above or below a report or beside its date, not in it',
  find: (story) => {
    for (const unit of edges(story)) {
      const evidence =
        bylineIn(unit.text, story.lexicon) ??
        signedStamp(unit, story.lexicon) ??
        signatures(unit, story.lexicon) ??
        agencyIn(unit);
      if (evidence !== null) story.settle(unit, { ...DROP, rule: 'byline', evidence });
      else if (isLabelAlone(unit, story.lexicon)) dropLabelled(story, unit);
    }
    belowLede(story);
  },
};

/** "Published By:", "Last Updated:" */
function isLabelAlone({ normalized, shape }: Segment, lexicon: Lexicon): boolean {
  const label = shape.size <= 4 ? /^(.+?)\s?[:：]$/.exec(normalized)?.[1] : undefined;
  if (label === undefined) return false;
  if (lexicon.byline.exec(label)?.[0] === label) return true;
  const words = label.split(' ');
  return words.some((word) => lexicon.stamp.has(word)) && words.every((word) => isDateWord(word, lexicon));
}

const isDateWord = (word: string, { stamp, calendar }: Lexicon): boolean =>
  stamp.has(word) || calendar.has(word);

/** A label with the name or the date that stands on the line below it. */
function dropLabelled(story: PageDocument, label: Segment): void {
  const value = story.segments[story.placeOf(label) + 1];
  if (value === undefined || value.level > 0) return;
  const says =
    value.verdict?.role === 'dropped' ||
    isName(value.text) ||
    DESK.test(value.normalized) ||
    stampKind(value.normalized, story.lexicon) !== null;
  if (!says) return;
  for (const unit of [label, value]) story.settle(unit, { ...DROP, rule: 'byline', evidence: label.text });
}

/** "By Jane Doe, HRF" between the lede and a button. "By Night" may be a heading, so the whole name is asked for. */
function belowLede(story: PageDocument): void {
  const first = story.firstProse();
  for (const [i, unit] of story.segments.slice(first + 1, first + 4).entries()) {
    if (unit.verdict !== null || unit.level > 0 || unit.shape.ending !== 'bare' || !unit.opensLine) continue;
    const evidence = bylineIn(unit.text, story.lexicon);
    const names = unit.text.slice(evidence?.length ?? 0).replace(/^[:\s]+|,.*$/gu, '');
    if (evidence === null || !isName(names)) continue;
    if (story.segments[first + i + 2]?.verdict?.role === 'dropped')
      story.settle(unit, { ...DROP, rule: 'byline', evidence });
  }
}

/** Each comma costs a look at all that stands before it. */
const MAX_SIGNED = 400;

/** "Jane Doe, 8.12.2025, 09:14": a name with a stamp behind it. */
function signedStamp(unit: Segment, lexicon: Lexicon): string | null {
  if (unit.shape.size > 18 || unit.text.length > MAX_SIGNED || !/\p{N}/u.test(unit.text)) return null;
  for (const match of unit.text.matchAll(/\s*[,|·•—–(-]\s*|\s(?=\p{N})/gu)) {
    const name = unit.text.slice(0, match.index);
    if (!isName(name) && bylineIn(name, lexicon) === null) continue;
    if (stampKind(lineForm(unit.text.slice(match.index + match[0].length)), lexicon) !== null) return name;
  }
  return null;
}

/** "Words by Jane Doe | Pictures by the Photo Desk": each part says who made what. */
function signatures({ text, shape }: Segment, lexicon: Lexicon): string | null {
  if (shape.size > 24 || text.length > MAX_SIGNED || !/[|·•]/.test(text)) return null;
  const parts = text.split(/\s*[|·•]\s*/u);
  const isSigned = (part: string): boolean => {
    const picture = lexicon.credit.exec(foldCase(part))?.[0] ?? '';
    return bylineIn(part.slice(picture.length).trim(), lexicon) !== null;
  };
  const named = parts.length > 1 && parts.some(isSigned);
  return named && parts.every((part) => isSigned(part) || isFurniture(part, lexicon)) ? text : null;
}

const AGENCIES =
  /^(?:AP|AFP|EFE|PTI|ANI|IANS|UNI|DPA|dpa|ANSA|AGI|PAP|TASS|ТАСС|РБК|AA|DHA|İHA|LUSA|Lusa|Reuters|REUTERS|ROUTERS|Agencies|AGENCIES|Agencias|Agenturen|Agences|Agenzie|Europa Press|Xinhua|Kyodo|Укрінформ|Ukrinform|Interfax|Интерфакс|APA|SDA|SID|KNA|epd|ATS|Belga|ANP)(?![\p{L}])/u;

function agencyIn({ text, shape }: Segment): string | null {
  return shape.size <= 5 && shape.ending === 'bare' ? (AGENCIES.exec(text)?.[0] ?? null) : null;
}

export const desk: Rule = {
  id: 'desk',
  why: 'the newsroom that signs a report stands in its head',
  find: (story) => {
    const end = story.headEnd();
    story.segments.slice(1, end).forEach((unit) => {
      if (unit.verdict === null && unit.level === 0 && unit.shape.size <= 5 && DESK.test(unit.normalized))
        story.settle(unit, { ...DROP, rule: 'desk', evidence: unit.normalized });
    });
  },
};

export const signature: Rule = {
  id: 'signature',
  why: "the site's name alone below a report is the page's",
  find: (story) => {
    const sites = new Set(
      story.segments
        .filter((unit) => unit.verdict?.rule === 'site-name')
        .map((unit) => unit.normalized.replace(/^[|\s–—-]+/, '')),
    );
    for (const unit of story.segments.slice(story.afterLastProse()))
      if (sites.has(unit.normalized))
        story.settle(unit, { ...DROP, rule: 'signature', evidence: unit.normalized });
  },
};

export const menu: Rule = {
  id: 'menu',
  why: 'three names or more with bars between them above or below a report are a menu or a path',
  find: (story) => {
    // "Home / Region / Local" is a path only where nothing but furniture stands above it.
    const top = story.segments.find((unit) => unit.verdict === null);
    const rows = rowsIn(story.segments);
    for (const unit of edges(story)) {
      if (rows.has(unit)) continue;
      const path = unit === top && unit.text.split(' / ').length >= 3;
      const text = path ? unit.text.replaceAll(' / ', ' | ') : unit.text;
      const parts = text.split(/\s*[|｜›»>＞<•·]\s*/u).filter((part) => part !== '');
      const bars = (text.match(/[|｜›»>＞<•·]/gu) ?? []).length;
      if (
        bars >= 2 &&
        parts.length >= 3 &&
        unit.shape.ending === 'bare' &&
        parts.slice(0, -1).every((part) => sizeOf(part) <= 5) &&
        !/[«“"„]/u.test(unit.text)
      ) {
        story.settle(unit, { ...DROP, rule: 'menu', evidence: unit.normalized.slice(0, 60) });
      }
    }
  },
};

const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*,?(?: \p{Lu}[\p{L}\p{M}.'’-]*,?){1,3}$/u;

function isName(text: string): boolean {
  return NAME.test(text);
}

/** What has no verdict above the first sentence, below the last, or next to a stamp. */
function edges(story: PageDocument): Segment[] {
  const first = story.headEnd();
  const last = story.afterLastProse();
  const isStamp = (at: number): boolean =>
    ['stamp', 'byline'].includes(story.segments[at]?.verdict?.rule ?? '');
  return story.segments.filter((unit, i) => {
    if (unit.verdict !== null || unit.level > 0) return false;
    return i < first || i >= last || (unit.shape.ending === 'bare' && (isStamp(i - 1) || isStamp(i + 1)));
  });
}
