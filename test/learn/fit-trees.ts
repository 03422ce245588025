// Learns gradient-boosted trees with a logistic loss, over histograms. The same examples give the same trees.

import { LEAF, LEAF_UNIT, type Model } from '../../src/clean/judge/trees.ts';

export type Examples = {
  /** Rows of `count` figures. */
  readonly rows: Float32Array;
  readonly count: number;
  /** 1: of the story. */
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
};

export type Settings = {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly seed: number;
};

const BINS = 32;
const SAMPLE = 4000;
/** Of the examples, and of the features, that a tree sees. */
const SHARE_OF_ROWS = 0.7;
const SHARE_OF_FEATURES = 0.4;
const MIN_WEIGHT = 4;
const SMOOTHING = 5;

type Node = { feature: number; cut: number; left: number; right: number; value: number };

export function fitTrees(
  { rows, count, labels, weights }: Examples,
  settings: Settings,
  features: string,
): Model {
  const n = labels.length;
  const random = createRandom(settings.seed);
  const { cuts, bins } = binFeatures(rows, count, n, random);
  let all = 0;
  let story = 0;
  for (let i = 0; i < n; i += 1) {
    all += weights[i] as number;
    story += (weights[i] as number) * (labels[i] as number);
  }
  const base = Math.log(story / (all - story));
  const odds = new Float64Array(n).fill(base);
  const slope = new Float64Array(n);
  const curve = new Float64Array(n);
  const nodeOf = new Int32Array(n);
  const trees: Node[][] = [];
  for (let round = 0; round < settings.trees; round += 1) {
    for (let i = 0; i < n; i += 1) {
      const p = 1 / (1 + Math.exp(-(odds[i] as number)));
      slope[i] = (weights[i] as number) * ((labels[i] as number) - p);
      curve[i] = (weights[i] as number) * p * (1 - p);
      nodeOf[i] = random() < SHARE_OF_ROWS ? 0 : -1;
    }
    const chosen = Array.from({ length: count }, (_, k) => k).filter(() => random() < SHARE_OF_FEATURES);
    const tree = growTree({ slope, curve, nodeOf, chosen, cuts, bins, settings });
    for (let i = 0; i < n; i += 1) {
      let node = tree[0] as Node;
      while (node.feature >= 0)
        node = tree[
          ((bins[node.feature] as Uint8Array)[i] as number) <= node.cut ? node.left : node.right
        ] as Node;
      odds[i] = (odds[i] as number) + node.value;
    }
    trees.push(tree);
  }
  return pack(trees, base, cuts, features);
}

type Growing = {
  slope: Float64Array;
  curve: Float64Array;
  nodeOf: Int32Array;
  chosen: readonly number[];
  cuts: readonly (readonly number[])[];
  bins: readonly Uint8Array[];
  settings: Settings;
};

function growTree({ slope, curve, nodeOf, chosen, cuts, bins, settings }: Growing): Node[] {
  const n = nodeOf.length;
  const leaf = (): Node => ({ feature: -1, cut: 0, left: 0, right: 0, value: 0 });
  const tree: Node[] = [leaf()];
  let level = [0];
  for (let depth = 0; depth < settings.depth && level.length > 0; depth += 1) {
    const slotOf = new Int32Array(tree.length).fill(-1);
    level.forEach((node, slot) => {
      slotOf[node] = slot;
    });
    const m = level.length;
    const sumSlope = new Float64Array(m);
    const sumCurve = new Float64Array(m);
    const slots = new Int32Array(n);
    for (let i = 0; i < n; i += 1) {
      const node = nodeOf[i] as number;
      const slot = node < 0 ? -1 : (slotOf[node] as number);
      slots[i] = slot;
      if (slot < 0) continue;
      sumSlope[slot] = (sumSlope[slot] as number) + (slope[i] as number);
      sumCurve[slot] = (sumCurve[slot] as number) + (curve[i] as number);
    }
    const best = level.map(() => ({ gain: 1e-6, feature: -1, cut: 0 }));
    for (const k of chosen) {
      const ofFeature = bins[k] as Uint8Array;
      const slopes = new Float64Array(m * BINS);
      const curves = new Float64Array(m * BINS);
      for (let i = 0; i < n; i += 1) {
        const slot = slots[i] as number;
        if (slot < 0) continue;
        const at = slot * BINS + (ofFeature[i] as number);
        slopes[at] = (slopes[at] as number) + (slope[i] as number);
        curves[at] = (curves[at] as number) + (curve[i] as number);
      }
      for (let slot = 0; slot < m; slot += 1) {
        const [g, h] = [sumSlope[slot] as number, sumCurve[slot] as number];
        const whole = (g * g) / (h + SMOOTHING);
        let gLeft = 0;
        let hLeft = 0;
        for (let cut = 0; cut < (cuts[k]?.length ?? 0); cut += 1) {
          gLeft += slopes[slot * BINS + cut] as number;
          hLeft += curves[slot * BINS + cut] as number;
          const [gRight, hRight] = [g - gLeft, h - hLeft];
          if (hLeft < MIN_WEIGHT || hRight < MIN_WEIGHT) continue;
          const gain =
            (gLeft * gLeft) / (hLeft + SMOOTHING) + (gRight * gRight) / (hRight + SMOOTHING) - whole;
          const found = best[slot];
          if (found !== undefined && gain > found.gain) best[slot] = { gain, feature: k, cut };
        }
      }
    }
    const next: number[] = [];
    level.forEach((at, slot) => {
      const found = best[slot];
      const node = tree[at];
      if (found === undefined || found.feature < 0 || node === undefined) return;
      node.feature = found.feature;
      node.cut = found.cut;
      node.left = tree.push(leaf()) - 1;
      node.right = tree.push(leaf()) - 1;
      next.push(node.left, node.right);
    });
    for (let i = 0; i < n; i += 1) {
      const at = nodeOf[i] as number;
      const node = at < 0 ? undefined : tree[at];
      if (node === undefined || node.feature < 0 || slots[i] === -1) continue;
      nodeOf[i] = ((bins[node.feature] as Uint8Array)[i] as number) <= node.cut ? node.left : node.right;
    }
    level = next;
  }
  const sums = tree.map(() => [0, 0]);
  for (let i = 0; i < n; i += 1) {
    const sum = sums[nodeOf[i] as number];
    if (sum === undefined) continue;
    sum[0] = (sum[0] ?? 0) + (slope[i] as number);
    sum[1] = (sum[1] ?? 0) + (curve[i] as number);
  }
  tree.forEach((node, at) => {
    const [g = 0, h = 0] = sums[at] ?? [];
    // As it is stored.
    node.value =
      Math.round(Math.max(-7.9, Math.min(7.9, (settings.rate * g) / (h + SMOOTHING))) / LEAF_UNIT) *
      LEAF_UNIT;
  });
  return tree;
}

function binFeatures(rows: Float32Array, count: number, n: number, random: () => number) {
  const cuts: number[][] = [];
  const bins: Uint8Array[] = [];
  for (let k = 0; k < count; k += 1) {
    const sample = Float32Array.from(
      { length: SAMPLE },
      () => rows[Math.floor(random() * n) * count + k] as number,
    ).sort();
    const of: number[] = [];
    for (let bin = 1; bin < BINS; bin += 1) {
      const value = round(sample[Math.floor((bin * SAMPLE) / BINS)] as number);
      const last = of.at(-1);
      if (last === undefined || value > last) of.push(value);
    }
    cuts.push(of);
    const own = new Uint8Array(n);
    for (let i = 0; i < n; i += 1) {
      const value = rows[i * count + k] as number;
      let low = 0;
      let high = of.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value >= Math.fround(of[middle] as number)) low = middle + 1;
        else high = middle;
      }
      own[i] = low;
    }
    bins.push(own);
  }
  return { cuts, bins };
}

/** As short as it can be written without moving an example to the other side of many. */
const round = (value: number): number => Number(value.toPrecision(4));

function pack(
  trees: readonly Node[][],
  base: number,
  cuts: readonly (readonly number[])[],
  features: string,
): Model {
  const bytes: number[] = [];
  const starts: number[] = [];
  const write = (tree: readonly Node[], at: number): void => {
    const node = tree[at] as Node;
    if (node.feature < 0) {
      const value = Math.round(node.value / LEAF_UNIT) & 0xffff;
      bytes.push(LEAF, value & 0xff, value >> 8);
      return;
    }
    const start = bytes.length;
    bytes.push(node.feature, node.cut, 0);
    write(tree, node.left);
    bytes[start + 2] = (bytes.length - start) / 3 - 1;
    write(tree, node.right);
  };
  for (const tree of trees) {
    starts.push(bytes.length / 3);
    write(tree, 0);
  }
  return {
    features,
    base: Number(base.toFixed(4)),
    cuts,
    trees: starts,
    nodes: Buffer.from(bytes).toString('base64'),
  };
}

/** Numbers that are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
