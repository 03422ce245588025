// A sum of small decision trees over a row of figures: the log-odds that the line belongs to the story.

/** A node is a split, `[feature, cut, size of the left branch]`, or a leaf, `[255, low byte, high byte]`. */
export const NODE_BYTES = 3;
export const LEAF = 255;
/** A leaf's value is a signed 16-bit number of these. */
export const LEAF_UNIT = 1 / 4096;

export type Model = {
  /** Of the list of features, which the weights belong to. */
  readonly features: string;
  readonly base: number;
  /** Of each feature, the values that divide it. */
  readonly cuts: readonly (readonly number[])[];
  /** Where each tree begins among the nodes. */
  readonly trees: readonly number[];
  /** All trees in preorder, in base64. */
  readonly nodes: string;
  /** Log-odds of words (words.ts), in base64. */
  readonly words?: string;
};

export type Odds = (rows: Float32Array, count: number, line: number) => number;

/** @returns a function that gives the log-odds of a line. */
export function readModel({ base, cuts, trees, nodes }: Model): Odds {
  const bytes = Uint8Array.from(atob(nodes), (char) => char.charCodeAt(0));
  const size = bytes.length / NODE_BYTES;
  const feature = new Uint8Array(size);
  const right = new Uint32Array(size);
  const value = new Float32Array(size);
  for (let node = 0; node < size; node += 1) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(node * NODE_BYTES, (node + 1) * NODE_BYTES);
    feature[node] = first;
    if (first === LEAF) value[node] = (((second | (third << 8)) << 16) >> 16) * LEAF_UNIT;
    else {
      value[node] = cuts[first]?.[second] ?? 0;
      right[node] = node + 1 + third;
    }
  }
  return (rows, count, line) => {
    const from = line * count;
    let sum = base;
    for (const root of trees) {
      let node = root;
      let at = feature[node] as number;
      while (at !== LEAF) {
        node = (rows[from + at] as number) < (value[node] as number) ? node + 1 : (right[node] as number);
        at = feature[node] as number;
      }
      sum += value[node] as number;
    }
    return sum;
  };
}
