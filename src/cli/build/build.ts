// The [build] command of wrangler.toml, which wrangler runs before it serves or deploys, and after every change of a
// source.

import '../index-reports.ts';
import { checkSettings } from '../settings/publication-file.ts';
import { BUILT, bundle } from './bundle.ts';
import { keepLastBuild, noteBuild } from './last-build.ts';

const mistakes = await build();
if (mistakes.length === 0) noteBuild();
else process.exitCode = keepLastBuild(mistakes) ? 0 : 1;

/** @returns the mistakes in the sources, each with its place. */
async function build(): Promise<readonly string[]> {
  const mistakes = await checkSettings();
  if (mistakes.length > 0) {
    for (const mistake of mistakes) console.error(mistake);
    return mistakes;
  }
  try {
    await bundle('src/index.ts', BUILT);
    return [];
  } catch (error) {
    const { errors } = error as { errors?: readonly BuildError[] };
    if (errors === undefined) throw error;
    // The mistakes have been printed already.
    return errors.map(({ location, text }) =>
      location === null ? text : `${location.file}:${location.line}  ${text}`,
    );
  }
}

type BuildError = {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number } | null;
};
