// The site map: every route is mounted here, and nowhere else.

import { Hono } from 'hono';
import type { Postmaster } from '../deliver/index.ts';
import type { Config } from '../env.ts';
import type { KeyedHash, SigningKey } from '../tokens.ts';
import { cleanApi } from './api/clean.ts';
import { issuesApi } from './api/issues.ts';
import { openApi } from './api/openapi.ts';
import { outboxApi } from './api/outbox.ts';
import { previewApi } from './api/preview.ts';
import { reportsApi } from './api/reports.ts';
import { subscribersApi } from './api/subscribers.ts';
import { confirmPages } from './confirm.tsx';
import { deskPages } from './desk.tsx';
import { answerError, answerNoHandler, Refusal } from './errors.ts';
import { onlyDeclaredQuery, personal, requireEditor, uncached } from './guards.ts';
import { healthRoute, unconfiguredHealth } from './health.ts';
import { issuesPages } from './issues-pages.tsx';
import { methodsAt } from './methods.ts';
import type { NetworkLimits } from './network.ts';
import { preferencesPages } from './preferences.tsx';
import { publicPages } from './public.tsx';
import { readPath } from './stuck-links.ts';
import { subscribePages } from './subscribe.tsx';
import { unsubscribePages } from './unsubscribe.tsx';
import { pageHeaders } from './views/layout.tsx';

export type Deps = {
  readonly config: Config;
  /** Signs new links; `keys` holds it and the older ones, which still verify. */
  readonly signingKey: SigningKey;
  readonly keys: readonly SigningKey[];
  /** Null: ERASURE_KEY is not set, and nobody can be erased. */
  readonly erasure: KeyedHash | null;
  /** Changes with every start, so that a script can tell a fresh server from one that it thought dead. */
  readonly bootId: string;
  readonly db: D1Database;
  /** A fresh stub for each request, as the platform wants it. */
  readonly postmaster: () => DurableObjectStub<Postmaster>;
  /** Count the addresses that a network enters on the form, and the wrong editor tokens that it brings. */
  readonly networkLimits: NetworkLimits;
  readonly now: () => number;
};

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
