// Importing, suppressing and exporting subscribers as CSV.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import { createImporter, listSubscribers } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { readCharset, refuseCharset } from '../../guards.ts';
import type { QueryOf } from '../json.ts';
import { writeCsv } from './csv.ts';
import { type OpenFile, openFile } from './import/file.ts';
import { importSubscribers, importSuppressed } from './import/index.ts';
import type { importQuery, suppressQuery } from './import/report.ts';

const EXPORT_ROWS = 5000;

export async function importList(
  deps: Deps,
  c: Context<BlankEnv, '/import', QueryOf<typeof importQuery>>,
): Promise<Response> {
  const { confirmed, dry_run, ...hints } = c.req.valid('query');
  const isDryRun = dry_run === 'true';
  const store = createImporter(deps.db, deps.erasure, isDryRun);
  const options = { isConfirmed: confirmed === 'true', hints, isDryRun, now: deps.now };
  return c.json(await importSubscribers(await openBody(c), store, options));
}

export async function suppressList(
  deps: Deps,
  c: Context<BlankEnv, '/suppress', QueryOf<typeof suppressQuery>>,
): Promise<Response> {
  const isDryRun = c.req.valid('query').dry_run === 'true';
  const store = createImporter(deps.db, deps.erasure, isDryRun);
  const report = await importSuppressed(await openBody(c), store, { isDryRun, now: deps.now });
  const { added, withdrawn, activated: _, unchanged: __, ...rest } = report;
  return c.json({ ...rest, suppressed: added + withdrawn });
}

export function exportList(deps: Deps, c: Context): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', 'attachment; filename="subscribers.csv"');
  c.header('Cache-Control', 'no-store');
  return c.body(writeExport(deps.db));
}

async function openBody(c: Context): Promise<OpenFile> {
  const charset = readCharset(c) ?? 'utf-8';
  const open = openFile(new Uint8Array(await c.req.arrayBuffer()), charset);
  if (open === null) throw refuseCharset(charset);
  return open;
}

function writeExport(db: D1Database): ReadableStream<Uint8Array> {
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
