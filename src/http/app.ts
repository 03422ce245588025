// The site map: every route is mounted here, and nowhere else.

import { Hono } from 'hono';
import { cleanApi } from './api/clean.ts';
import { issuesApi } from './api/issues/index.ts';
import { outboxApi } from './api/outbox.ts';
import { previewApi } from './api/preview.ts';
import { reportsApi } from './api/reports/index.ts';
import { subscribersApi } from './api/subscribers/index.ts';
import type { Deps } from './deps.ts';
import { deskPages } from './desk/index.tsx';
import { answerError, answerNoHandler, Refusal } from './errors.ts';
import { onlyDeclaredQuery, personal, requireEditor, uncached } from './guards.ts';
import { methodsAt } from './methods.ts';
import { openApi } from './openapi.ts';
import { confirmPages } from './readers/confirm.tsx';
import { preferencesPages } from './readers/preferences.tsx';
import { subscribePages } from './readers/subscribe.tsx';
import { unsubscribePages } from './readers/unsubscribe.tsx';
import { healthRoute, unconfiguredHealth } from './site/health.ts';
import { publicPages } from './site/home.tsx';
import { issuesPages } from './site/issues.tsx';
import { readPath } from './stuck-links.ts';
import { pageHeaders } from './views/layout.tsx';

/** A Worker without its settings answers every request with what is missing. */
export function createUnconfiguredApp(problems: readonly string[]): Hono {
  const app = new Hono();
  app.use(pageHeaders({ isHttps: false }));
  app.onError(answerError);
  app.get('/health', unconfiguredHealth(problems));
  app.all('*', () => {
    throw new Refusal(503, problems.join(' '), { problems });
  });
  return app;
}

export function createApp(deps: Deps): Hono {
  const api = new Hono()
    .use(uncached)
    .use(requireEditor(deps))
    .use(onlyDeclaredQuery)
    .route('/clean', cleanApi())
    .route('/preview', previewApi(deps))
    .route('/reports', reportsApi(deps))
    .route('/issues', issuesApi(deps))
    .route('/subscribers', subscribersApi(deps))
    .route('/outbox', outboxApi(deps));

  const app = new Hono({ getPath: readPath });
  app.use(pageHeaders({ isHttps: !deps.config.local }));
  app.onError(answerError);
  app.notFound((c) => answerNoHandler(c, methodsAt(app, c.req.path)));
  app.route('/', publicPages(deps));
  app.route('/health', healthRoute(deps));
  app.route('/issues', issuesPages(deps));
  app.route('/subscribe', subscribePages(deps));
  for (const path of ['/confirm/*', '/unsubscribe/*', '/preferences/*']) app.use(path, personal);
  app.route('/confirm', confirmPages(deps));
  app.route('/unsubscribe', unsubscribePages(deps));
  app.route('/preferences', preferencesPages(deps));
  app.route('/desk', deskPages(deps));
  app.get('/api/openapi.json', onlyDeclaredQuery, openApi(app));
  app.route('/api', api);
  return app;
}
