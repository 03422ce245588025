// Enforces who may import whom. Biome's rule cannot tell `import type` apart, and the table needs that.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ROOT } from './options.ts';

type Stage =
  | 'result'
  | 'hash'
  | 'tokens'
  | 'env'
  | 'clean'
  | 'digest'
  | 'emails'
  | 'content'
  | 'render'
  | 'store'
  | 'deliver'
  | 'freeze'
  | 'letters'
  | 'http'
  | 'clock'
  | 'index'
  | 'cli';

type Rights = { readonly values: readonly Stage[]; readonly types?: readonly Stage[] };

/** Stage -> the stages that it may import, and those of which it may import types only. */
const MAY_IMPORT: Record<Stage, Rights> = {
  result: { values: [] },
  hash: { values: [] },
  tokens: { values: ['result', 'hash'] },
  env: { values: ['result', 'content'] },
  content: { values: [] },
  clean: { values: ['result'] },
  digest: { values: ['result', 'hash', 'clean'] },
  emails: { values: ['content'], types: ['digest'] },
  render: { values: ['result', 'hash', 'tokens', 'digest', 'emails', 'content'] },
  store: { values: ['result', 'hash'], types: ['clean', 'digest'] },
  deliver: { values: ['result', 'hash', 'tokens', 'env', 'clean', 'content', 'digest', 'render', 'store'] },
  letters: { values: ['hash', 'tokens', 'content', 'render', 'store'], types: ['env', 'deliver'] },
  freeze: { values: ['result', 'clean', 'digest', 'content', 'render'], types: ['store'] },
  http: {
    values: [
      'result',
      'hash',
      'tokens',
      'env',
      'clean',
      'digest',
      'content',
      'render',
      'freeze',
      'letters',
      'store',
      'deliver',
    ],
  },
  clock: {
    values: [
      'result',
      'hash',
      'tokens',
      'env',
      'clean',
      'digest',
      'content',
      'render',
      'freeze',
      'letters',
      'store',
      'deliver',
    ],
  },
  index: { values: ['result', 'tokens', 'env', 'http', 'clock', 'deliver'] },
  cli: { values: ['result', 'clock', 'content'] },
};

/** Stages with a door: others import that, mostly the index, and nothing behind it. */
const DOORS: Partial<Record<Stage, readonly string[]>> = {
  clean: ['index'],
  digest: ['index'],
  // What is done with a rendered mail, and the colours of its pages, take no React.
  render: ['index', 'template', 'palette'],
  store: ['index'],
  deliver: ['index'],
};

/** What stands in the modules of a start. */
const AT_START: readonly Stage[] = ['index', 'http', 'clock', 'letters', 'deliver'];

/** Large, and not needed by most of what the Worker does: those take them by `await import(...)`. */
const ON_DEMAND = /^(src\/(clean|render)\/index\.ts|src\/freeze\.ts|content\/reports\.gen\.ts|papaparse)$/;

/** Package -> where alone it may stand. */
const PACKAGES: readonly { readonly name: RegExp; readonly only: RegExp }[] = [
  { name: /^resend$/, only: /^src\/(deliver\/resend\.ts|http\/webhooks)/ },
  { name: /^(react|react-dom|@react-email)(\/|$)/, only: /^(emails|src\/render)\// },
  { name: /^(hono-openapi|zod|@hono)(\/|$)/, only: /^src\/http\// },
  { name: /^node:/, only: /^src\/cli\// },
  { name: /^cloudflare:/, only: /^src\/(index|deliver\/postmaster)\.ts$/ },
];

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

const problems: string[] = [];
for (const folder of ['src', 'emails', 'content']) {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /(?<!\.d)\.tsx?$/.test(name)))
    checkFile(join(ROOT, folder, file));
}
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0 ? 'Imports follow the table.' : `${problems.length} imports break the table.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkFile(path: string): void {
  const name = nameOf(path);
  const from = stageOf(name);
  if (from === null) {
    problems.push(`${name}: stands in no stage`);
    return;
  }
  for (const [, typeOnly, statement, dynamic] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
    const wanted = statement ?? dynamic ?? '';
    const target = wanted.startsWith('.') ? nameOf(resolve(ROOT, dirname(name), wanted)) : wanted;
    const isAtStart = typeOnly === undefined && dynamic === undefined && AT_START.includes(from);
    if (isAtStart && ON_DEMAND.test(target))
      problems.push(`${name}: every start would load ${target}; take it by await import(...)`);
    if (wanted.startsWith('.')) checkStage(name, from, target, typeOnly !== undefined);
    else if (PACKAGES.some((rule) => rule.name.test(wanted) && !rule.only.test(name)))
      problems.push(`${name}: the package ${wanted} has no place here`);
  }
}

function checkStage(name: string, from: Stage, target: string, typeOnly: boolean): void {
  const to = stageOf(target);
  if (to === from) return;
  const { values, types = [] } = MAY_IMPORT[from];
  const allowed = to !== null && (values.includes(to) || (typeOnly && types.includes(to)));
  if (!allowed) problems.push(`${name}: ${from} may not import ${target}`);
  else if (DOORS[to]?.every((door) => target !== `src/${to}/${door}.ts`))
    problems.push(`${name}: import ${to} through src/${to}/index.ts, not ${target}`);
}

function nameOf(path: string): string {
  return relative(ROOT, path).split(sep).join('/');
}

function stageOf(name: string): Stage | null {
  const [top = '', second = ''] = name.split('/');
  const stage = top === 'src' ? second.replace(/\.tsx?$/, '') : top;
  return stage in MAY_IMPORT ? (stage as Stage) : null;
}
