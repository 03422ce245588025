// A line of a CSV file becomes a row to store, whichever service wrote the file.

import { err, ok, type Result } from '../../../../result.ts';
import { CADENCES, type ImportRow, leastMail, normaliseAddress } from '../../../../store/index.ts';
import { readField } from '../csv.ts';
import type { Column } from './header.ts';
import { isStateRole, readWord, type StateRole, toState } from './role.ts';
import type { State, Value } from './words.ts';

const MAX_NAME_LENGTH = 200;
/** For a file with 25 MB of unknown words. */
const MAX_UNKNOWN_WORDS = 50;
const MAX_WORD_LENGTH = 40;
const MAX_REMEMBERED = 1000;

/** How a column was understood. */
export type ColumnReport = {
  column: string;
  as: Column['role']['is'];
  /** How many rows have this state by it. */
  states?: Partial<Record<State, number>>;
  unknown?: { word: string; rows: number }[];
};

export type RowReader = {
  /** The position of the address column. */
  readonly address: number;
  readonly read: (fields: readonly string[]) => Result<ImportRow, string>;
  readonly describe: () => ColumnReport[];
};

/** @param isConfirmed these people agreed elsewhere: all who are not marked otherwise are active at once. */
export function createSubscriberReader(columns: readonly Column[], isConfirmed: boolean): RowReader {
  const address = findAddress(columns);
  const names = columns
    .flatMap(({ at, role }) => (role.is === 'name' ? [{ at, place: role.place }] : []))
    .sort((one, other) => one.place - other.place);
  const frequencies = columns.filter(({ role }) => role.is === 'frequency').map(({ at }) => at);
  const readers = columns.flatMap(({ at, name, role }) =>
    isStateRole(role) ? [new StateReader(at, name, role)] : [],
  );
  return {
    address,
    read(fields) {
      const email = readAddress(fields, address);
      if (!email.ok) return email;
      // The meaning of the last field is unknown, and the fields before it may be in the wrong columns.
      if (fields.slice(columns.length).some((field) => field.trim() !== ''))
        return err('it has more fields than the header');
      const state = readState(fields, readers);
      if (!state.ok) return state;
      const frequency = readFrequency(fields, frequencies);
      if (!frequency.ok) return frequency;
      const name = names
        .map(({ at }) => readField(fields[at] ?? ''))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
      return ok({
        email: email.value,
        name: name === '' ? null : [...name].slice(0, MAX_NAME_LENGTH).join(''),
        state: state.value === 'active' && !isConfirmed ? 'pending' : state.value,
        ...(frequency.value === null ? {} : { frequency: frequency.value }),
      });
    },
    describe: () =>
      columns.map(({ at, name, role }) => {
        const reader = readers.find((one) => one.at === at);
        return reader === undefined ? { column: name, as: role.is } : reader.describe();
      }),
  };
}

/** For a list of people who get no mail: only the address counts. */
export function createSuppressedReader(columns: readonly Column[]): RowReader {
  const address = findAddress(columns);
  return {
    address,
    read(fields) {
      const email = readAddress(fields, address);
      return email.ok ? ok({ email: email.value, name: null, state: 'suppressed' }) : email;
    },
    describe: () => [],
  };
}

const findAddress = (columns: readonly Column[]): number =>
  columns.findIndex(({ role }) => role.is === 'address');

const readAddress = (fields: readonly string[], place: number): Result<string, string> =>
  normaliseAddress(readField(fields[place] ?? ''));

/** An empty field says nothing; an unknown word must not cause more mail than was asked for. */
function readFrequency(
  fields: readonly string[],
  places: readonly number[],
): Result<NonNullable<ImportRow['frequency']> | null, string> {
  const word = readField(fields[places[0] ?? -1] ?? '').toLowerCase();
  if (word === '') return ok(null);
  const known = CADENCES.find((one) => one === word);
  return known === undefined
    ? err(`the frequency ${JSON.stringify(word.slice(0, MAX_WORD_LENGTH))} is not known`)
    : ok(known);
}

/** If columns differ, the one that asks for less mail counts; an unknown word asks for none. */
function readState(fields: readonly string[], readers: readonly StateReader[]): Result<State, string> {
  let state: State = 'active';
  let unknown: string | null = null;
  for (const reader of readers) {
    const field = readField(fields[reader.at] ?? '');
    const said = reader.read(field);
    if (said === 'unknown')
      unknown ??= `the state ${JSON.stringify(field.slice(0, MAX_WORD_LENGTH))} in ${JSON.stringify(reader.name)} is not known`;
    else if (said !== null) state = leastMail(state, said);
  }
  return unknown !== null && (state === 'active' || state === 'pending') ? err(unknown) : ok(state);
}

/** A column that says the state, with the counts of what it has said. */
class StateReader {
  readonly at: number;
  readonly name: string;
  readonly #role: StateRole;
  readonly #counts = new Map<State, number>();
  readonly #unknown = new Map<string, number>();
  readonly #values = new Map<string, Value>();

  constructor(at: number, name: string, role: StateRole) {
    this.at = at;
    this.name = name;
    this.#role = role;
  }

  read(field: string): State | 'unknown' | null {
    let value = this.#values.get(field);
    if (value === undefined) {
      value = readWord(this.#role, field);
      if (field.length <= MAX_WORD_LENGTH && this.#values.size < MAX_REMEMBERED)
        this.#values.set(field, value);
    }
    const state = toState(this.#role, value);
    if (state === 'unknown') {
      const word = field.slice(0, MAX_WORD_LENGTH);
      if (this.#unknown.has(word) || this.#unknown.size < MAX_UNKNOWN_WORDS) add(this.#unknown, word);
    } else add(this.#counts, state ?? 'active');
    return state;
  }

  describe(): ColumnReport {
    return {
      column: this.name,
      as: this.#role.is,
      states: Object.fromEntries(this.#counts),
      ...(this.#unknown.size === 0
        ? {}
        : { unknown: [...this.#unknown].map(([word, rows]) => ({ word, rows })) }),
    };
  }
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The same address twice in a file: the row that asks for less mail counts. */
export const mergeRows = (one: ImportRow, other: ImportRow): ImportRow => ({
  ...one,
  name: one.name ?? other.name,
  state: leastMail(one.state, other.state),
  ...(other.frequency === 'weekly' ? { frequency: other.frequency } : {}),
});
