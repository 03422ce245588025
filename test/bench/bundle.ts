// The Worker as it is deployed: its size after gzip, and the time that it takes to start.

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeStateFolder, ROOT } from '../support/local-copy.ts';
import type { Row } from '../support/table.ts';
import { atMost, median, runAlone, told, withUnit } from './part.ts';

const STARTS = 7;

export async function measureBundle(): Promise<Row[]> {
  const folder = makeStateFolder();
  process.once('exit', folder.remove);
  runWrangler(
    ...['deploy', '--dry-run', '--minify', '--outdir', folder.path],
    ...['--metafile', join(folder.path, 'meta.json')],
  );
  const bundleKB = gzipSync(readFileSync(join(folder.path, 'index.js')), { level: 9 }).length / 1000;
  const lazyPart = measureLazyPart(join(folder.path, 'meta.json'));
  const starts = measureStarts(folder.path);
  folder.remove();
  return [
    atMost('the Worker, gzip, all of it', bundleKB, 450, 'KB'),
    lazyPart > 0.05
      ? told(
          'of it what is loaded at the start',
          `${(100 * (1 - lazyPart)).toFixed(0)} % of its code; alone it was not measured`,
          '<= 240 KB',
        )
      : atMost('of it what is loaded at the start: all', bundleKB, 240, 'KB'),
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

type Metafile = {
  readonly inputs: Record<string, { imports: { path: string; kind: string; external?: boolean }[] }>;
  readonly outputs: Record<
    string,
    { entryPoint?: string; inputs: Record<string, { bytesInOutput: number }> }
  >;
};

/** @returns the part of the code, 0 to 1, that no static import reaches: it runs when it is asked for. */
function measureLazyPart(metafile: string): number {
  const { inputs, outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as Metafile;
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined);
  if (output?.entryPoint === undefined) throw new Error('the bundle names no entry');
  const reached = new Set<string>();
  const next = [output.entryPoint];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const found of inputs[path]?.imports ?? [])
      if (found.kind !== 'dynamic-import' && found.external !== true) next.push(found.path);
  }
  let [all, lazy] = [0, 0];
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    all += bytesInOutput;
    if (!reached.has(path)) lazy += bytesInOutput;
  }
  return lazy / all;
}

/** By the profile that `wrangler check startup` takes in the local workerd: the time in which the CPU was busy. */
function measureStarts(folder: string): number[] {
  const starts: number[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const profile = join(folder, 'startup.cpuprofile');
    const output = runWrangler('check', 'startup', '--outfile', profile, '--args=--minify');
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
