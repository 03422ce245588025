// The role of a column, and what its fields mean in that role.

import { isState, readValue, type State, type Value } from './words.ts';

export type Role =
  | { readonly is: 'address' | 'frequency' | 'nothing' }
  /** Its position in a full name. */
  | { readonly is: 'name'; readonly place: number }
  /** Its words name the state. `active`: words of one service for people who get the mail. */
  | { readonly is: 'state'; readonly active?: readonly string[] | undefined }
  /** Yes, a date or, if `any`, any text says that no mail is wanted. */
  | { readonly is: 'left'; readonly state: State; readonly any?: boolean | undefined }
  /** No, or an empty field, says that somebody has not agreed. `alsoNo`: another word for no. */
  | { readonly is: 'agreed'; readonly without: State; readonly alsoNo?: string | undefined };

export type StateRole = Extract<Role, { readonly is: 'state' | 'left' | 'agreed' }>;

export const isStateRole = (role: Role): role is StateRole =>
  role.is === 'state' || role.is === 'left' || role.is === 'agreed';

export function readWord(role: Role, field: string): Value {
  const value = readValue(field);
  if (role.is === 'state' && value === 'other' && role.active?.includes(toWord(field))) return 'active';
  if (role.is === 'agreed' && field === role.alsoNo) return 'no';
  return value;
}

const toWord = (field: string): string => field.toLowerCase().replaceAll('_', ' ');

/** @returns the state by this field; null if it says nothing. `unknown`: no mail may be sent. */
export function toState(role: StateRole, value: Value): State | 'unknown' | null {
  switch (role.is) {
    case 'state':
      if (value === 'blank') return 'pending';
      return isState(value) ? value : 'unknown';
    case 'left':
      if (value === 'yes' || value === 'date') return role.state;
      if (value === 'no' || value === 'blank' || value === 'active') return null;
      return value === 'other' ? (role.any ? role.state : 'unknown') : value;
    case 'agreed':
      if (value === 'yes' || value === 'date' || value === 'active') return null;
      if (value === 'no') return role.without;
      if (value === 'blank') return 'pending';
      return value === 'other' ? 'unknown' : value;
  }
}

export const fits = (role: Role, value: Value): boolean =>
  isStateRole(role) && toState(role, value) !== 'unknown';
