// Scores the cleaner.
//
//   npm run score [-- FOLDER] [--show NAME]   every raw.txt of a corpus folder, against the gold beside it
//   npm run score -- --pages [--html] [--fold N]   the real pages beside the repository, by site held out, from text (with the
//                                             small cases) or HTML; `--fold` scores one of the five folds only
//
// The scorer of the corpus (score.mjs, one folder above it) is run when it is there; without it, or for our own
// fixtures (expected.json), the kept tokens are compared here. `--show` prints one document passage by passage.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { clean } from '../../src/clean/index.ts';
import { type Gold, isSame, toGold } from './gold.ts';

const args = process.argv.slice(2);
if (args.includes('--pages')) {
  const { printHeldOut } = await import('./held-out.ts');
  const foldAt = args.indexOf('--fold');
  const fold = foldAt === -1 ? null : Number(args[foldAt + 1]) - 1;
  process.exit(printHeldOut(args.includes('--html') ? 'html' : 'text', fold) ? 0 : 2);
}
const showAt = args.indexOf('--show');
const shown = showAt === -1 ? undefined : args[showAt + 1];
const byDefault = existsSync('../shared/corpus') ? '../shared/corpus' : 'test/fixtures/clean';
const folder = resolve(
  args.find((arg, i) => !arg.startsWith('--') && (showAt === -1 || i !== showAt + 1)) ?? byDefault,
);
if (!existsSync(folder)) {
  console.error(`no such folder: ${folder}`);
  process.exit(2);
}

const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'raw.txt')));
const outputs = new Map<string, Gold>();
for (const name of names) {
  const cleaned = clean(readFileSync(join(folder, name, 'raw.txt'), 'utf8'));
  if (!cleaned.ok) {
    console.error(`${name}: ${cleaned.error.message}`);
    continue;
  }
  outputs.set(name, toGold(cleaned.value));
  if (name === shown) {
    for (const { role, reason, rule, text } of cleaned.value.ledger)
      console.log(`${(reason ?? role).padEnd(12)} ${rule.padEnd(16)} ${text}`);
  }
}
if (shown !== undefined) process.exit(0);

const scorer = join(folder, '..', 'score.mjs');
if (existsSync(scorer)) {
  const out = mkdtempSync(join(tmpdir(), 'copydesk-score-'));
  for (const [name, gold] of outputs) writeFileSync(join(out, `${name}.json`), JSON.stringify(gold));
  const run = spawnSync(process.execPath, [scorer, folder, out], { stdio: 'inherit' });
  rmSync(out, { recursive: true });
  process.exit(run.status ?? 1);
}
let right = 0;
for (const name of names) {
  const expected = ['expected.json', 'gold.json'].map((file) => join(folder, name, file)).find(existsSync);
  const output = outputs.get(name);
  const same =
    expected !== undefined &&
    output !== undefined &&
    isSame(JSON.parse(readFileSync(expected, 'utf8')), output);
  if (same) right += 1;
  else console.log(`differs: ${name}`);
}
console.log(`${right} of ${names.length} documents come out as expected`);
process.exitCode = right === names.length ? 0 : 1;
