// Listing and showing reports.

import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import { listReports, readReport } from '../../../store/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../errors.ts';
import { cleanOrRefuse } from '../clean/raw-report.ts';
import type { QueryOf } from '../json.ts';
import { nextCursor, readId } from '../pagination.ts';
import { type ReportContext, type reportListQuery, toSummaryJson } from './report.ts';

export async function listPage(
  deps: Deps,
  c: Context<BlankEnv, '/', QueryOf<typeof reportListQuery>>,
): Promise<Response> {
  const { limit, before } = c.req.valid('query');
  const reports = await listReports(deps.db, { limit, beforeId: before ?? null });
  return c.json({ reports: reports.map(toSummaryJson), next: nextCursor(reports, limit, ({ id }) => id) });
}

export async function showReport(deps: Deps, c: ReportContext): Promise<Response> {
  const stored = await readReport(deps.db, readId(c.req.param('id'), 'report'));
  if (stored === null) throw notFound('report');
  const { raw, overrides } = stored;
  const report = raw === '' ? null : await cleanOrRefuse(stored, { overrides });
  return c.json({ ...toSummaryJson(stored), raw, overrides, report });
}
