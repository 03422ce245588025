// /api/reports: the raw texts of which issues are made. A text is stored as it was sent, and cleaned again whenever it
// is shown, so a better rule improves every draft.

import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { limitReport, requireReportType } from '../clean/raw-report.ts';
import { readQuery } from '../json.ts';
import * as describe from './descriptions.ts';
import { listPage, showReport } from './read.ts';
import { reportListQuery } from './report.ts';
import { decide, remove, replaceText, retry, store } from './write.ts';

export function reportsApi(deps: Deps): Hono {
  const raw = [requireReportType(), limitReport()] as const;
  const rawOrJson = [requireReportType('application/json'), limitReport()] as const;
  return new Hono()
    .post('/', describe.create, ...raw, (c) => store(deps, c))
    .get('/', describe.list, readQuery(reportListQuery), (c) => listPage(deps, c))
    .get('/:id', describe.show, (c) => showReport(deps, c))
    .patch('/:id', describe.change, ...rawOrJson, (c) => replaceText(deps, c))
    .put('/:id/overrides', describe.decide, limitReport(), (c) => decide(deps, c))
    .post('/:id/retry', describe.retry, (c) => retry(deps, c))
    .delete('/:id', describe.remove, (c) => remove(deps, c));
}
