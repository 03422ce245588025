// The project in a folder of its own, for tests that break its files: only the packages are shared.

import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeStateFolder, ROOT } from './local-copy.ts';

export type OwnProject = {
  readonly path: string;
  /** Saves a file with every occurrence of a text replaced. */
  readonly edit: (file: string, from: string, to: string) => void;
  /** Saves it as it was at first. */
  readonly restore: (file: string) => void;
  readonly remove: () => void;
};

const PARTS = [
  'src',
  'emails',
  'content',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wrangler.toml',
];

export function copyProject(): OwnProject {
  const { path, remove } = makeStateFolder();
  for (const part of PARTS) cpSync(join(ROOT, part), join(path, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'), 'junction');
  const restore = (file: string): void => writeFileSync(join(path, file), readFileSync(join(ROOT, file)));
  return {
    path,
    edit(file, from, to) {
      const text = readFileSync(join(path, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(join(path, file), text.replaceAll(from, to));
    },
    restore,
    remove,
  };
}
