// An editor's decisions, applied after the rules. A decision names a passage by its content, so it survives an
// edit elsewhere in the text; one whose passage is gone is reported and changes nothing.

import { err, ok, type Result } from '../../result.ts';
import { shapeOf } from '../shape.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument } from '../story.ts';
import { isItem } from '../story.ts';
import { collapseSpaces, dedupeKeyOf, lineForm } from './dedupe-key.ts';
import type { PrintedRole } from './passage.ts';
import { joinNext, splitBetween } from './split-and-join.ts';

/** Roles that an editor may give to a passage. */
export type EditableRole = 'title' | 'dek' | 'heading' | 'paragraph' | 'list-item' | 'question' | 'answer';

/**
 * `passage` is the `id` of a passage in the ledger. `restore` prints what was dropped (as `role`, or as what it
 * looks like); `drop` takes out what was printed; `role` changes what a printed passage is; `add` inserts a
 * passage of the editor's own, at the start of the body, at its end, or next to a passage. `split` makes two passages of
 * one, between the words `before` and `after`; `join` makes one of a passage and the next. Splits and joins apply first.
 */
export type Override =
  | { action: 'restore'; passage: string; role?: EditableRole }
  | { action: 'drop'; passage: string; reason?: 'promo' | 'boilerplate' }
  | { action: 'role'; passage: string; role: EditableRole }
  | { action: 'split'; passage: string; before: string; after: string }
  | { action: 'join'; passage: string }
  | { action: 'add'; text: string; at: 'start' | 'end' | { before: string } | { after: string } };

export const OVERRIDE_LIMITS = { count: 1000, idLength: 40, textLength: 10_000, wordsLength: 200 } as const;

const ROLES: readonly string[] = [
  'title',
  'dek',
  'heading',
  'paragraph',
  'list-item',
  'question',
  'answer',
] satisfies EditableRole[];

/** Checks decisions that come from outside (JSON). The problem says which one is wrong and why. */
export function parseOverrides(
  value: unknown,
): Result<Override[], { reason: 'bad-override'; message: string }> {
  const refuse = (message: string) => err({ reason: 'bad-override', message } as const);
  if (!Array.isArray(value)) return refuse('Overrides are a list.');
  if (value.length > OVERRIDE_LIMITS.count)
    return refuse(`At most ${OVERRIDE_LIMITS.count} overrides are taken.`);
  const overrides: Override[] = [];
  for (const [i, item] of value.entries()) {
    const override = parseOne(item);
    if (override === null)
      return refuse(
        `Override ${i + 1} is none of restore, drop, role, split, join and add with what belongs to it.`,
      );
    overrides.push(override);
  }
  return ok(overrides);
}

function parseOne(item: unknown): Override | null {
  if (typeof item !== 'object' || item === null) return null;
  const { action, passage, role, reason, text, at, before, after } = item as Record<string, unknown>;
  const roleGiven = typeof role === 'string' && ROLES.includes(role) ? (role as EditableRole) : null;
  if (action === 'add') {
    const place = parsePlace(at);
    if (
      typeof text !== 'string' ||
      collapseSpaces(text) === '' ||
      text.length > OVERRIDE_LIMITS.textLength ||
      place === null
    )
      return null;
    return { action, text, at: place };
  }
  if (!isId(passage)) return null;
  if (action === 'restore')
    return role === undefined ? { action, passage } : roleGiven && { action, passage, role: roleGiven };
  if (action === 'role') return roleGiven && { action, passage, role: roleGiven };
  if (action === 'join') return { action, passage };
  if (action === 'split')
    return isWords(before) && isWords(after) ? { action, passage, before, after } : null;
  if (action !== 'drop') return null;
  if (reason === undefined) return { action, passage };
  return reason === 'promo' || reason === 'boilerplate' ? { action, passage, reason } : null;
}

function parsePlace(at: unknown): Placed['at'] | null {
  if (at === 'start' || at === 'end') return at;
  if (typeof at !== 'object' || at === null) return null;
  const { before, after } = at as Record<string, unknown>;
  if (isId(before) && after === undefined) return { before };
  return isId(after) && before === undefined ? { after } : null;
}

function isWords(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= OVERRIDE_LIMITS.wordsLength && collapseSpaces(value) !== ''
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= OVERRIDE_LIMITS.idLength;
}

/**
 * Names units, which are to come in the order of the text: a hash of the words, and which of the equal passages it
 * is ("k3f9a0.1" is the first).
 */
export function identifier(hashes = new Map<string, string>()): (unit: Segment) => string {
  const counts = new Map<string, number>();
  return ({ dedupeKey }) => {
    const hash = hashes.get(dedupeKey) ?? hashOf(dedupeKey);
    hashes.set(dedupeKey, hash);
    const count = (counts.get(dedupeKey) ?? 0) + 1;
    counts.set(dedupeKey, count);
    return `${hash}.${count}`;
  };
}

/** FNV-1a over UTF-16 units, twice with different seeds: 64 bits, in base 36. */
function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

type Edit = Extract<Override, { action: 'split' | 'join' }>;
type Placed = Extract<Override, { action: 'add' }>;
type Choice = Exclude<Override, Edit | Placed>;

const isEdit = (override: Override): override is Edit =>
  override.action === 'split' || override.action === 'join';

/** Applies the decisions in order, splits and joins first; gives those whose passage does not exist. */
export function applyOverrides(story: PageDocument, overrides: readonly Override[]): Override[] {
  if (overrides.length === 0) return [];
  const unmatched: Override[] = [];
  const hashes = new Map<string, string>();
  const readIds = (): Map<string, Segment> => {
    const idOf = identifier(hashes);
    return new Map(story.segments.map((unit) => [idOf(unit), unit]));
  };
  let byId = readIds();
  for (const override of overrides.filter(isEdit)) {
    const unit = byId.get(override.passage);
    if (unit === undefined || !edit(story, unit, override)) unmatched.push(override);
    else byId = readIds();
  }
  for (const override of overrides) {
    if (isEdit(override)) continue;
    if (override.action === 'add') {
      if (!add(story, override, byId)) unmatched.push(override);
      continue;
    }
    const unit = byId.get(override.passage);
    if (unit === undefined) unmatched.push(override);
    else decide(story, unit, override);
  }
  keepPairsWhole(story);
  return unmatched;
}

const edit = (story: PageDocument, unit: Segment, override: Edit): boolean =>
  override.action === 'join' ? joinNext(story, unit) : splitBetween(story, unit, override);

function decide(story: PageDocument, unit: Segment, override: Choice): void {
  const { verdict } = unit;
  if (verdict === null) return;
  const was = { role: verdict.role, rule: verdict.rule };
  switch (override.action) {
    case 'drop':
      if (verdict.role === 'dropped') return;
      story.overrule(unit, {
        role: 'dropped',
        rule: 'editor',
        reason: override.reason ?? 'boilerplate',
        override: 'dropped',
        was,
      });
      return;
    case 'restore': {
      if (verdict.role !== 'dropped') return;
      const role = override.role ?? naturalRole(story, unit);
      makeRoom(story, role, unit);
      story.overrule(unit, { role, rule: 'editor', override: 'restored', repeat: 'restored', was });
      return;
    }
    case 'role':
      if (verdict.role === 'dropped' || verdict.role === override.role) return;
      makeRoom(story, override.role, unit);
      story.overrule(unit, { role: override.role, rule: 'editor', override: 'changed', was });
  }
}

/** What a restored passage is: an answer among answers, else an item or a paragraph. */
function naturalRole(story: PageDocument, unit: Segment): PrintedRole {
  const at = story.segments.indexOf(unit);
  const before = story.segments.slice(0, at).findLast((other) => story.isKept(other))?.verdict?.role;
  const after = story.segments.slice(at + 1).find((other) => story.isKept(other))?.verdict?.role;
  if (before === 'answer' && (after === 'answer' || after === 'question')) return 'answer';
  if (unit.level > 0) return 'heading';
  return isItem(unit) ? 'list-item' : 'paragraph';
}

/** There is one title and one dek: a former one becomes a paragraph. */
function makeRoom(story: PageDocument, role: PrintedRole, unit: Segment): void {
  if (role !== 'title' && role !== 'dek') return;
  for (const other of story.segments) {
    if (other !== unit && other.verdict?.role === role)
      story.overrule(other, { role: 'paragraph', rule: 'editor' });
  }
}

/** A question without its answer, or an answer without its question, goes with the other half. */
function keepPairsWhole(story: PageDocument): void {
  let question: Segment | null = null;
  let answers = 0;
  const dropAlone = (unit: Segment): void => {
    const was = unit.verdict === null ? undefined : { role: unit.verdict.role, rule: unit.verdict.rule };
    story.overrule(unit, {
      role: 'dropped',
      rule: 'editor',
      reason: 'boilerplate',
      override: 'dropped',
      ...(was && { was }),
    });
  };
  const close = (): void => {
    if (question !== null && answers === 0) dropAlone(question);
    question = null;
    answers = 0;
  };
  for (const unit of story.segments) {
    const role = unit.verdict?.role;
    if (role === 'question') {
      close();
      question = unit;
    } else if (role === 'answer') {
      if (question === null) dropAlone(unit);
      else answers += 1;
    } else if (role === 'dropped' && unit.verdict?.rule === 'editor' && unit.verdict.was?.role === 'question')
      close();
  }
  close();
}

function add(story: PageDocument, override: Placed, byId: ReadonlyMap<string, Segment>): boolean {
  const index = placeOf(story, override.at, byId);
  if (index === null) return false;
  const next = story.segments[index];
  const previous = story.segments[index - 1];
  const offset = next?.start ?? previous?.end ?? story.page.text.length;
  story.segments.splice(index, 0, editorUnit(story, override.text, index === 0 ? 0 : offset));
  return true;
}

function placeOf(story: PageDocument, at: Placed['at'], byId: ReadonlyMap<string, Segment>): number | null {
  const roleOf = (unit: Segment): string | undefined => unit.verdict?.role;
  if (at === 'start') {
    const head = story.segments.findLastIndex((unit) => roleOf(unit) === 'title' || roleOf(unit) === 'dek');
    return head === -1 ? story.segments.findIndex((unit) => story.isKept(unit)) : head + 1;
  }
  if (at === 'end')
    return (
      story.segments.findLastIndex(
        (unit) => story.isKept(unit) && roleOf(unit) !== 'question' && roleOf(unit) !== 'answer',
      ) + 1
    );
  const unit = byId.get('before' in at ? at.before : at.after);
  if (unit === undefined) return null;
  return story.segments.indexOf(unit) + ('before' in at ? 0 : 1);
}

function editorUnit(story: PageDocument, text: string, offset: number): Segment {
  const own = collapseSpaces(text);
  return {
    start: offset,
    end: offset,
    text: own,
    dedupeKey: dedupeKeyOf(own),
    normalized: lineForm(own),
    shape: shapeOf(own, story.lexicon),
    marker: null,
    level: 0,
    bold: false,
    markup: null,
    opensLine: true,
    closesLine: true,
    gap: 0,
    columns: false,
    verdict: { role: 'editor', rule: 'editor', override: 'added' },
  };
}
