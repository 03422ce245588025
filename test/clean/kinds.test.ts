// Small texts of the kinds that went wrong on real pages. In a fixture, what must go is between ⟦ and ⟧, what may go or
// stay between ‹ and ›; every other line must be printed. A line of `====` parts two texts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cleaned, printed } from './cleaned.ts';

const folder = fileURLToPath(new URL('../fixtures/kinds', import.meta.url));

const words = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;

for (const name of readdirSync(folder).sort())
  describe(name.replace(/\.txt$/, '').replaceAll('-', ' '), () => {
    for (const text of readFileSync(join(folder, name), 'utf8').split(/^====\n/m))
      it(text.split('\n')[0] ?? '', () => {
        const report = words(
          printed(cleaned(text.replace(/[⟦⟧‹›]/g, '')))
            .join('\n')
            .replace(/^[\w-]+: /gm, ''),
        );
        const gone = (text.match(/⟦[^⟧]*⟧/g) ?? []).filter((passage) => report.includes(words(passage)));
        const lost = text
          .replace(/⟦[^⟧]*⟧/g, '\n')
          .replace(/‹[^›]*›/g, '\n')
          .split('\n')
          .filter((line) => words(line).trim() !== '' && !/^[|:\s-]*$/.test(line));
        expect(lost.filter((line) => !countOf(report, line, lost))).toEqual([]);
        expect(gone).toEqual([]);
      });
  });

/** A line that is there twice must be printed twice. */
function countOf(report: string, line: string, lines: readonly string[]): boolean {
  const want = lines.filter((other) => words(other) === words(line)).length;
  return report.split(words(line).trimEnd()).length > want;
}
