// How much the words of a line speak for the story: a table of log-odds, learnt from pages. It holds hashes and no words.

/** An entry is three bytes of hash and a signed byte of log-odds in these units. */
export const WORD_UNIT = 1 / 16;
const ENTRY_BYTES = 4;
const MAX_SUM = 12;
const NEAR = [-2, -1, 1, 2] as const;

export type WordTable = ReadonlyMap<number, number>;

export const NO_WORDS: WordTable = new Map();

/** @param entries in base64. */
export function readWordTable(entries: string): WordTable {
  const bytes = Uint8Array.from(atob(entries), (char) => char.charCodeAt(0));
  const table = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
    const [low = 0, middle = 0, high = 0, value = 0] = bytes.subarray(at, at + ENTRY_BYTES);
    table.set(low | (middle << 8) | (high << 16), ((value << 24) >> 24) * WORD_UNIT);
  }
  return table;
}

const OWN = ['mean', 'sum', 'most', 'least', 'known'] as const;

/** The columns of a row, in their order. */
export const WORD_FEATURES: readonly string[] = [
  ...OWN.map((figure) => `word:${figure}`),
  ...NEAR.map((away) => `word:sum@${away}`),
];

const COUNT = WORD_FEATURES.length;

/** One row of figures for each line, given as the hashes of its terms. */
export function wordRows(lines: readonly (readonly number[])[], table: WordTable): Float32Array {
  const rows = new Float32Array(lines.length * COUNT);
  lines.forEach((terms, i) => {
    let [sum, known, most, least] = [0, 0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const term of terms) {
      const odds = table.get(term);
      if (odds === undefined) continue;
      sum += odds;
      known += 1;
      most = Math.max(most, odds);
      least = Math.min(least, odds);
    }
    if (known === 0) return;
    const total = Math.max(-MAX_SUM, Math.min(MAX_SUM, sum / Math.sqrt(known)));
    rows.set([sum / known, total, most, least, known / terms.length], i * COUNT);
  });
  const sumAt = (line: number): number => rows[line * COUNT + 1] ?? 0;
  lines.forEach((_, i) => {
    NEAR.forEach((away, k) => {
      const line = i + away;
      if (line >= 0 && line < lines.length) rows[i * COUNT + OWN.length + k] = sumAt(line);
    });
  });
  return rows;
}

const MAX_WORDS = 40;

/** A line's words, pairs of them, and its first word, as hashes, each once. */
export function termsOf(text: string): number[] {
  const words = (text.slice(0, 400).toLowerCase().match(WORD) ?? []).slice(0, MAX_WORDS);
  const terms = new Set<number>([hash(`^${words[0] ?? ''}`)]);
  words.forEach((word, i) => {
    terms.add(hash(word));
    if (i > 0) terms.add(hash(`${words[i - 1]} ${word}`));
  });
  return [...terms];
}

const WORD = /[\p{L}\p{N}\p{M}_]+/gu;

/** FNV-1a, folded to 24 bits. */
function hash(term: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < term.length; i += 1) value = Math.imul(value ^ term.charCodeAt(i), 0x01000193);
  return ((value >>> 24) ^ value) & 0xffffff;
}
