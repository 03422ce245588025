// The site map: every route is mounted here, and nowhere else. The API has a map of its own.

import { Hono } from 'hono';
import { type ApplicationHandler, mount } from 'hono/mount';
import type { Deps } from './deps.ts';
import { deskPages } from './desk/index.ts';
import { answerError, answerNoHandler, Refusal } from './errors.ts';
import { personal } from './guards.ts';
import { methodsAt } from './methods.ts';
import { confirmPages } from './readers/confirm.tsx';
import { preferencesPages } from './readers/preferences.tsx';
import { subscribePages } from './readers/subscribe.tsx';
import { unsubscribePages } from './readers/unsubscribe.tsx';
import { healthRoute, unconfiguredHealth } from './site/health.ts';
import { publicPages } from './site/home.tsx';
import { issuesPages } from './site/issues.tsx';
import { readPath } from './stuck-links.ts';
import { pageHeaders } from './views/layout.tsx';

/** A Worker that lacks settings answers every request with their names. */
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
  app.all('/api/*', mount(loadApi(deps), { replaceRequest: false }));
  return app;
}

/** The API is loaded when it is first asked for: with its schemas it is a large part of the code. */
function loadApi(deps: Deps): ApplicationHandler {
  let api: Hono | undefined;
  return async (request, env: Env, context: ExecutionContext) => {
    // Each request imports it by itself, since on Workers none may wait for a promise of another one.
    const { createApi } = await import('./api/index.ts');
    api ??= createApi(deps);
    return api.fetch(request, env, context);
  };
}
