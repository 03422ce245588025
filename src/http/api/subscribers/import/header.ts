// The header of a list: the role of each column, as far as its header says.

import {
  ADDRESS_COLUMNS,
  AGREED_COLUMNS,
  DOUBTFUL_FILES,
  FIRST_NAME_COLUMNS,
  FREQUENCY_COLUMNS,
  HARMLESS_COLUMNS,
  LAST_NAME_COLUMNS,
  LEFT_COLUMNS,
  NAME_COLUMNS,
  OTHER_COLUMNS,
  STATE_COLUMNS,
  STATE_COLUMNS_BESIDE,
} from './columns.ts';
import type { Role } from './role.ts';
import { readTopic } from './topic.ts';
import { toPlain } from './words.ts';

/** What an editor says about columns, by their names in the header. */
export type Hints = {
  readonly state: readonly string[];
  readonly left: readonly string[];
  readonly agreed: readonly string[];
  readonly ignore: readonly string[];
};

export const NO_HINTS: Hints = { state: [], left: [], agreed: [], ignore: [] };

/**
 * How certain a role is. `known`: words that do not fit are unknown words. `likely`: all of its values must fit, or it is
 * not understood. `unclear`: it may say who unsubscribed. `open`, `harmless`: its values decide.
 */
export type Certainty = 'known' | 'likely' | 'unclear' | 'open' | 'harmless';

export type Column = {
  readonly at: number;
  /** As in the header, or `column 3` if that is empty. */
  readonly name: string;
  readonly role: Role;
  readonly certainty: Certainty;
  readonly isGiven: boolean;
};

export type Header = { readonly columns: readonly Column[]; readonly notes: readonly string[] };

export type HeaderRefusal =
  | { readonly reason: 'no-header' }
  | { readonly reason: 'no-such-column' | 'column-of-addresses' | 'said-twice'; readonly column: string };

const NOTHING: Role = { is: 'nothing' };

export function readHeader(fields: readonly string[], hints: Hints): Header | HeaderRefusal {
  const names = fields.map(readName);
  const find = (wanted: readonly string[]): number =>
    wanted.map((name) => names.indexOf(name)).find((at) => at !== -1) ?? -1;
  const address = find(ADDRESS_COLUMNS);
  if (address === -1) return { reason: 'no-header' };
  const given = readHints(hints, fields, names, address);
  if ('reason' in given) return given;
  const whole = find(NAME_COLUMNS);
  const nameColumns = whole === -1 ? [find(FIRST_NAME_COLUMNS), find(LAST_NAME_COLUMNS)] : [whole];
  const hasState = names.some((name) => STATE_COLUMNS.includes(name));
  const columns = names.map((name, at): Column => {
    const column = { at, name: nameColumn(fields[at] ?? '', at), isGiven: false };
    if (at === address) return { ...column, role: { is: 'address' }, certainty: 'known' };
    const role = given.get(at);
    if (role !== undefined) return { ...column, role, certainty: 'known', isGiven: true };
    const place = nameColumns.indexOf(at);
    if (place !== -1) return { ...column, role: { is: 'name', place }, certainty: 'known' };
    if (FREQUENCY_COLUMNS.includes(name)) return { ...column, role: { is: 'frequency' }, certainty: 'known' };
    return { ...column, ...judge(name, names, hasState) };
  });
  return {
    columns,
    notes: DOUBTFUL_FILES.filter(
      ({ has, lacks }) =>
        has.every((name) => names.includes(name)) && !lacks.some((name) => names.includes(name)),
    ).map(({ note }) => note),
  };
}

function judge(
  name: string,
  names: readonly string[],
  hasState: boolean,
): Pick<Column, 'role' | 'certainty'> {
  if (OTHER_COLUMNS.includes(name)) return { role: NOTHING, certainty: 'known' };
  if (STATE_COLUMNS.includes(name)) return { role: { is: 'state' }, certainty: 'known' };
  const beside = STATE_COLUMNS_BESIDE.find((one) => one.names.includes(name) && names.includes(one.beside));
  if (beside !== undefined) return { role: { is: 'state', active: beside.active }, certainty: 'known' };
  const left = LEFT_COLUMNS.find((one) => one.names.includes(name));
  if (left !== undefined)
    return { role: { is: 'left', state: left.state, any: left.any }, certainty: 'known' };
  const agreed = AGREED_COLUMNS.find((one) => one.names.includes(name));
  if (agreed?.unlessState && hasState) return { role: NOTHING, certainty: 'known' };
  if (agreed !== undefined)
    return { role: { is: 'agreed', without: agreed.without, alsoNo: agreed.alsoNo }, certainty: 'known' };
  const topic = readTopic(name);
  switch (topic.of) {
    case 'status':
      return { role: { is: 'state' }, certainty: 'likely' };
    case 'left':
      return { role: { is: 'left', state: topic.state, any: topic.any }, certainty: 'likely' };
    case 'agreed':
      return { role: { is: 'agreed', without: topic.without }, certainty: 'likely' };
    case 'else':
      return { role: NOTHING, certainty: 'known' };
    case 'unclear':
      return { role: NOTHING, certainty: 'unclear' };
    case 'nothing':
      return { role: NOTHING, certainty: HARMLESS_COLUMNS.test(name) ? 'harmless' : 'open' };
  }
}

export const readName = (field: string): string =>
  toPlain(field.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

const nameColumn = (field: string, at: number): string =>
  field.trim() === '' ? `column ${at + 1}` : field.trim().slice(0, 200);

function readHints(
  hints: Hints,
  fields: readonly string[],
  names: readonly string[],
  address: number,
): ReadonlyMap<number, Role> | HeaderRefusal {
  const roles = new Map<number, Role>();
  const roleOf = (hint: keyof Hints, name: string): Role => {
    const topic = readTopic(name);
    switch (hint) {
      case 'state':
        return { is: 'state' };
      case 'left':
        return { is: 'left', state: topic.of === 'left' ? topic.state : 'unsubscribed' };
      case 'agreed':
        return { is: 'agreed', without: 'unsubscribed' };
      case 'ignore':
        return NOTHING;
    }
  };
  for (const hint of ['state', 'left', 'agreed', 'ignore'] as const)
    for (const column of hints[hint]) {
      const wanted = readName(column);
      const places = names.flatMap((name, at) =>
        name === wanted || toPlain(nameColumn(fields[at] ?? '', at)) === wanted ? [at] : [],
      );
      if (places.length === 0) return { reason: 'no-such-column', column };
      if (places.includes(address)) return { reason: 'column-of-addresses', column };
      if (places.some((at) => roles.has(at))) return { reason: 'said-twice', column };
      for (const at of places) roles.set(at, roleOf(hint, wanted));
    }
  return roles;
}
