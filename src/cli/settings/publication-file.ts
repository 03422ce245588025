// Checks the settings in content/ before they are built, started or deployed, and shows each mistake with its line.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import type { Mistake } from '../../../content/field.ts';
import { checkLimits } from '../../../content/limits-fields.ts';
import { checkPublication } from '../../../content/publication-fields.ts';
import { ROOT } from '../options.ts';
import { findSettingLines } from './setting-lines.ts';

export const PUBLICATION = join(ROOT, 'content/publication.ts');
const LIMITS = join(ROOT, 'content/limits.ts');

type Settings = {
  /** Of the constant that holds them. */
  readonly constant: 'publication' | 'limits';
  readonly type: string;
  readonly check: (given: unknown) => readonly Mistake[];
};

/** @returns one line of text per mistake in content/publication.ts and content/limits.ts; none if both are right. */
export const checkSettings = async (publication = PUBLICATION): Promise<string[]> => [
  ...(await checkFile(publication, {
    constant: 'publication',
    type: ': Publication',
    check: checkPublication,
  })),
  ...(await checkFile(LIMITS, { constant: 'limits', type: '', check: checkLimits })),
];

async function checkFile(path: string, { constant, type, check }: Settings): Promise<string[]> {
  const name = path.startsWith(ROOT) ? relative(ROOT, path).replaceAll('\\', '/') : path;
  const say = ({ line, message }: { line: number | null; message: string }): string =>
    line === null ? `${name}  ${message}` : `${name}:${line}  ${message}`;
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    return [say({ line: null, message: 'There is no such file, or it cannot be read.' })];
  }
  const unreadable = await findSyntaxError(source);
  if (unreadable !== null) return [say(unreadable)];
  const loaded = await load(path);
  if ('message' in loaded) return [say(loaded)];
  const given = loaded.module[constant];
  if (given === undefined)
    return [say({ line: null, message: `It must hold "export const ${constant}${type} = { … };".` })];

  const { lines, repeated } = findSettingLines(source, constant);
  const twice: Mistake[] = repeated.map((path) => ({ path, message: `${path} stands there twice.` }));
  return [...twice, ...check(given)]
    .map(({ path, message }) => ({ line: lineOf(lines, path), message }))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(say);
}

/** A missing setting has no line of its own, so it gets the line of its group. */
function lineOf(lines: ReadonlyMap<string, number>, path: string): number | null {
  const found = lines.get(path);
  if (found !== undefined || path === '') return found ?? null;
  return lineOf(lines, path.replace(/(^|\.)[^.[]+$|\[\d+\]$/, ''));
}

async function findSyntaxError(source: string): Promise<{ line: number | null; message: string } | null> {
  try {
    await transform(source, { loader: 'ts', logLevel: 'silent' });
    return null;
  } catch (error) {
    const [first] =
      (error as { errors?: { text: string; location: { line: number } | null }[] }).errors ?? [];
    if (first === undefined) throw error;
    const hint = 'Look for a quote, a comma or a bracket that is missing, there or on the line before.';
    return { line: first.location?.line ?? null, message: `This cannot be read: ${first.text}. ${hint}` };
  }
}

async function load(
  path: string,
): Promise<{ module: Readonly<Record<string, unknown>> } | { line: number | null; message: string }> {
  const address = pathToFileURL(path).href;
  try {
    return { module: await import(address) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const line = stack.split(address)[1]?.match(/^:(\d+)/)?.[1];
    const hint = error instanceof ReferenceError ? ' Text stands in quotes.' : '';
    return {
      line: line === undefined ? null : Number(line),
      message: `This cannot be run: ${message}.${hint}`,
    };
  }
}
