// /api/subscribers: the audience, in and out as CSV. Rows are read, checked and stored while they stream in.

import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { err, ok, type Result } from '../../result.ts';
import {
  type ImportRow,
  importSubscribers,
  listSubscribers,
  normaliseAddress,
  SUBSCRIBER_STATES,
} from '../../store/index.ts';
import type { Deps } from '../app.ts';
import { Refusal } from '../errors.ts';
import { limitBody, MB, requireType } from '../guards.ts';
import { readCsv, readField, writeCsv } from './csv.ts';
import { jsonAnswer, readQuery } from './json.ts';
import { editorOnly, problems } from './openapi.ts';
import { idSchema, limitSchema, timeSchema, toTime } from './page.ts';

const IMPORT_MAX_BYTES = 25 * MB;
/** Few large transactions: the free plan allows 50 queries per request, and D1 2 MB per parameter. */
const STORE_ROWS = 5000;
const STORE_CHARACTERS = 500_000;
const MAX_REPORTED_BAD_ROWS = 1000;
const MAX_NAME_LENGTH = 200;
const EXPORT_ROWS = 5000;

const subscriberSchema = z.object({
  id: idSchema,
  email: z.string().nullable().describe('Null for who was erased'),
  name: z.string().nullable(),
  state: z.enum(SUBSCRIBER_STATES),
  createdAt: timeSchema,
  changedAt: timeSchema,
});

const listSchema = z.object({
  subscribers: z.array(subscriberSchema).describe('In the order in which they came'),
  next: idSchema.nullable().describe('`after` of the next page, or null on the last one'),
});

const importSchema = z.object({
  rows: z.int().describe('Rows after the header'),
  added: z.int(),
  activated: z.int().describe('Were pending and are active now'),
  unchanged: z.int().describe('Were in already; who left stays away'),
  badRows: z.int(),
  bad: z
    .array(z.object({ line: z.int(), email: z.string(), reason: z.string() }))
    .describe(`The first ${MAX_REPORTED_BAD_ROWS} bad rows; the others were stored`),
});

const listQuery = z.object({
  limit: limitSchema,
  after: idSchema.optional(),
  state: z.enum(SUBSCRIBER_STATES).optional(),
});

const importQuery = z.object({
  confirmed: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true`: these people already agreed to get the mail, and are active at once'),
});

const csvBody = { required: true, content: { 'text/csv': { schema: { type: 'string' } as const } } };

export function subscribersApi(deps: Deps): Hono {
  return new Hono()
    .get(
      '/',
      describeRoute({
        summary: 'List the subscribers',
        security: editorOnly,
        responses: { 200: jsonAnswer('A page of the list', listSchema), ...problems(401, 422) },
      }),
      readQuery(listQuery),
      async (c) => {
        const { limit, after, state } = c.req.valid('query');
        const page = { limit, afterId: after ?? null, state: state ?? null };
        const subscribers = await listSubscribers(deps.db, page);
        const next = subscribers.length === limit ? (subscribers.at(-1)?.id ?? null) : null;
        const shown = subscribers.map(({ createdAt, changedAt, ...subscriber }) => ({
          ...subscriber,
          createdAt: toTime(createdAt),
          changedAt: toTime(changedAt),
        }));
        return c.json({ subscribers: shown, next });
      },
    )
    .post(
      '/import',
      describeRoute({
        summary: 'Import subscribers from CSV with a header line `email,name`',
        description:
          'Mails nobody. Good rows are stored, bad ones are listed. Repeating an import changes nothing. A column ' +
          '`state`, as in our own export, is heeded for new addresses, so who left elsewhere does not return.',
        security: editorOnly,
        requestBody: csvBody,
        responses: { 200: jsonAnswer('All rows were read', importSchema), ...problems(401, 413, 415, 422) },
      }),
      requireType('text/csv'),
      limitBody(IMPORT_MAX_BYTES),
      readQuery(importQuery),
      async (c) => {
        const isConfirmed = c.req.valid('query').confirmed === 'true';
        return c.json(await importCsv(deps, decodeBody(c), isConfirmed));
      },
    )
    .get(
      '/export',
      describeRoute({
        summary: 'Export the subscribers as CSV: email,name,state',
        security: editorOnly,
        responses: {
          200: {
            description:
              'Everybody but who was erased. What a spreadsheet would run as a formula is neutralised',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          ...problems(401),
        },
      }),
      (c) => {
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header('Content-Disposition', 'attachment; filename="subscribers.csv"');
        c.header('Cache-Control', 'no-store');
        return c.body(exportCsv(deps.db));
      },
    );
}

type ImportReport = z.infer<typeof importSchema>;

async function importCsv(
  deps: Deps,
  text: ReadableStream<string>,
  isConfirmed: boolean,
): Promise<ImportReport> {
  const report: ImportReport = { rows: 0, added: 0, activated: 0, unchanged: 0, badRows: 0, bad: [] };
  const waiting = new Map<string, ImportRow>();
  let waitingCharacters = 0;
  let columns: Columns | null = null;

  const store = async (): Promise<void> => {
    if (waiting.size === 0) return;
    const counts = await importSubscribers(deps.db, [...waiting.values()], deps.now());
    report.added += counts.added;
    report.activated += counts.activated;
    report.unchanged += counts.unchanged;
    waiting.clear();
    waitingCharacters = 0;
  };

  try {
    for await (const row of readCsv(text)) {
      if (columns === null) {
        columns = readHeader('fields' in row ? row.fields : []);
        continue;
      }
      report.rows += 1;
      const read = 'fields' in row ? readRow(row.fields, columns, isConfirmed) : err(row.problem);
      if (!read.ok) {
        report.badRows += 1;
        const email = 'fields' in row ? (row.fields[columns.email] ?? '').slice(0, 100) : '';
        if (report.bad.length < MAX_REPORTED_BAD_ROWS)
          report.bad.push({ line: row.line, email, reason: read.error });
      } else if (waiting.has(read.value.email)) {
        report.unchanged += 1;
      } else {
        waiting.set(read.value.email, read.value);
        waitingCharacters += read.value.email.length + (read.value.name?.length ?? 0) + 40;
        if (waiting.size >= STORE_ROWS || waitingCharacters >= STORE_CHARACTERS) await store();
      }
    }
  } catch (error) {
    // The decoder's only error.
    if (!(error instanceof TypeError)) throw error;
    await store();
    throw new Refusal(422, 'The file is not valid text in its charset. The rows before are stored.', {
      reason: 'undecodable',
      ...report,
    });
  }
  if (columns === null) readHeader([]);
  await store();
  return report;
}

type Columns = { readonly email: number; readonly name: number; readonly state: number };

function readHeader(fields: readonly string[]): Columns {
  const names = fields.map((field) => field.trim().toLowerCase());
  const columns = {
    email: names.indexOf('email'),
    name: names.indexOf('name'),
    state: names.indexOf('state'),
  };
  if (columns.email === -1)
    throw new Refusal(422, 'The first line must name the columns: email,name.', { reason: 'no-header' });
  return columns;
}

const KEPT_STATES: readonly ImportRow['state'][] = ['unsubscribed', 'bounced', 'complained', 'suppressed'];

function readRow(
  fields: readonly string[],
  columns: Columns,
  isConfirmed: boolean,
): Result<ImportRow, string> {
  const read = (column: number): string => readField(fields[column] ?? '');
  const address = normaliseAddress(read(columns.email));
  if (!address.ok) return address;
  const given = read(columns.state).toLowerCase();
  const kept = KEPT_STATES.find((state) => state === given);
  if (kept === undefined && !['', 'active', 'pending'].includes(given))
    return err(`the state ${JSON.stringify(given.slice(0, 40))} is not known`);
  const name = read(columns.name).replace(/\s+/g, ' ').slice(0, MAX_NAME_LENGTH);
  return ok({
    email: address.value,
    name: name === '' ? null : name,
    state: kept ?? (isConfirmed && given !== 'pending' ? 'active' : 'pending'),
  });
}

/** The body as text while it streams in: UTF-8, or what the charset parameter says; a byte order mark is dropped. */
function decodeBody(c: Context): ReadableStream<string> {
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(c.req.header('Content-Type') ?? '')?.[1] ?? 'utf-8';
  const body = c.req.raw.body ?? new ReadableStream({ start: (controller) => controller.close() });
  try {
    return body.pipeThrough(new TextDecoderStream(charset, { fatal: true }));
  } catch {
    throw new Refusal(415, `The charset ${JSON.stringify(charset.slice(0, 40))} is not known. Send UTF-8.`);
  }
}

function exportCsv(db: D1Database): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let afterId: string | null = null;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(writeCsv([['email', 'name', 'state']]))),
    async pull(controller) {
      const page = await listSubscribers(db, { limit: EXPORT_ROWS, afterId });
      const rows = page.flatMap(({ email, name, state }) =>
        email === null ? [] : [[email, name ?? '', state]],
      );
      if (rows.length > 0) controller.enqueue(encoder.encode(writeCsv(rows)));
      afterId = page.at(-1)?.id ?? null;
      if (page.length < EXPORT_ROWS) controller.close();
    },
  });
}
