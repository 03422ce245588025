// The chain as a Worker runs it: one module, with React's production build. Its development build would be most of
// what is measured.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../support/local-copy.ts';
import type * as Chain from './chain.tsx';

export type SendDown = typeof Chain.sendDown;
export type Times = Chain.Times;

export async function loadChain(): Promise<SendDown> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-chain-'));
  try {
    const outfile = join(folder, 'chain.mjs');
    await build({
      absWorkingDir: ROOT,
      entryPoints: ['test/hostile/chain.tsx'],
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2024',
      conditions: ['workerd', 'worker', 'browser'],
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    });
    return ((await import(pathToFileURL(outfile).href)) as typeof Chain).sendDown;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
