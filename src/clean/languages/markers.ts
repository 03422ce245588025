// What stands before a passage to say what it is: bullets, numbers, "Q:", "##".

import { foldCase } from '../ledger/dedupe-key.ts';
import type { Marker, Segment } from '../split/segment.ts';
import type { Lexicon } from './lexicon.ts';

const HEADING = /(#{1,6})[ \t]+(?=\S)/y;
const SIGN = /(?:[▶►■◆▼▽●◎★☆□◇][ \t]*)(?=[^\s▶►■◆▼▽●◎★☆□◇])/y;
const BULLET = /(?:[•·▪◦‣⁃∙▸▹➢➤✓✔☑✅][ \t]*|[*+-][ \t]+|[–—][ \t]+)(?=\S)/y;
const NUMBER = /[(（]?(\d{1,2})(?:[.)](?=[ \t])|[）．、]|\)(?=\p{L}))[ \t]*(?=\S)/uy;
const QUOTE = />[ \t]?(?=\S)/y;
const LABEL =
  /(?<word>[\p{L}\p{M}]{1,12})(?<number>[ \t]?(?:[#.-]|[Nn]o\.?)?[ \t]?\d{1,2})?(?:[ \t]?[:.．：)）]|[ \t]+[–—-](?=[ \t])|(?<=[.#]\d{1,2})(?=[ \t]))[ \t]*(?=\S)/uy;

/** The marker at the beginning of `[from, to)`, and where the text behind it begins. */
export function markerAt(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
): { marker: Marker; end: number } | null {
  // Nothing that begins in lower case is a marker.
  const code = text.charCodeAt(from);
  if (code >= 97 && code <= 122) return null;
  const found = at(text, from, lexicon);
  return found !== null && found.end < to ? found : null;
}

function at(text: string, from: number, lexicon: Lexicon): { marker: Marker; end: number } | null {
  const run = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = from;
    return expression.exec(text);
  };
  const heading = run(HEADING);
  if (heading !== null)
    return { marker: { kind: 'heading', level: heading[1]?.length ?? 1 }, end: HEADING.lastIndex };
  const label = run(LABEL);
  if (label !== null) {
    const kind = labelKind(label, lexicon);
    if (kind !== null) return { marker: { kind, start: from }, end: LABEL.lastIndex };
  }
  const bullet = run(BULLET);
  if (bullet !== null) {
    const marker: Marker = /^[–—-]/.test(bullet[0]) ? { kind: 'dash', start: from } : { kind: 'bullet' };
    return { marker, end: BULLET.lastIndex };
  }
  const sign = run(SIGN);
  if (sign !== null) return { marker: { kind: 'sign', arrow: /[▶►]/.test(sign[0]) }, end: SIGN.lastIndex };
  const number = run(NUMBER);
  if (number !== null)
    return { marker: { kind: 'number', value: Number(number[1]), start: from }, end: NUMBER.lastIndex };
  if (run(QUOTE) !== null) return { marker: { kind: 'quote' }, end: QUOTE.lastIndex };
  return null;
}

/** The label of a question or an answer that begins at `from`, and where the words behind it begin. */
export function labelAt(
  text: string,
  from: number,
  lexicon: Lexicon,
): { kind: 'question' | 'answer'; end: number } | null {
  LABEL.lastIndex = from;
  const label = LABEL.exec(text);
  const kind = label === null ? null : labelKind(label, lexicon);
  return kind === null ? null : { kind, end: from + (label?.[0].length ?? 0) };
}

const ALONE = /^(?<word>[\p{L}\p{M}]{1,12})[ \t]?\d{0,2}[ \t]?[:.：]$/u;

/** The kind of a label that has a line of its own, with its question or answer on the next one. */
export function labelAlone(text: string, lexicon: Lexicon): 'question' | 'answer' | null {
  const label = ALONE.exec(text);
  return label === null ? null : labelKind(label, lexicon);
}

/** "Q:", "A1.", "Frage:" and the like; a full stop after a bare letter counts only with a number ("Q1.") or a blank. */
function labelKind(label: RegExpExecArray, lexicon: Lexicon): 'question' | 'answer' | null {
  const word = label.groups?.['word'] ?? '';
  const shout = word !== word.toLowerCase() || word.toLowerCase() === word.toUpperCase();
  if (!shout) return null;
  const lower = foldCase(word.normalize('NFKC'));
  if (lexicon.question.test(lower)) return 'question';
  if (lexicon.answer.test(lower)) return 'answer';
  return null;
}

/**
 * Takes markers that turn out to be text back into the text (`asText` makes that unit). Numbers count only where
 * they count, next to one more or one less ("12. Mai", "1. FC Köln" are text); "A." and "P." are initials unless
 * questions and answers are both marked.
 */
export function settleMarkers(
  units: readonly Segment[],
  asText: (unit: Segment, start: number) => Segment,
): Segment[] {
  const inSequence = sequences(units.filter((unit) => unit.marker?.kind === 'number'));
  const kinds = new Set(units.map((unit) => unit.marker?.kind));
  const asked = units.filter((unit) => unit.marker?.kind === 'question' && /[?？؟]/.test(unit.text)).length;
  const paired = (kinds.has('question') && kinds.has('answer')) || asked > 1;
  const listed = listedSigns(units);
  return units.map((unit) => {
    const { marker } = unit;
    if (listed.has(unit)) return { ...unit, marker: { kind: 'bullet' } };
    if (marker?.kind === 'number') return inSequence.has(unit) ? unit : asText(unit, marker.start);
    if (marker?.kind === 'question' || marker?.kind === 'answer')
      return paired ? unit : asText(unit, marker.start);
    return unit;
  });
}

function sequences(numbered: readonly Segment[]): Set<Segment> {
  const found = new Set<Segment>();
  for (let i = 0; i + 1 < numbered.length; i += 1) {
    const unit = numbered[i];
    const next = numbered[i + 1];
    if (unit?.marker?.kind !== 'number' || next?.marker?.kind !== 'number') continue;
    if (next.marker.value === unit.marker.value + 1 && (unit.marker.value === 1 || found.has(unit)))
      found.add(unit).add(next);
  }
  // A copy of an item has its number too.
  const copies = new Set([...found].map(nameOf));
  for (const unit of numbered) if (copies.has(nameOf(unit))) found.add(unit);
  return found;
}

function nameOf(unit: Segment): string {
  return unit.marker?.kind === 'number' ? `${unit.marker.value} ${unit.dedupeKey}` : '';
}

/** Signs head passages; three short lines or more below one another with the same sign, or two with arrows, are a list. */
function listedSigns(units: readonly Segment[]): Set<Segment> {
  const found = new Set<Segment>();
  let run: Segment[] = [];
  const close = (): void => {
    if (run.length >= (run[0]?.marker?.kind === 'sign' && run[0].marker.arrow ? 2 : 3))
      for (const unit of run) found.add(unit);
    run = [];
  };
  for (const unit of units) {
    const { marker, shape } = unit;
    const first = run[0]?.marker;
    const listed = marker?.kind === 'sign' && (marker.arrow || shape.ending === 'bare');
    if (!listed || (first?.kind === 'sign' && first.arrow !== marker.arrow)) close();
    if (listed) run.push(unit);
  }
  close();
  return found;
}
