// Stored JSON is read with its version and its shape checked, since another version of this code may have written it.

import { err, ok, type Result } from '../result.ts';

/** @returns the path of the first member that is missing or wrong, such as `.digest.title`, or null. */
export type Check = (value: unknown) => string | null;

/** @returns the object, or what is wrong with it, in words that follow "it cannot be read: ". */
export function readStored(json: string, versions: readonly unknown[], shape: Check): Result<object, string> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return err('it is not JSON');
  }
  if (!isObject(value)) return err('it is not a JSON object');
  const { version } = value;
  if (!versions.includes(version))
    return err(`its version is ${JSON.stringify(version) ?? 'missing'}, which this code does not know`);
  const wrong = shape(value);
  return wrong === null ? ok(value) : err(`${wrong.replace(/^\./, '')} is missing or of a wrong type`);
}

export const text: Check = (value) => (typeof value === 'string' ? null : '');
export const textOrNull: Check = (value) => (value === null ? null : text(value));
export const flag: Check = (value) => (typeof value === 'boolean' ? null : '');

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

export const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return '';
    for (let index = 0; index < value.length; index += 1) {
      const wrong = check(value[index]);
      if (wrong !== null) return `[${index}]${wrong}`;
    }
    return null;
  };

/** An object that has at least these members. */
export function members(shape: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(shape);
  return (value) => {
    if (!isObject(value)) return '';
    for (const [name, check] of checks) {
      const wrong = check(value[name]);
      if (wrong !== null) return `.${name}${wrong}`;
    }
    return null;
  };
}

/** An object whose members are all of one kind. */
export const record =
  (check: Check): Check =>
  (value) => {
    if (!isObject(value)) return '';
    const name = Object.keys(value).find((key) => check(value[key]) !== null);
    return name === undefined ? null : `.${name}`;
  };

const isObject = (value: unknown): value is Record<string, unknown> & { version?: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
