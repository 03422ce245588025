// The API for editors: a folder or a file for each noun. What all routes share is said here, once: only an editor comes
// in, unknown query parameters are refused, and a body holds 64 KB where a route does not allow more.

import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { answerError, answerNoHandler } from '../errors.ts';
import { KB, limitBodyByDefault, onlyDeclaredQuery, requireEditor, uncached } from '../guards.ts';
import { methodsAt } from '../methods.ts';
import { cleanApi } from './clean/index.ts';
import { describeDefaults } from './describe.ts';
import { issuesApi } from './issues/index.ts';
import { openApi } from './openapi.ts';
import { outboxApi } from './outbox.ts';
import { previewApi } from './preview.ts';
import { publicRoutes } from './public.ts';
import { reportsApi } from './reports/index.ts';
import { subscribersApi } from './subscribers/index.ts';

export function createApi(deps: Deps): Hono {
  const api = new Hono();
  api.onError(answerError);
  api.notFound((c) => answerNoHandler(c, methodsAt(api, c.req.path)));
  api.get('/api/openapi.json', onlyDeclaredQuery, (c, next) => document(c, next));
  api
    .basePath('/api')
    .use(describeDefaults)
    .use(uncached, requireEditor(deps), onlyDeclaredQuery, limitBodyByDefault(64 * KB))
    .route('/clean', cleanApi())
    .route('/preview', previewApi(deps))
    .route('/reports', reportsApi(deps))
    .route('/issues', issuesApi(deps))
    .route('/subscribers', subscribersApi(deps))
    .route('/outbox', outboxApi(deps));
  const document = openApi(new Hono().route('/', api).route('/', publicRoutes()));
  return api;
}
