// Builds the Worker, for local use and for deployment. esbuild splits it into modules: a start loads the entry and its
// imports, and everything behind an `await import(…)` is loaded on demand. Wrangler's own bundling would make one file.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { ROOT } from '../options.ts';

/** Where wrangler.toml looks for the modules. */
export const BUILT = join(ROOT, '.worker');

/** React's development build is ten times slower. */
const DEFINE = { 'process.env.NODE_ENV': '"production"' };

/** Parts of dependencies that nothing here uses. */
const ALIAS = {
  // Rendering and inbound mail of the Resend SDK, neither of which is used here: 104 KB (gzip).
  '@react-email/render': join(ROOT, 'src/cli/build/empty-module.ts'),
  'postal-mime': join(ROOT, 'src/cli/build/empty-module.ts'),
  // React's server without its streaming half, which no mail needs: saves 35 KB (gzip).
  'react-dom/server': join(ROOT, 'node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js'),
  // The OpenAPI library loads all of Zod for one function: 58 KB (gzip) of messages in 50 languages.
  'zod/v4/core': join(ROOT, 'src/http/api/json-schema.ts'),
};

/** The OpenAPI library imports these for other schema libraries. They are not installed, and never loaded. */
const ABSENT = ['effect', 'sury', '@valibot/to-json-schema', 'zod-to-json-schema', 'zod-openapi'];

/** @param folder holds the modules and their source maps afterwards, and no older ones. The first is `index.mjs`. */
export async function bundle(entry: string, folder: string): Promise<Metafile> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { index: entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'modules/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2024',
    // The conditions that wrangler uses.
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', ...ABSENT],
    define: { ...DEFINE, WORKER_VERSION: JSON.stringify(hashCode()) },
    alias: ALIAS,
    minify: true,
    // Otherwise every letter beyond ASCII takes six characters.
    charset: 'utf8',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
    write: false,
  });
  const written = new Set(outputFiles.map(({ path }) => relative(folder, path)));
  // The entry is written last, so that its imports exist when it is read.
  for (const { path, contents } of outputFiles.toSorted((a, b) => b.path.length - a.path.length))
    writeWhole(path, contents);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (/\.(mjs|map)$/.test(file.name) && !written.has(relative(folder, path))) rmSync(path, { force: true });
  }
  return metafile;
}

/** Of everything that can change how a report is cleaned or rendered. A new report is not a new version. */
function hashCode(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const folder of ['src', 'emails', 'content'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.tsx?$/.test(file) && file !== 'reports.gen.ts')
        hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  return hash.digest('hex');
}

/** Another copy may read or write the same file, so it is replaced as a whole, and only if it differs. */
function writeWhole(path: string, contents: Uint8Array): void {
  try {
    if (readFileSync(path).equals(contents)) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}
