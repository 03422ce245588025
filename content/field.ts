// What a setting may hold, in a form that can be checked whole: types, values, missing and misspelt keys. A check
// takes anything and never throws.

/** One thing that is wrong, in a sentence that says what is allowed instead. */
export type Mistake = {
  /** Where it is, such as `sending.days[1]`. */
  readonly path: string;
  readonly message: string;
};

/** Proves that a value is a `T`. */
export type Field<T> = {
  /** @param path names the value in what is said about it. */
  readonly check: (value: unknown, path: string) => readonly Mistake[];
  /** Whether the key may be left out. */
  readonly isOptional?: boolean;
  /** Only a type. */
  readonly proves?: T;
};

/** A field for each key of `T`, so that a new key without a check is an error of the types. */
export type Fields<T> = { readonly [Key in keyof T]-?: Field<NonUndefined<T[Key]>> };
type NonUndefined<T> = T extends undefined ? never : T;

const MAX_QUOTE = 60;

/**
 * @param isAllowed may throw, which counts as no.
 * @param allowed ends the sentence "It must be …".
 * @param suggest what was probably meant by a value that is not allowed, as it would stand in the file.
 */
export function text(
  isAllowed: (value: string) => unknown,
  allowed: string,
  suggest: (value: string) => string | null = () => null,
): Field<string> {
  return {
    check(value, path) {
      if (typeof value === 'string' && holds(() => isAllowed(value))) return [];
      const meant = typeof value === 'string' ? suggest(value) : null;
      return [wrong(path, value, `It must be ${allowed}.`, meant)];
    },
  };
}

/** Words for readers. Nothing in them may break out of a line of a mail. */
export const line = text(
  (value) => value.trim() !== '' && !/\p{Cc}|[\u2028\u2029]/u.test(value),
  'one line of text that is not empty',
);

/** The same in one or more lines. */
export const lines = text(
  (value) => value.trim() !== '' && !/(?!\n)\p{Cc}/u.test(value),
  'text that is not empty',
);

export const yesOrNo: Field<boolean> = {
  check(value, path) {
    if (typeof value === 'boolean') return [];
    const meant = /^(yes|on|true|1)$/i.test(String(value))
      ? 'true'
      : /^(no|off|false|0)$/i.test(String(value))
        ? 'false'
        : null;
    return [wrong(path, value, 'It must be true or false, without quotes.', meant)];
  },
};

/** @param allowed ends the sentence "It must be …". */
export function number(isAllowed: (value: number) => boolean, allowed: string): Field<number> {
  return {
    check(value, path) {
      if (typeof value === 'number' && isAllowed(value)) return [];
      const isQuoted = typeof value === 'string' && value.trim() !== '' && isAllowed(Number(value));
      return [wrong(path, value, `It must be ${allowed}.`, isQuoted ? value.trim() : null)];
    },
  };
}

export const wholeNumber = (least: number, most: number): Field<number> =>
  number(
    (value) => Number.isInteger(value) && value >= least && value <= most,
    `a whole number from ${least} to ${most}`,
  );

export function oneOf<const T extends string>(...allowed: readonly T[]): Field<T> {
  return {
    check(value, path) {
      if (allowed.some((one) => one === value)) return [];
      const meant = typeof value === 'string' ? nearest(value, allowed) : null;
      return [wrong(path, value, `It must be ${either(allowed.map(quote))}.`, meant && quote(meant))];
    },
  };
}

/** @param many names what it holds, in the plural. */
export function listOf<T>(
  item: Field<T>,
  many: string,
  least = 0,
  most = Number.POSITIVE_INFINITY,
): Field<readonly T[]> {
  return {
    check(value, path) {
      if (!Array.isArray(value)) return [wrong(path, value, `It must be a list of ${many}, in brackets.`)];
      const mistakes = Array.from(value, (one, index) => item.check(one, `${path}[${index}]`)).flat();
      for (const [index, one] of value.entries())
        if (value.indexOf(one) < index)
          mistakes.push({ path: `${path}[${index}]`, message: `${path} names ${quote(one)} twice.` });
      if (value.length < least)
        mistakes.push({ path, message: `${path} is empty. It must name at least ${least} of the ${many}.` });
      if (value.length > most)
        mistakes.push({
          path,
          message: `${path} names ${value.length} ${many}. It may name ${most} at most.`,
        });
      return mistakes;
    },
  };
}

export const orNull = <T>(field: Field<T>): Field<T | null> => ({
  check: (value, path) => (value === null ? [] : field.check(value, path)),
});

/** The key may be left out. */
export const optional = <T>(field: Field<T>): Field<T> => ({ ...field, isOptional: true });

export const group = <T extends object>(fields: Fields<T>): Field<T> => ({
  check(value, path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [wrong(path, value, `It must be a group in braces with ${names(fields)}.`)];
    return checkKeys(value, fields, path);
  },
});

/** @param path of the group, empty at the top. */
function checkKeys<T>(value: object, fields: Fields<T>, path: string): readonly Mistake[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const known = Object.entries<Field<unknown>>(fields);
  const absent = known
    .filter(([key, { isOptional }]) => !isOptional && !Object.hasOwn(value, key))
    .map(([key]) => key);
  const mistakes: Mistake[] = [];
  const meantByOthers = new Set<string>();
  for (const key of Object.keys(value).filter((name) => !Object.hasOwn(fields, name))) {
    const free = known.map(([name]) => name).filter((name) => !Object.hasOwn(value, name));
    const meant = nearest(key, free);
    if (meant !== null) meantByOthers.add(meant);
    const hint = meant === null ? `Known here: ${names(fields)}.` : `Did you mean ${meant}?`;
    mistakes.push({ path: at(key), message: `${at(key)} is not a setting. ${hint}` });
  }
  for (const key of absent)
    if (!meantByOthers.has(key)) mistakes.push({ path: at(key), message: `${at(key)} is missing.` });
  for (const [key, field] of known)
    if (Object.hasOwn(value, key)) {
      const held = (value as Record<string, unknown>)[key];
      if (held !== undefined || !field.isOptional) mistakes.push(...field.check(held, at(key)));
    }
  return mistakes;
}

/** @returns the one of `candidates` that a misspelt word was probably meant to be. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return null;
  const scored = candidates.map((candidate) => {
    const name = candidate.toLowerCase();
    // 'monday' for mon, 'London' for Europe/London: the whole word stands at one end of the other.
    const isPart = [name, wanted].some((long, n) => {
      const short = [wanted, name][n] ?? '';
      return short.length > 2 && (long.startsWith(short) || long.endsWith(short));
    });
    return { candidate, distance: isPart ? 0.5 : distanceOf(wanted, name) };
  });
  const [best] = scored.toSorted((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.max(1, wanted.length / 3) ? best.candidate : null;
}

/** How many letters must be put in, left out, changed or swapped with their neighbour. */
function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + Number(!isSame),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY;
}

const wrong = (path: string, value: unknown, rule: string, meant: string | null = null): Mistake => ({
  path,
  message: `${path} is ${quote(value)}. ${rule}${meant === null ? '' : ` Did you mean ${meant}?`}`,
});

/** As it would stand in the file, shortened. */
function quote(value: unknown): string {
  if (typeof value === 'string') {
    const short = value.length > MAX_QUOTE ? `${value.slice(0, MAX_QUOTE)}…` : value;
    return `'${JSON.stringify(short).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  }
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group in braces';
  return typeof value === 'function' ? 'a function' : String(value);
}

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const names = (fields: object): string => Object.keys(fields).join(', ');

function holds(claim: () => unknown): boolean {
  try {
    return Boolean(claim());
  } catch {
    return false;
  }
}
