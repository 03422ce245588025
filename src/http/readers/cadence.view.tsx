/** @jsxImportSource hono/jsx */
// The choice between every issue and the round-up of the week: in the signup form, and on the page behind the link of an
// issue.

import { nameDay as dayIn } from '../../../content/dates.ts';
import { type Publication, publication } from '../../../content/publication.ts';
import { CADENCES, type Cadence } from '../../store/index.ts';
import { Filled } from '../views/filled.tsx';
import { words } from '../views/words.ts';

export type Weekly = Publication['weekly'];

/** @param value from a form or a script. @returns null if it is no valid choice. */
export const readCadence = (value: unknown): Cadence | null =>
  CADENCES.find((cadence) => cadence === value) ?? null;

/** `Saturday`, in the language of the pages; empty if there is no round-up. */
export const nameDay = (weekly: Weekly): string => (weekly === null ? '' : dayIn(words.lang, weekly.day));

export type CadenceChoiceProps = { readonly chosen: Cadence; readonly weekly?: Weekly };

/** Empty if there is no round-up. */
export function CadenceChoice({ chosen, weekly = publication.weekly }: CadenceChoiceProps) {
  if (weekly === null) return null;
  const { frequency } = words;
  return (
    <fieldset>
      <legend>{frequency.title}</legend>
      {CADENCES.map((one) => (
        <label>
          <input type="radio" name="frequency" value={one} checked={one === chosen} />{' '}
          <span>
            <Filled words={frequency[one]} day={nameDay(weekly)} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
