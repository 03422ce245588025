// Why a file is not imported, and what to do about it.

import { Refusal } from '../../../errors.ts';
import type { SurveyRefusal, Unclear } from './survey.ts';

const WAYS =
  'Say what it means, and send the file again: ?state=COLUMN if its words name the state, ?left=COLUMN if yes, 1 or a date means that they unsubscribed, ?agreed=COLUMN if no, 0 or an empty field means that they get no mail, ?ignore=COLUMN if it says nothing about that. Each may be repeated.';

export function refuseSurvey(refusal: SurveyRefusal): Refusal {
  switch (refusal.reason) {
    case 'no-header':
      return new Refusal(
        422,
        'The first line must name the columns, and one of them must be called email: email,name.',
        { reason: 'no-header' },
      );
    case 'no-such-column':
      return refuseHint(refusal.reason, refusal.column, 'is not in the header of this file');
    case 'column-of-addresses':
      return refuseHint(refusal.reason, refusal.column, 'is the column of the addresses');
    case 'said-twice':
      return refuseHint(refusal.reason, refusal.column, 'is given two meanings');
    case 'unclear':
      return new Refusal(
        422,
        `${refusal.columns.map(describe).join(' ')} Nothing is stored. ${WAYS.replaceAll('COLUMN', nameFor(refusal.columns))}`,
        { reason: 'unclear-columns', columns: refusal.columns },
      );
  }
}

const refuseHint = (reason: string, column: string, what: string): Refusal =>
  new Refusal(422, `The column ${JSON.stringify(column.slice(0, 100))} ${what}. Nothing is stored.`, {
    reason,
  });

function describe({ column, because, examples }: Unclear): string {
  const name = JSON.stringify(column);
  const found =
    examples.length === 0 ? '' : ` (such as ${examples.map((word) => JSON.stringify(word)).join(', ')})`;
  switch (because) {
    case 'header':
      return `The column ${name} may say who unsubscribed or who agreed, but is not understood${found}.`;
    case 'values':
      return `The column ${name} may say who unsubscribed, since it has only yes and no, states or dates${found}.`;
    case 'words':
      return `None of the words in the column ${name} is known${found}, so it does not say who unsubscribed.`;
  }
}

/** The name of a single column as it is written in a query. */
const nameFor = ([first, ...others]: readonly Unclear[]): string =>
  first === undefined || others.length > 0 ? 'COLUMN' : encodeURIComponent(first.column);
