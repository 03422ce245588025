// Makes the Worker as it runs, here and deployed: esbuild splits it into modules, so that a start loads the entry and
// what that imports, and all that stands behind an `await import(…)` comes when it is asked for. Wrangler's own
// bundling would put everything into one file.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { ROOT } from '../options.ts';

/** Where wrangler.toml looks for the modules. */
export const BUILT = join(ROOT, '.worker');

/** React's development build is ten times slower. */
const DEFINE = { 'process.env.NODE_ENV': '"production"' };

/** What dependencies bring and nothing here uses. */
const ALIAS = {
  // What the Resend SDK brings for rendering and for inbound mail, neither of which is done here: 104 KB (gzip).
  '@react-email/render': join(ROOT, 'src/cli/build/empty-module.ts'),
  'postal-mime': join(ROOT, 'src/cli/build/empty-module.ts'),
  // The half of React's server that streams, which no mail needs, left out: 35 KB (gzip).
  'react-dom/server': join(ROOT, 'node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js'),
  // The OpenAPI library loads all of Zod for one function: 58 KB (gzip) of messages in 50 languages.
  'zod/v4/core': join(ROOT, 'src/http/json-schema.ts'),
};

/** The OpenAPI library would import these for schemas of other makers. They are not installed, and never asked for. */
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
    // As wrangler reads packages.
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*', ...ABSENT],
    define: { ...DEFINE, WORKER_VERSION: JSON.stringify(hashCode()) },
    alias: ALIAS,
    minify: true,
    // A letter of another script than Latin would be written in six characters.
    charset: 'utf8',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
    write: false,
  });
  const written = new Set(outputFiles.map(({ path }) => relative(folder, path)));
  // The entry comes last: whoever reads it finds what it imports.
  for (const { path, contents } of outputFiles.toSorted((a, b) => b.path.length - a.path.length))
    writeWhole(path, contents);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (/\.(mjs|map)$/.test(file.name) && !written.has(relative(folder, path))) rmSync(path, { force: true });
  }
  return metafile;
}

/** Of all that can change what is made of a report. A new report is no new version. */
function hashCode(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const folder of ['src', 'emails', 'content'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.tsx?$/.test(file) && file !== 'reports.gen.ts')
        hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  return hash.digest('hex');
}

/** Another copy may be reading or writing the same file: so it is replaced whole, and only when it differs. */
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
