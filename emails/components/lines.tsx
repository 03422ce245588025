// Lines that stay lines: rows of a table that lost its columns.

import type { Block } from '../../src/digest/index.ts';
import { each } from './each.ts';

export function Lines({ of: [first, ...more] }: { of: readonly [Block, ...Block[]] }) {
  return (
    <>
      {first.text}
      {each(more, ({ text }) => (
        <>
          <br />
          {text}
        </>
      ))}
    </>
  );
}
