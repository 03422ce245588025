// The fields of a form, of limited size. A body that is no form is refused with a message.

import type { Context } from 'hono';
import { Refusal } from './errors.ts';
import { KB, mediaType } from './guards.ts';

const MAX_BYTES = 64 * KB;

export type Fields = {
  /** The text of a field; empty if it is missing or is a file. Of several fields with one name the last. */
  readonly read: (name: string) => string;
};

/** An empty body has no fields, of whatever type. */
export async function readForm(c: Context): Promise<Fields> {
  const bytes = await readBounded(c);
  if (bytes.byteLength === 0) return toFields([]);
  const type = mediaType(c);
  switch (type) {
    case '':
    case 'application/x-www-form-urlencoded':
      return toFields(new URLSearchParams(new TextDecoder().decode(bytes)));
    case 'multipart/form-data':
      return toFields(await readMultipart(bytes, c.req.header('Content-Type') ?? ''));
    default:
      throw new Refusal(415, 'Send the fields as a form: application/x-www-form-urlencoded.');
  }
}

/** For requests that act with any body, as a mail program's button does: a body that is no form has no fields. */
export async function readAnyForm(c: Context): Promise<Fields> {
  try {
    return await readForm(c);
  } catch (error) {
    if (error instanceof Refusal) return toFields([]);
    throw error;
  }
}

/** The members of a JSON object that are text. */
export async function readJsonFields(c: Context): Promise<Fields> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(await readBounded(c)));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, 'The body is not valid JSON.');
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(422, 'The body is not a JSON object.');
  return toFields(Object.entries(value));
}

async function readBounded(c: Context): Promise<ArrayBuffer> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) throw new Refusal(413, `The body may hold ${MAX_BYTES / KB} KB at most.`);
  return bytes;
}

async function readMultipart(
  bytes: ArrayBuffer,
  type: string,
): Promise<Iterable<readonly [string, unknown]>> {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new Refusal(400, 'The body is not valid multipart/form-data.');
  }
}

function toFields(entries: Iterable<readonly [string, unknown]>): Fields {
  const values = new Map(entries);
  return {
    read: (name) => {
      const value = values.get(name);
      return typeof value === 'string' ? value : '';
    },
  };
}
