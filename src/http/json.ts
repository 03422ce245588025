// JSON bodies and answers with a schema: read and checked at the edge, and described in the OpenAPI document.

import type { Context } from 'hono';
import { resolver, validator } from 'hono-openapi';
import * as z from 'zod';
import { Refusal } from './errors.ts';
import { declareQuery, readText } from './guards.ts';

/** For a route's `requestBody`. */
export const jsonBody = (schema: z.ZodType, required = true) => ({
  required,
  content: { 'application/json': { schema: resolver(schema) } },
});

/** For one of a route's `responses`. */
export const jsonAnswer = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema: resolver(schema) } },
});

/**
 * The body, checked. No body at all counts as `{}`, whatever its content type; a body of another type is refused
 * and never ignored, since `curl -d` sends a form unless told otherwise.
 */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = (await readText(c)).replace(/^\ufeff/, '');
  if (text.trim() === '') return check(schema, {}, 'body');
  const type = c.req.header('Content-Type') ?? 'application/json';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal(415, 'Send the body as JSON: curl -H "Content-Type: application/json".');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.');
  }
  return check(schema, value, 'body');
}

/** Declares, checks and describes the query parameters; read them with `c.req.valid('query')`. */
export const readQuery = <Schema extends z.ZodObject>(schema: Schema) =>
  declareQuery(
    validator('query', schema, (result) => {
      if (!result.success) throw refuse('query', result.error);
    }),
    new Map(Object.entries(schema.shape).map(([name, field]) => [name, isRepeatable(field)])),
  );

const isRepeatable = (field: z.core.$ZodType): boolean => z.safeParse(field, ['1', '2']).success;

/** For a parameter that may be repeated. */
export const listOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).max(max).default([]));

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refuse(what, parsed.error.issues);
  return parsed.data;
}

/** A long list may be wrong throughout. */
const MAX_ERRORS = 20;

type Finding = { readonly message: string; readonly path?: readonly unknown[] | undefined };

function refuse(what: string, findings: readonly Finding[]): Refusal {
  const errors = findings.slice(0, MAX_ERRORS).map(({ message, path }) => ({
    path: (path ?? []).map((step) => String(isSegment(step) ? step.key : step)).join('.'),
    message,
  }));
  const list = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return new Refusal(422, `The ${what} does not fit. ${list.join('. ')}.`, { errors });
}

const isSegment = (step: unknown): step is { key: unknown } =>
  typeof step === 'object' && step !== null && 'key' in step;
