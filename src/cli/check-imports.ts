// Enforces which stage may import which, and refuses circles. Biome's rule cannot tell `import type` apart, which the table
// needs.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ROOT } from './options.ts';

type Stage =
  | 'result'
  | 'log'
  | 'crypto'
  | 'env'
  | 'clean'
  | 'digest'
  | 'emails'
  | 'content'
  | 'render'
  | 'issue'
  | 'store'
  | 'deliver'
  | 'http'
  | 'clock'
  | 'index'
  | 'cli';

type Rights = { readonly values: readonly Stage[]; readonly types?: readonly Stage[] };

/** What every stage that has effects stands on. */
const GROUND: readonly Stage[] = ['result', 'log', 'crypto', 'env', 'content'];
/** What makes an issue. */
const MAKING: readonly Stage[] = ['clean', 'digest', 'render', 'issue'];

/** Stage -> the stages that it may import, and those of which it may import types only. */
const MAY_IMPORT: Record<Stage, Rights> = {
  result: { values: [] },
  log: { values: [] },
  crypto: { values: ['result'] },
  env: { values: ['result', 'content'] },
  content: { values: [] },
  clean: { values: ['result', 'crypto'] },
  digest: { values: ['result', 'crypto', 'clean'] },
  emails: { values: ['content'], types: ['digest'] },
  render: { values: ['result', 'crypto', 'digest', 'emails', 'content'] },
  issue: { values: ['result', 'crypto', 'clean', 'digest', 'content', 'render'], types: ['store'] },
  store: { values: ['result', 'crypto'], types: ['clean', 'digest'] },
  deliver: { values: [...GROUND, ...MAKING, 'store'] },
  http: { values: [...GROUND, ...MAKING, 'store', 'deliver'] },
  clock: { values: [...GROUND, ...MAKING, 'store', 'deliver'] },
  index: { values: ['result', 'log', 'crypto', 'env', 'http', 'clock', 'deliver'] },
  cli: { values: ['result', 'clock', 'content'] },
};

/** Stages with doors: other stages import these files only. */
const DOORS: Partial<Record<Stage, readonly string[]>> = {
  // The reading of HTML is loaded where a page comes in.
  clean: ['index', 'source'],
  // The account for readers loads the cleaner.
  digest: ['index', 'reader-ledger'],
  // Work on a rendered mail, the content of its pages and their colours need no React.
  render: ['index', 'template', 'page', 'palette'],
  issue: ['index', 'options', 'week'],
  store: ['index'],
  deliver: ['index', 'transactional'],
  clock: ['index', 'calendar'],
};

/** Stages that every start loads. */
const AT_START: readonly Stage[] = ['index', 'http', 'clock', 'deliver'];

/** Large, and seldom needed: they are loaded with `await import(...)`. */
const ON_DEMAND =
  /^(src\/(clean|render|issue|http\/api)\/index\.ts|src\/clean\/source\.ts|content\/reports\.gen\.ts|papaparse)$/;

/** Package -> the only places that may import it. */
const PACKAGES: readonly { readonly name: RegExp; readonly only: RegExp }[] = [
  { name: /^resend$/, only: /^src\/(deliver\/mailer\/resend\.ts|http\/webhooks)/ },
  { name: /^(react|react-dom|@react-email)(\/|$)/, only: /^(emails|src\/render)\// },
  { name: /^(hono-openapi|zod|@hono)(\/|$)/, only: /^src\/http\/api\// },
  { name: /^htmlparser2$/, only: /^src\/clean\/read\/html\// },
  { name: /^node:/, only: /^src\/cli\// },
  { name: /^cloudflare:/, only: /^src\/(index|deliver\/postmaster)\.ts$/ },
];

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

const problems: string[] = [];
/** File -> the files of the project that it imports, for types or values, at once. */
const arrows = new Map<string, string[]>();
for (const folder of ['src', 'emails', 'content']) {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files.filter((name) => /(?<!\.d)\.tsx?$/.test(name)))
    checkFile(join(ROOT, folder, file));
}
for (const circle of findCircles()) problems.push(`a circle of imports: ${circle.join(' -> ')}`);
if (process.argv.includes('--print')) printArrows();
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? 'Imports follow the table, and no files import each other in a circle.'
    : `${problems.length} problems with imports.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkFile(path: string): void {
  const name = nameOf(path);
  const from = stageOf(name);
  if (from === null) {
    problems.push(`${name}: stands in no stage`);
    return;
  }
  const targets: string[] = [];
  arrows.set(name, targets);
  for (const [, typeOnly, statement, dynamic] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
    const wanted = statement ?? dynamic ?? '';
    const target = wanted.startsWith('.') ? nameOf(resolve(ROOT, dirname(name), wanted)) : wanted;
    const isAtStart = typeOnly === undefined && dynamic === undefined && AT_START.includes(from);
    if (isAtStart && ON_DEMAND.test(target))
      problems.push(`${name}: every start would load ${target}; take it by await import(...)`);
    if (wanted.startsWith('.') && dynamic === undefined) targets.push(target);
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

/** One circle of each set of files that reach each other. */
function findCircles(): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of arrows.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of arrows.keys()) walk(file, []);
  return circles;
}

/** A stage's rooms and the files at its door, each with what it imports: rooms of the stage first, then other stages. */
function printArrows(): void {
  const rooms = new Map<string, Set<string>>();
  for (const [file, targets] of arrows) {
    const room = roomOf(file);
    const all = rooms.get(room) ?? new Set();
    rooms.set(room, all);
    for (const target of targets) {
      const to = stageOf(target) === stageOf(file) ? roomOf(target) : (stageOf(target) ?? target);
      if (to !== room) all.add(to);
    }
  }
  for (const [room, all] of rooms) console.log(`${room} -> ${[...all].sort().join(', ') || '(nothing)'}`);
  console.log();
}

/** `deliver/tables` of `src/deliver/tables/run.ts`, `deliver/launch` of `src/deliver/launch.ts`. */
function roomOf(name: string): string {
  const parts = name.replace(/^src\//, '').split('/');
  return parts
    .slice(0, 2)
    .join('/')
    .replace(/\.tsx?$/, '');
}
