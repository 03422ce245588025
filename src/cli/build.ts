// The [build] command of wrangler.toml, which wrangler runs before it serves or deploys, and after every change of a
// source.

import './index-reports.ts';
import { BUILT, bundle } from './bundle.ts';

try {
  await bundle('src/index.ts', BUILT);
} catch (error) {
  // A mistake in a source has been shown by then, with its place.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exitCode = 1;
}
