// /api/subscribers/{import,export,suppress}: the audience as CSV, while it streams in or out.

import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { createImporter, listSubscribers, SUBSCRIBER_STATES } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { Refusal } from '../../errors.ts';
import { limitBody, MB, requireType } from '../../guards.ts';
import { jsonAnswer, listOf, readQuery } from '../../json.ts';
import { editorOnly, problems } from '../../openapi.ts';
import { writeCsv } from './csv.ts';
import { type OpenFile, openFile } from './import/file.ts';
import { importSubscribers, importSuppressed, MAX_REPORTED_BAD_ROWS } from './import/index.ts';

const IMPORT_MAX_BYTES = 25 * MB;
const EXPORT_ROWS = 5000;

const IMPORT_STATES = SUBSCRIBER_STATES.filter((state) => state !== 'erased');

const importSchema = z.object({
  rows: z.int().describe('Rows after the header'),
  added: z.int(),
  activated: z.int().describe('Were pending and are active now'),
  withdrawn: z
    .int()
    .describe(
      'Were in, and get no more mail: the file says that they left, bounced, complained or are suppressed',
    ),
  unchanged: z.int().describe('Were in already; who left stays away'),
  erased: z.int().optional().describe('Left out, since they asked to be forgotten'),
  badRows: z.int(),
  bad: z
    .array(z.object({ line: z.int(), email: z.string(), reason: z.string() }))
    .describe(`The first ${MAX_REPORTED_BAD_ROWS} bad rows; the others were stored`),
  columns: z
    .array(
      z.object({
        column: z.string(),
        as: z
          .enum(['address', 'name', 'frequency', 'state', 'left', 'agreed', 'nothing'])
          .describe(
            '`state`: its words name the state. `left`: yes or a date means that they left. `agreed`: no or nothing means that they get no mail. `nothing`: it was passed over',
          ),
        states: z
          .partialRecord(z.enum(IMPORT_STATES), z.int())
          .optional()
          .describe('How many rows said so by this column'),
        unknown: z
          .array(z.object({ word: z.string(), rows: z.int() }))
          .optional()
          .describe('Words that nobody knows: such a row is a bad one, and gets no mail'),
      }),
    )
    .optional()
    .describe('How each column was understood'),
  notes: z.array(z.string()).optional().describe('What an editor should know, such as a quota'),
});

const suppressSchema = importSchema
  .omit({ added: true, activated: true, withdrawn: true, unchanged: true, columns: true })
  .extend({ suppressed: z.int().describe('Will get no mail from now on') });

const flag = z.enum(['true', 'false']).default('false');
const columnNames = listOf(z.string().min(1).max(200), 100);
const suppressQuery = z.object({
  dry_run: flag.describe('`true`: says what it would do, and stores nothing'),
});
const importQuery = suppressQuery.extend({
  confirmed: flag.describe('`true`: these people already agreed to get the mail, and are active at once'),
  state: columnNames.describe('The words of this column name the state, such as `cancelled`'),
  left: columnNames.describe('Yes, 1 or a date in this column means that they left'),
  agreed: columnNames.describe('No, 0 or an empty field in this column means that they get no mail'),
  ignore: columnNames.describe('This column says nothing about who left'),
});

const csvBody = { required: true, content: { 'text/csv': { schema: { type: 'string' } as const } } };

export function subscribersCsv(deps: Deps): Hono {
  return new Hono()
    .post(
      '/import',
      describeRoute({
        summary: 'Import subscribers from CSV with a header line `email,name`',
        description:
          'Mails nobody. Good rows are stored, bad ones are listed. Repeating an import changes nothing, and goes ' +
          'on where one stopped. The exports of eighteen services and of Copydesk are understood by their headers, in ' +
          'six languages, so those who left there do not return here; `columns` says how. A column that may say who ' +
          'left and is not understood stops the import before anything is stored (422, `reason: unclear-columns`): ' +
          'say what it means by `state`, `left`, `agreed` or `ignore`. A column `frequency` may say `every` or ' +
          '`weekly`; what a subscriber has chosen here stays. UTF-8, UTF-16 with its mark, or what the charset says.',
        security: editorOnly,
        requestBody: csvBody,
        responses: {
          200: jsonAnswer('All rows were read', importSchema),
          ...problems(400, 401, 413, 415, 422, 503),
        },
      }),
      requireType('text/csv'),
      limitBody(IMPORT_MAX_BYTES),
      readQuery(importQuery),
      async (c) => {
        const { confirmed, dry_run, ...hints } = c.req.valid('query');
        const isDryRun = dry_run === 'true';
        const store = createImporter(deps.db, deps.erasure, isDryRun);
        const options = { isConfirmed: confirmed === 'true', hints, isDryRun, now: deps.now };
        return c.json(await importSubscribers(await openBody(c), store, options));
      },
    )
    .post(
      '/suppress',
      describeRoute({
        summary: 'Take the addresses of a CSV list out for good, whether or not they are subscribed yet',
        description:
          'The header names the column of the addresses, such as `email`; other columns are passed over.',
        security: editorOnly,
        requestBody: csvBody,
        responses: {
          200: jsonAnswer('All rows were read', suppressSchema),
          ...problems(400, 401, 413, 415, 422, 503),
        },
      }),
      requireType('text/csv'),
      limitBody(IMPORT_MAX_BYTES),
      readQuery(suppressQuery),
      async (c) => {
        const isDryRun = c.req.valid('query').dry_run === 'true';
        const store = createImporter(deps.db, deps.erasure, isDryRun);
        const {
          added,
          withdrawn,
          activated: _,
          unchanged: __,
          ...report
        } = await importSuppressed(await openBody(c), store, { isDryRun, now: deps.now });
        return c.json({ ...report, suppressed: added + withdrawn });
      },
    )
    .get(
      '/export',
      describeRoute({
        summary: 'Export the subscribers as CSV: email,name,state,frequency',
        security: editorOnly,
        responses: {
          200: {
            description:
              'Everybody but who was erased. What a spreadsheet would run as a formula is neutralised',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          ...problems(400, 401),
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

async function openBody(c: Context): Promise<OpenFile> {
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(c.req.header('Content-Type') ?? '')?.[1] ?? 'utf-8';
  const open = openFile(new Uint8Array(await c.req.arrayBuffer()), charset);
  if (open !== null) return open;
  throw new Refusal(415, `The charset ${JSON.stringify(charset.slice(0, 40))} is not known. Send UTF-8.`);
}

function exportCsv(db: D1Database): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let afterId: string | null = null;
  return new ReadableStream({
    start: async (controller) =>
      controller.enqueue(encoder.encode(await writeCsv([['email', 'name', 'state', 'frequency']]))),
    async pull(controller) {
      const page = await listSubscribers(db, { limit: EXPORT_ROWS, afterId });
      const rows = page.flatMap(({ email, name, state, frequency }) =>
        email === null ? [] : [[email, name ?? '', state, frequency]],
      );
      if (rows.length > 0) controller.enqueue(encoder.encode(await writeCsv(rows)));
      afterId = page.at(-1)?.id ?? null;
      if (page.length < EXPORT_ROWS) controller.close();
    },
  });
}
