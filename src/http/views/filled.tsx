/** @jsxImportSource hono/jsx */
// Fixed words with values filled in. A name or an address may run in the other direction than the words around it, so
// each is isolated: `a…@example.org` keeps its order in an Arabic sentence.

import { format } from './words.ts';

export type FilledProps = {
  readonly words: string;
  readonly address?: string;
  readonly day?: string;
  readonly time?: string;
};

/** `{name}` is the publication's. */
export function Filled({ words, address = '', day = '', time = '' }: FilledProps) {
  const parts = words.split(/(\{\w+\})/);
  return (
    <>
      {parts.map((part) => (part.startsWith('{') ? <bdi>{format(part, { address, day, time })}</bdi> : part))}
    </>
  );
}
