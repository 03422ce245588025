// A list is surveyed before its first row is stored: only its last line may show that a column says who unsubscribed.

import { readCsv, readField } from '../csv.ts';
import { type Column, type Header, type HeaderRefusal, type Hints, readHeader, readName } from './header.ts';
import { fits, isStateRole, readWord } from './role.ts';
import { readTopic } from './topic.ts';
import { isState, type Value } from './words.ts';

/** A column that may say who unsubscribed, but it is not clear how. */
export type Unclear = {
  readonly column: string;
  /** `header`: its header suggests it. `values`: it has only yes, no, states or dates. `words`: none of its words is known. */
  readonly because: 'header' | 'values' | 'words';
  readonly examples: readonly string[];
};

export type SurveyRefusal =
  | HeaderRefusal
  | { readonly reason: 'unclear'; readonly columns: readonly Unclear[] };

const MAX_EXAMPLES = 5;
const MAX_EXAMPLE_LENGTH = 40;

/** Reads no further than necessary. */
export async function survey(text: ReadableStream<string>, hints: Hints): Promise<Header | SurveyRefusal> {
  let found: Header | null = null;
  let surveys: ColumnSurvey[] = [];
  for await (const row of readCsv(text)) {
    const fields = 'fields' in row ? row.fields : [];
    if (found === null) {
      const header = readHeader(fields, hints);
      if ('reason' in header) return header;
      found = header;
      surveys = header.columns.map((column) => new ColumnSurvey(column));
    } else for (const one of surveys) if (!one.isSettled) one.see(readField(fields[one.column.at] ?? ''));
    if (surveys.every(({ isSettled }) => isSettled)) break;
  }
  if (found === null) return { reason: 'no-header' };
  const concluded = surveys.map((one) => one.conclude());
  const unclear = concluded.flatMap((one) => ('because' in one ? [one] : []));
  if (unclear.length > 0) return { reason: 'unclear', columns: unclear };
  return { ...found, columns: concluded.flatMap((one) => ('because' in one ? [] : [one])) };
}

/** The values of one column so far. */
class ColumnSurvey {
  readonly column: Column;
  isSettled: boolean;
  #seen = new Set<Value>();
  #examples = new Set<string>();

  constructor(column: Column) {
    this.column = column;
    const { role, certainty } = column;
    this.isSettled =
      certainty === 'known' && (!isStateRole(role) || (role.is === 'left' && role.any === true));
  }

  see(field: string): void {
    const value = readWord(this.column.role, field);
    if (value === 'blank') return;
    this.#seen.add(value);
    if (this.#examples.size < MAX_EXAMPLES) this.#examples.add(field.slice(0, MAX_EXAMPLE_LENGTH));
    const { certainty, role, isGiven } = this.column;
    switch (certainty) {
      case 'known':
        this.isSettled = role.is === 'state' && isGiven ? isState(value) : fits(role, value);
        break;
      case 'likely':
        this.isSettled = !fits(role, value);
        break;
      case 'unclear':
        this.isSettled = this.#examples.size === MAX_EXAMPLES;
        break;
      case 'open':
      case 'harmless':
        this.isSettled = value === 'other';
        break;
    }
  }

  conclude(): Column | Unclear {
    const { column } = this;
    const { role, certainty, isGiven } = column;
    const seen = [...this.#seen];
    const isEmpty = seen.length === 0;
    switch (certainty) {
      case 'known':
        // A column of consent without any value says nothing.
        if (isEmpty)
          return role.is === 'agreed' && !isGiven ? { ...column, role: { is: 'nothing' } } : column;
        if (!isStateRole(role) || this.isSettled || (isGiven && role.is !== 'state')) return column;
        return isGiven ? this.#turn(seen) : this.#unclear('words');
      case 'likely':
        if (isEmpty && role.is !== 'left') return this.#unclear('header');
        return seen.every((value) => fits(role, value)) ? column : this.#unclear('header');
      case 'unclear':
        return this.#unclear('header');
      case 'open':
        return isEmpty || seen.includes('other') ? column : this.#unclear('values');
      case 'harmless':
        return seen.some(isState) && !seen.includes('other') ? this.#unclear('values') : column;
    }
  }

  /** A column that was declared as one of states has none. If its header is clear, yes and no are enough. */
  #turn(seen: readonly Value[]): Column | Unclear {
    const { column } = this;
    if (seen.includes('other')) return column;
    const topic = readTopic(readName(column.name));
    if (topic.of === 'left') return { ...column, role: { is: 'left', state: topic.state } };
    if (topic.of === 'agreed') return { ...column, role: { is: 'agreed', without: topic.without } };
    return this.#unclear('words');
  }

  #unclear(because: Unclear['because']): Unclear {
    return { column: this.column.name, because, examples: [...this.#examples] };
  }
}
