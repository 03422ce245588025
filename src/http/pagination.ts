// Pages of a list: ids in JSON and in the address are text, and the last one of a page leads to the next.

import * as z from 'zod';
import { Refusal } from './errors.ts';

export const idSchema = z
  .string()
  .regex(/^\d{1,15}$/, 'An id is a number')
  .describe('A number, written as text');

export const limitSchema = z.coerce.number().int().min(1).max(500).default(50);

export const timeSchema = z.iso.datetime().describe('UTC');

export const toTime = (ms: number): string => new Date(ms).toISOString();
export const toTimeOrNull = (ms: number | null): string | null => (ms === null ? null : toTime(ms));

/** The id in a path; what cannot be one is not found. */
export function readId(param: string, noun: string): string {
  if (!idSchema.safeParse(param).success) throw notFound(noun);
  return param;
}

export const notFound = (noun: string): Refusal => new Refusal(404, `There is no such ${noun}.`);
