// JSON bodies and query parameters: read and checked against a schema at the edge.

import type { Context } from 'hono';
import { validator } from 'hono-openapi';
import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { declareQuery, readText } from '../guards.ts';

/**
 * The body, checked. No body at all counts as `{}`, whatever its content type; a body of another type is refused
 * and never ignored, since `curl -d` sends a form by default.
 */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = (await readText(c)).replace(/^\ufeff/, '');
  if (text.trim() === '') return check(schema, {});
  const type = c.req.header('Content-Type') ?? 'application/json';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal(415, 'Send the body as JSON: curl -H "Content-Type: application/json".');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.');
  }
  return check(schema, value);
}

/** Declares, checks and describes the query parameters; read them with `c.req.valid('query')`. */
export const readQuery = <Schema extends z.ZodObject>(schema: Schema) =>
  declareQuery(
    validator('query', schema, (result) => {
      if (!result.success) throw refuse('query', result.error);
    }),
    new Map(Object.entries(schema.shape).map(([name, field]) => [name, isRepeatable(field)])),
  );

/** The input of a handler behind `readQuery(schema)`. */
export type QueryOf<Schema extends z.ZodType> = { out: { query: z.output<Schema> } };

const isRepeatable = (field: z.core.$ZodType): boolean => z.safeParse(field, ['1', '2']).success;

/** For a parameter that may be repeated. */
export const listOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).max(max).default([]));

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refuse('body', parsed.error.issues);
  return parsed.data;
}

/** A long list may be wrong throughout. */
const MAX_ERRORS = 20;

type Finding = { readonly message: string; readonly path?: readonly unknown[] | undefined };

function refuse(what: 'body' | 'query', findings: readonly Finding[]): Refusal {
  const errors = findings.slice(0, MAX_ERRORS).map(({ message, path }) => ({
    path: (path ?? []).map((step) => String(isSegment(step) ? step.key : step)).join('.'),
    message,
  }));
  const list = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return new Refusal(422, `The ${what} is not valid. ${list.join('. ')}.`, { errors });
}

const isSegment = (step: unknown): step is { key: unknown } =>
  typeof step === 'object' && step !== null && 'key' in step;
