// Storing, changing and deleting reports, and deciding about their passages.

import type { Context } from 'hono';
import type { Override } from '../../../clean/index.ts';
import type { Source } from '../../../clean/source.ts';
import {
  createReport,
  deleteReport,
  type NewReport,
  readReport,
  readReportFormat,
  replaceOverrides,
  replaceReportText,
  retryReport,
} from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { isJson, notFound, Refusal } from '../../errors.ts';
import { cleanOrRefuse, readSource } from '../clean/raw-report.ts';
import { readJson } from '../json.ts';
import { readId } from '../pagination.ts';
import { showReport } from './read.ts';
import { changeSchema, overridesSchema, type ReportContext } from './report.ts';

export async function store(deps: Deps, c: Context): Promise<Response> {
  const report = await checkReport(await readSource(c));
  const id = await createReport(deps.db, { ...report, name: null }, deps.now());
  return c.json({ id }, 201, { Location: `/api/reports/${id}` });
}

export async function replaceText(deps: Deps, c: ReportContext): Promise<Response> {
  const id = readId(c.req.param('id'), 'report');
  const text = await checkReport(await readChange(deps, c, id));
  if (!(await replaceReportText(deps.db, id, text, deps.now()))) throw notFound('report');
  return showReport(deps, c);
}

export async function decide(deps: Deps, c: ReportContext): Promise<Response> {
  const id = readId(c.req.param('id'), 'report');
  const overrides = await readOverrides(c);
  const title = await findTitle(deps, id, overrides);
  if (!(await replaceOverrides(deps.db, id, { overrides, title }, deps.now()))) throw notFound('report');
  return showReport(deps, c);
}

export async function retry(deps: Deps, c: ReportContext): Promise<Response> {
  if (!(await retryReport(deps.db, readId(c.req.param('id'), 'report')))) throw notFound('report');
  return c.body(null, 204);
}

export async function remove(deps: Deps, c: ReportContext): Promise<Response> {
  switch (await deleteReport(deps.db, readId(c.req.param('id'), 'report'))) {
    case 'deleted':
      return c.body(null, 204);
    case 'in-use':
      throw new Refusal(409, 'An issue is made of this report, so it cannot be deleted.');
    case 'unknown':
      throw notFound('report');
  }
}

/** As JSON the source is of the format that it was before. */
async function readChange(deps: Deps, c: ReportContext, id: string): Promise<Source> {
  if (!isJson(c)) return readSource(c);
  const { raw } = await readJson(c, changeSchema);
  const format = await readReportFormat(deps.db, id);
  if (format === null) throw notFound('report');
  return { raw, format };
}

/** What is stored with a raw text or a page; refuses one that cannot be cleaned. */
async function checkReport(source: Source): Promise<Omit<NewReport, 'name'>> {
  const report = await cleanOrRefuse(source);
  return {
    ...source,
    title: report.title ?? report.meta.title ?? null,
    isSample: report.meta.sample === true,
  };
}

async function readOverrides(c: Context): Promise<readonly Override[]> {
  const { parseOverrides } = await import('../../../clean/index.ts');
  const overrides = parseOverrides((await readJson(c, overridesSchema)).overrides);
  if (overrides.ok) return overrides.value;
  throw new Refusal(422, overrides.error.message, { reason: overrides.error.reason });
}

/** The title of a stored report under these decisions; refuses them if nothing could be cleaned with them. */
async function findTitle(deps: Deps, id: string, overrides: readonly Override[]): Promise<string | null> {
  const stored = await readReport(deps.db, id);
  if (stored === null) throw notFound('report');
  const { title, meta } = await cleanOrRefuse(stored, { overrides });
  return title ?? meta.title ?? null;
}
