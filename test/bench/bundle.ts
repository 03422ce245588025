// The Worker as it is deployed: the size of its modules after gzip, those of a start and those that come on demand,
// and the time that a start takes.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILT, bundle } from '../../src/cli/build/bundle.ts';
import { makeStateFolder, ROOT } from '../support/local-copy.ts';
import type { Row } from '../support/table.ts';
import { atMost, median, runAlone, told, withUnit } from './part.ts';

const STARTS = 7;

export async function measureBundle(): Promise<Row[]> {
  const folder = makeStateFolder();
  process.once('exit', folder.remove);
  const { outputs } = await bundle('src/index.ts', BUILT);
  const deployed = join(folder.path, 'deployed');
  runWrangler('deploy', '--dry-run', '--outdir', deployed);
  const starts = measureStarts(folder.path);

  const core = modulesOfStart(outputs);
  const sizes = new Map(
    readdirSync(deployed, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => [name, gzipSync(readFileSync(join(deployed, name)), { level: 9 }).length / 1000]),
  );
  const missing = [...core].filter((name) => !sizes.has(name));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} would not be deployed`);
  const sum = (names: Iterable<string>): number =>
    [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
  folder.remove();
  return [
    atMost(`the Worker, gzip, all ${sizes.size} modules`, sum(sizes.keys()), 450, 'KB'),
    atMost(`of it loaded at the start: ${core.size} modules`, sum(core), 240, 'KB'),
    starts.length === 0
      ? told('start-up', 'not measured: wrangler told no time', '<= 50 ms')
      : atMost(
          `start-up, best of ${starts.length} (${cpus()[0]?.model.trim()})`,
          Math.min(...starts),
          50,
          'ms',
        ),
    told('start-up, median', withUnit(median(starts), 'ms')),
  ];
}

type Outputs = Awaited<ReturnType<typeof bundle>>['outputs'];

/** The entry, and what it imports without waiting. */
function modulesOfStart(outputs: Outputs): Set<string> {
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === 'src/index.ts');
  if (entry === undefined) throw new Error('the bundle names no entry');
  const folder = resolve(ROOT, entry, '..');
  const reached = new Set<string>();
  const next = [entry];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    const name = relative(folder, resolve(ROOT, path));
    if (reached.has(name)) continue;
    reached.add(name);
    for (const found of outputs[path]?.imports ?? [])
      if (found.kind === 'import-statement' && found.external !== true) next.push(found.path);
  }
  return reached;
}

/** By the profile that `wrangler check startup` takes in the local workerd: the time in which the CPU was busy. */
function measureStarts(folder: string): number[] {
  const starts: number[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const profile = join(folder, 'startup.cpuprofile');
    const output = runWrangler('check', 'startup', '--outfile', profile);
    rmSync(profile, { force: true });
    const ms = Number(/Active:\s+([\d.]+) ms/.exec(output)?.[1] ?? Number.NaN);
    // Now and then the profile is empty.
    if (ms > 0) starts.push(ms);
  }
  return starts;
}

function runWrangler(...args: string[]): string {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/wrangler/bin/wrangler.js'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (run.status !== 0) throw new Error(`wrangler ${args.join(' ')}:\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

if (import.meta.main) await runAlone(measureBundle);
