// Lists come in pages: `next` of one page is the `before` or `after` of the following one. Ids are text in JSON and in
// the address.

import * as z from 'zod';
import { notFound } from '../errors.ts';

export const idSchema = z
  .string()
  .regex(/^\d{1,15}$/, 'An id is a number')
  .describe('A number, written as text');

export const limitSchema = z.coerce.number().int().min(1).max(500).default(50);

export const timeSchema = z.iso.datetime().describe('UTC');

/** @returns the cursor of the last item of a full page; null on the last page. */
export function nextCursor<Item, Cursor>(
  items: readonly Item[],
  limit: number,
  cursorOf: (item: Item) => Cursor,
): Cursor | null {
  const last = items.at(-1);
  return last === undefined || items.length < limit ? null : cursorOf(last);
}

/** The id in a path. Anything that cannot be an id is not found. */
export function readId(param: string, noun: string): string {
  if (!idSchema.safeParse(param).success) throw notFound(noun);
  return param;
}
