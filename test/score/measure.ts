// How far two texts agree, word by word, as the WCXB benchmark counts it: as bags of lower-case words.

export type Agreement = { readonly precision: number; readonly recall: number; readonly f1: number };

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];

/** A text as words between single spaces, to look for other texts in. */
export const spaced = (text: string): string => ` ${wordsOf(text).join(' ')} `;

export function agree(printed: string, gold: string): Agreement {
  const [a, b] = [bagOf(printed), bagOf(gold)];
  let same = 0;
  for (const [word, count] of b) same += Math.min(count, a.get(word) ?? 0);
  const [sizeOfA, sizeOfB] = [sizeOf(a), sizeOf(b)];
  const precision = sizeOfA === 0 ? 0 : same / sizeOfA;
  const recall = sizeOfB === 0 ? 1 : same / sizeOfB;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

export function meanOf(list: readonly Agreement[]): Agreement {
  const mean = (pick: (one: Agreement) => number): number =>
    list.reduce((sum, one) => sum + pick(one), 0) / (list.length || 1);
  return {
    precision: mean((one) => one.precision),
    recall: mean((one) => one.recall),
    f1: mean((one) => one.f1),
  };
}

/** How many words of the first text the second one lacks. */
export function lostWords(input: string, printed: string): number {
  const [a, b] = [bagOf(input), bagOf(printed)];
  let lost = 0;
  for (const [word, count] of a) lost += Math.max(0, count - (b.get(word) ?? 0));
  return lost;
}

/** Tells for each line whether it belongs to a gold text: by its groups of four words, a short line as a whole. */
export function createLineJudge(gold: string, title: string | null): (line: string) => boolean | null {
  const words = wordsOf(gold);
  const groups = new Set<string>();
  for (let at = 0; at + 4 <= words.length; at += 1) groups.add(words.slice(at, at + 4).join(' '));
  const lines = new Set([...gold.split('\n'), title ?? ''].map((line) => wordsOf(line).join(' ')));
  return (line) => {
    const of = wordsOf(line);
    if (of.length === 0) return null;
    if (of.length < 4 || lines.has(of.join(' '))) return lines.has(of.join(' '));
    let found = 0;
    for (let at = 0; at + 4 <= of.length; at += 1) if (groups.has(of.slice(at, at + 4).join(' '))) found += 1;
    return found / (of.length - 3) >= 0.5;
  };
}

const sizeOf = (bag: ReadonlyMap<string, number>): number =>
  [...bag.values()].reduce((sum, count) => sum + count, 0);

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of wordsOf(text)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}
