// Who got what, by the stand-in's journal: written before each answer, whatever became of the sender.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export type Audit = {
  /** Mails that were taken. */
  readonly mails: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly strangers: readonly string[];
};

export async function auditJournal(journal: string, addresses: readonly string[]): Promise<Audit> {
  const times = new Map<string, number>(addresses.map((address) => [address, 0]));
  const strangers: string[] = [];
  let mails = 0;
  for await (const line of createInterface({ input: createReadStream(journal) })) {
    const { mails: taken } = JSON.parse(line) as { mails: { to: string[] }[] };
    for (const address of taken.flatMap(({ to }) => to)) {
      mails += 1;
      const before = times.get(address);
      if (before === undefined) strangers.push(address);
      else times.set(address, before + 1);
    }
  }
  const having = (holds: (count: number) => boolean): string[] =>
    [...times].filter(([, count]) => holds(count)).map(([address]) => address);
  return { mails, lost: having((count) => count === 0), twice: having((count) => count > 1), strangers };
}
