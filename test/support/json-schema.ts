// Checks a value against a JSON Schema as strictly as possible: an object has no member that the schema does not
// name, and an unknown keyword is an error, so that none is ignored.

export type Schema = { readonly [keyword: string]: unknown };

const SAYS_NOTHING = new Set(['description', 'default', 'title', 'examples', '$schema']);
const FORMATS: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  uri: /^[a-z][a-z0-9+.-]*:/,
  email: /^[^@\s]+@[^@\s]+$/,
};

/** @returns each mismatch with its place; none when the value fits. */
export function findMisfits(value: unknown, schema: Schema, at = '$'): string[] {
  const misfits: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) misfits.push(`${at}: ${what}, and is ${JSON.stringify(value)?.slice(0, 80)}`);
  };
  for (const [keyword, given] of Object.entries(schema)) {
    switch (keyword) {
      case 'type': {
        const types = Array.isArray(given) ? given : [given];
        check(
          types.some((type) => isOfType(value, type)),
          `must be ${types.join(' or ')}`,
        );
        break;
      }
      case 'const':
        check(value === given, `must be ${JSON.stringify(given)}`);
        break;
      case 'enum':
        check((given as unknown[]).includes(value), `must be one of ${JSON.stringify(given)}`);
        break;
      case 'format':
        if (!(String(given) in FORMATS)) throw new Error(`unknown format ${given}`);
        check(typeof value !== 'string' || FORMATS[String(given)]!.test(value), `must be a ${given}`);
        break;
      case 'pattern':
        check(typeof value !== 'string' || new RegExp(String(given), 'u').test(value), `must match ${given}`);
        break;
      case 'minLength':
        check(typeof value !== 'string' || value.length >= Number(given), `must be longer`);
        break;
      case 'maxLength':
        check(typeof value !== 'string' || value.length <= Number(given), `must be shorter`);
        break;
      case 'minimum':
        check(typeof value !== 'number' || value >= Number(given), `must be at least ${given}`);
        break;
      case 'maximum':
        check(typeof value !== 'number' || value <= Number(given), `must be at most ${given}`);
        break;
      case 'maxItems':
        check(!Array.isArray(value) || value.length <= Number(given), `must have at most ${given}`);
        break;
      case 'minItems':
        check(!Array.isArray(value) || value.length >= Number(given), `must have at least ${given}`);
        break;
      case 'items':
        if (Array.isArray(value))
          for (const [n, item] of value.entries())
            misfits.push(...findMisfits(item, given as Schema, `${at}[${n}]`));
        break;
      case 'anyOf':
      case 'oneOf': {
        const tries = (given as Schema[]).map((one) => findMisfits(value, one, at));
        const fitting = tries.filter(({ length }) => length === 0).length;
        if (keyword === 'oneOf' ? fitting !== 1 : fitting === 0) misfits.push(...tries.flat());
        break;
      }
      case 'required':
        for (const name of given as string[]) check(isObject(value) && name in value, `must have ${name}`);
        break;
      case 'properties':
        if (isObject(value))
          for (const [name, one] of Object.entries(given as Record<string, Schema>))
            if (name in value) misfits.push(...findMisfits(value[name], one, `${at}.${name}`));
        break;
      case 'propertyNames':
        if (isObject(value))
          for (const name of Object.keys(value))
            misfits.push(...findMisfits(name, given as Schema, `${at}.${name}`));
        break;
      case 'additionalProperties':
        break;
      default:
        if (!SAYS_NOTHING.has(keyword)) throw new Error(`unknown keyword ${keyword} at ${at}`);
    }
  }
  if (
    isObject(value) &&
    (schema['properties'] !== undefined || schema['additionalProperties'] !== undefined)
  ) {
    const others = schema['additionalProperties'] ?? false;
    for (const name of Object.keys(value)) {
      if (name in ((schema['properties'] as object | undefined) ?? {})) continue;
      if (others === false) misfits.push(`${at}: ${name} is not described`);
      else if (others !== true) misfits.push(...findMisfits(value[name], others as Schema, `${at}.${name}`));
    }
  }
  return misfits;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
