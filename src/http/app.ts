// The site map: every route is mounted here, and nowhere else.

import { Hono } from 'hono';
import type { Config } from '../env.ts';
import type { SigningKey } from '../tokens.ts';
import { cleanApi } from './api/clean.ts';
import { openApi } from './api/openapi.ts';
import { previewApi } from './api/preview.ts';
import { answerError, answerNotFound, Refusal } from './errors.ts';
import { requireEditor } from './guards.ts';
import { publicPages } from './public.tsx';

export type Deps = {
  readonly config: Config;
  /** Signs new links; `keys` holds it and the older ones, which still verify. */
  readonly signingKey: SigningKey;
  readonly keys: readonly SigningKey[];
  /** Changes with every start, so that a script can tell a fresh server from one that it thought dead. */
  readonly bootId: string;
  readonly now: () => number;
};

/** A Worker without its settings answers every request with what is missing. */
export function createUnconfiguredApp(problems: readonly string[]): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.all('*', () => {
    throw new Refusal(503, problems.join(' '), { problems });
  });
  return app;
}

export function createApp(deps: Deps): Hono {
  const api = new Hono()
    .use(requireEditor(deps.config.editorToken))
    .route('/clean', cleanApi())
    .route('/preview', previewApi(deps));

  const app = new Hono();
  app.onError(answerError);
  app.notFound(answerNotFound);
  app.route('/', publicPages(deps));
  app.get('/api/openapi.json', openApi(app));
  app.route('/api', api);
  return app;
}
