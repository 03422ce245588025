// An import. First the file is surveyed: its columns are understood, or the import stops and names them. Then its rows are
// read, checked and stored in pieces, so that they are never all in memory. After an interruption the same file is simply
// sent again: stored rows are skipped, and cost next to nothing.

import { log } from '../../../../log.ts';
import type { ErasureRefusal, Importer, ImportRow } from '../../../../store/index.ts';
import { Refusal } from '../../../errors.ts';
import { readCsv } from '../csv.ts';
import type { OpenFile } from './file.ts';
import { type Header, type Hints, NO_HINTS, readHeader } from './header.ts';
import { refuseSurvey } from './refusal.ts';
import {
  type ColumnReport,
  createSubscriberReader,
  createSuppressedReader,
  mergeRows,
  type RowReader,
} from './row.ts';
import { type SurveyRefusal, survey } from './survey.ts';

/** Few large transactions: the free plan allows 50 queries per request, and D1 2 MB per parameter. */
const STORE_ROWS = 10_000;
const STORE_BYTES = 1_200_000;
/** Of a row as JSON, without its address and name. */
const ROW_BYTES = 75;
const BYTES_PER_CHARACTER = 3;

export const MAX_REPORTED_BAD_ROWS = 1000;
/** D1's free plan, per day in UTC. A new subscriber is written to the table and to one index. */
const FREE_ROWS_A_DAY = 100_000;
const ROWS_PER_SUBSCRIBER = 2;

export type ImportReport = {
  rows: number;
  added: number;
  activated: number;
  withdrawn: number;
  unchanged: number;
  badRows: number;
  bad: { line: number; email: string; reason: string }[];
  /** Left out, because they asked to be forgotten. Missing if there are none. */
  erased?: number;
  /** How each column was understood, for a list of subscribers. */
  columns?: ColumnReport[];
  /** Sentences that the editor should read. */
  notes?: string[];
};

type Options = { readonly isDryRun: boolean; readonly now: () => number };

/** @param isConfirmed these people agreed elsewhere. @throws Refusal, before anything is stored, if a column is not understood. */
export async function importSubscribers(
  open: OpenFile,
  store: Importer,
  options: Options & { readonly isConfirmed: boolean; readonly hints?: Hints },
): Promise<ImportReport> {
  const header = await understand(survey(open(), options.hints ?? NO_HINTS));
  const reader = createSubscriberReader(header.columns, options.isConfirmed);
  const report = await storeRows(open(), store, { ...options, reader });
  logImport('subscribers', options, report);
  const notes = [...header.notes, ...describeCost(report)];
  return { ...report, columns: reader.describe(), ...(notes.length === 0 ? {} : { notes }) };
}

/** A list of people who get no mail. */
export async function importSuppressed(
  open: OpenFile,
  store: Importer,
  options: Options,
): Promise<ImportReport> {
  const header = await understand(readHeaderOf(open()));
  const reader = createSuppressedReader(header.columns);
  const report = await storeRows(open(), store, { ...options, reader });
  logImport('suppressed', options, report);
  const notes = describeCost(report);
  return notes.length === 0 ? report : { ...report, notes };
}

async function understand(looking: Promise<Header | SurveyRefusal>): Promise<Header> {
  try {
    const found = await looking;
    if ('reason' in found) throw refuseSurvey(found);
    return found;
  } catch (error) {
    // The decoder's only error.
    if (error instanceof TypeError) throw undecodable('Nothing is stored.', {});
    throw error;
  }
}

async function readHeaderOf(text: ReadableStream<string>): Promise<Header | SurveyRefusal> {
  for await (const row of readCsv(text)) return readHeader('fields' in row ? row.fields : [], NO_HINTS);
  return { reason: 'no-header' };
}

async function storeRows(
  text: ReadableStream<string>,
  store: Importer,
  options: Options & { readonly reader: RowReader },
): Promise<ImportReport> {
  const report: ImportReport = {
    rows: 0,
    added: 0,
    activated: 0,
    withdrawn: 0,
    unchanged: 0,
    badRows: 0,
    bad: [],
  };
  const { reader } = options;
  const waiting = new Map<string, ImportRow>();
  let waitingBytes = 0;
  let isHeader = true;
  let storedTo = 1;
  let line = 1;

  const storeWaiting = async (): Promise<void> => {
    if (waiting.size === 0) return;
    const counts = await store([...waiting.values()], options.now());
    if (typeof counts === 'string') throw refuse(counts);
    report.added += counts.added;
    report.activated += counts.activated;
    report.withdrawn += counts.withdrawn;
    report.unchanged += counts.unchanged;
    if (counts.erased > 0) report.erased = (report.erased ?? 0) + counts.erased;
    waiting.clear();
    waitingBytes = 0;
    storedTo = line;
  };

  try {
    for await (const row of readCsv(text)) {
      ({ line } = row);
      if (isHeader) {
        isHeader = false;
        continue;
      }
      report.rows += 1;
      const read = 'fields' in row ? reader.read(row.fields) : ({ ok: false, error: row.problem } as const);
      if (!read.ok) {
        report.badRows += 1;
        const email = 'fields' in row ? (row.fields[reader.address] ?? '').slice(0, 100) : '';
        if (report.bad.length < MAX_REPORTED_BAD_ROWS)
          report.bad.push({ line: row.line, email, reason: read.error });
        continue;
      }
      const { email, name } = read.value;
      const twin = waiting.get(email);
      waiting.set(email, twin === undefined ? read.value : mergeRows(twin, read.value));
      if (twin !== undefined) report.unchanged += 1;
      waitingBytes += email.length + (name?.length ?? 0) * BYTES_PER_CHARACTER + ROW_BYTES;
      if (waiting.size >= STORE_ROWS || waitingBytes >= STORE_BYTES) await storeWaiting();
    }
    await storeWaiting();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The decoder's only error.
    if (error instanceof TypeError) {
      await storeWaiting();
      const before = options.isDryRun
        ? 'The rows before that would be stored.'
        : 'The rows before that are stored.';
      throw undecodable(before, report);
    }
    log('fault', { where: 'storing the rows of an import', error });
    const detail = `It stopped after line ${storedTo}: the database accepted no more, perhaps because its daily quota is used up. Send the same file again later; rows that are stored are skipped.`;
    throw new Refusal(503, detail, { reason: 'stopped', storedToLine: storedTo, ...report });
  }
  return report;
}

function logImport(list: 'subscribers' | 'suppressed', { isDryRun }: Options, report: ImportReport): void {
  const { rows, added, activated, withdrawn, unchanged, erased = 0, badRows: bad } = report;
  log('import', { list, dryRun: isDryRun, rows, added, activated, withdrawn, unchanged, erased, bad });
}

const undecodable = (state: string, report: Partial<ImportReport>): Refusal =>
  new Refusal(422, `The file is not valid text in its charset. ${state}`, {
    reason: 'undecodable',
    ...report,
  });

/** Warns if the new rows exceed the free plan's limit for a day. */
function describeCost({ added, activated }: ImportReport): string[] {
  const rows = (added + activated) * ROWS_PER_SUBSCRIBER;
  if (rows <= FREE_ROWS_A_DAY) return [];
  const days = Math.ceil(rows / FREE_ROWS_A_DAY);
  return [
    `New subscribers: about ${rows.toLocaleString('en')} written rows. D1's free plan allows ${FREE_ROWS_A_DAY.toLocaleString('en')} a day (UTC), so on that plan this takes ${days} days: send the same file again each day until nothing is added.`,
  ];
}

export function refuse(refusal: ErasureRefusal): Refusal {
  switch (refusal) {
    case 'other-key':
      return new Refusal(
        503,
        'People were erased under a different ERASURE_KEY, so they could not be recognised. Set that key again.',
        { reason: refusal },
      );
  }
}
