// A line of a CSV file becomes a row to store, whichever service wrote the file.

import { err, ok, type Result } from '../../result.ts';
import { FREQUENCIES, type ImportRow, leastMail, normaliseAddress } from '../../store/index.ts';
import { readField } from './csv.ts';
import {
  ADDRESS_COLUMNS,
  DOUBTFUL_FILES,
  FIRST_NAME_COLUMNS,
  FREQUENCY_COLUMNS,
  LAST_NAME_COLUMNS,
  LEAVING_COLUMNS,
  NAME_COLUMNS,
  NO,
  STATE_COLUMNS,
  STATE_WORDS,
  YES,
} from './import-columns.ts';

const MAX_NAME_LENGTH = 200;

export type Columns = {
  readonly email: number;
  readonly names: readonly number[];
  readonly states: readonly { readonly at: number; readonly isStrict: boolean }[];
  readonly frequency: number | undefined;
  readonly leaving: readonly ((typeof LEAVING_COLUMNS)[number] & { readonly at: number })[];
  /** Sentences that the editor should read. */
  readonly notes: readonly string[];
};

/** @returns null when no column holds addresses. */
export function readHeader(fields: readonly string[]): Columns | null {
  const names = fields.map((field) =>
    field
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  );
  const find = (wanted: readonly string[]): number[] =>
    wanted
      .map((name) => names.indexOf(name))
      .filter((at) => at !== -1)
      .slice(0, 1);
  const [email] = find(ADDRESS_COLUMNS);
  if (email === undefined) return null;
  const [name] = find(NAME_COLUMNS);
  return {
    email,
    names: name === undefined ? [...find(FIRST_NAME_COLUMNS), ...find(LAST_NAME_COLUMNS)] : [name],
    states: STATE_COLUMNS.flatMap(({ name, strictBeside }) => {
      const isStrict = strictBeside === undefined || names.includes(strictBeside);
      return find([name]).map((at) => ({ at, isStrict }));
    }),
    frequency: find(FREQUENCY_COLUMNS)[0],
    leaving: LEAVING_COLUMNS.flatMap((column) => find([column.name]).map((at) => ({ ...column, at }))),
    notes: DOUBTFUL_FILES.filter(
      ({ has, lacks }) => names.includes(has) && !lacks.some((name) => names.includes(name)),
    ).map(({ note }) => note),
  };
}

export type RowReader = (fields: readonly string[], columns: Columns) => Result<ImportRow, string>;

/** @param isConfirmed these people agreed elsewhere: who is not marked otherwise is active at once. */
export const readSubscriber =
  (isConfirmed: boolean): RowReader =>
  (fields, columns) => {
    const address = readAddress(fields, columns);
    if (!address.ok) return address;
    const state = readState(fields, columns);
    if (!state.ok) return state;
    const frequency = readFrequency(fields, columns);
    if (!frequency.ok) return frequency;
    const name = columns.names
      .map((at) => readField(fields[at] ?? ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    return ok({
      email: address.value,
      name: name === '' ? null : [...name].slice(0, MAX_NAME_LENGTH).join(''),
      state: state.value === 'active' && !isConfirmed ? 'pending' : state.value,
      ...(frequency.value === null ? {} : { frequency: frequency.value }),
    });
  };

/** Of a list of whom to send nothing: whatever else stands there, the address is what counts. */
export const readSuppressed: RowReader = (fields, columns) => {
  const address = readAddress(fields, columns);
  return address.ok ? ok({ email: address.value, name: null, state: 'suppressed' }) : address;
};

const readAddress = (fields: readonly string[], columns: Columns): Result<string, string> =>
  normaliseAddress(readField(fields[columns.email] ?? ''));

/** An empty field says nothing; a word that is not known must not become more mail than was asked for. */
function readFrequency(
  fields: readonly string[],
  { frequency }: Columns,
): Result<NonNullable<ImportRow['frequency']> | null, string> {
  const word = frequency === undefined ? '' : readField(fields[frequency] ?? '').toLowerCase();
  if (word === '') return ok(null);
  const known = FREQUENCIES.find((one) => one === word);
  return known === undefined
    ? err(`the frequency ${JSON.stringify(word.slice(0, 40))} is not known`)
    : ok(known);
}

/** Where columns differ, what asks for less mail holds. */
function readState(fields: readonly string[], columns: Columns): Result<ImportRow['state'], string> {
  const found: ImportRow['state'][] = ['active'];
  for (const { at, isStrict } of columns.states) {
    const word = readField(fields[at] ?? '').toLowerCase();
    const state = Object.hasOwn(STATE_WORDS, word) ? STATE_WORDS[word] : undefined;
    if (state !== undefined) found.push(state);
    else if (isStrict && word !== '')
      return err(`the state ${JSON.stringify(word.slice(0, 40))} is not known`);
  }
  for (const { at, when, state } of columns.leaving) {
    const value = readField(fields[at] ?? '').toLowerCase();
    if (when === 'filled' ? value !== '' : (when === 'yes' ? YES : NO).includes(value)) found.push(state);
  }
  return ok(found.reduce(leastMail));
}

/** The same address twice in a file: what asks for less mail holds. */
export const mergeRows = (one: ImportRow, other: ImportRow): ImportRow => ({
  ...one,
  name: one.name ?? other.name,
  state: leastMail(one.state, other.state),
  ...(other.frequency === 'weekly' ? { frequency: other.frequency } : {}),
});
