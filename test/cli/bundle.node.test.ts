import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../src/cli/build/bundle.ts';
import { makeStateFolder, ROOT } from '../support/local-copy.ts';

type Outputs = Awaited<ReturnType<typeof bundle>>['outputs'];

const folder = makeStateFolder();
let outputs: Outputs;

beforeAll(async () => {
  ({ outputs } = await bundle('src/index.ts', folder.path));
});
afterAll(folder.remove);

/** The sources in the entry and in what it imports without waiting. */
function sourcesOfStart(): string[] {
  const reached = new Set(
    Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === 'src/index.ts'),
  );
  for (const path of reached)
    for (const { path: found, kind, external } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && external !== true) reached.add(found);
  return [...reached].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

it('a start loads the site, the clock and the Postmaster', () => {
  const sources = sourcesOfStart();
  for (const source of ['src/http/app.ts', 'src/clock/index.ts', 'src/deliver/postmaster.ts'])
    expect(sources).toContain(source);
});

it.each([
  ['cleaning', /^src\/clean\//],
  ['rendering', /^(src\/render\/(index|html|text)\.ts|emails\/digest\.tsx)$/],
  ['React', /node_modules\/react(-dom)?\//],
  ['the API', /^src\/http\/api\//],
  ['Zod', /node_modules\/(zod|hono-openapi)\//],
  ['the CSV parser', /node_modules\/papaparse\//],
  ["the reports' texts", /^content\/reports\.gen\.ts$/],
])('%s is there, and no start loads it', (_, name) => {
  const all = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  expect(all.some((source) => name.test(source))).toBe(true);
  expect(sourcesOfStart().filter((source) => name.test(source))).toEqual([]);
});

it('is the production build of React, and nothing asks for the name of the build', () => {
  const code = Object.keys(outputs)
    .filter((path) => path.endsWith('.mjs'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  expect(code).toContain('https://react.dev/errors/');
  expect(code).not.toContain('NODE_ENV');
});

it('modules of an older build go, those that stay are not touched', async () => {
  const old = join(folder.path, 'modules', 'chunk-OLD.mjs');
  writeFileSync(old, 'export {};');
  const entry = join(folder.path, 'index.mjs');
  const { mtimeMs } = statSync(entry);
  await bundle('src/index.ts', folder.path);
  expect(existsSync(old)).toBe(false);
  expect(statSync(entry).mtimeMs).toBe(mtimeMs);
});
