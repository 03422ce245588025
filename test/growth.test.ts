// Time grows linearly from the raw text to the frozen issue, its page and its ledger, whatever the text. Waiting for other
// programs is left out: a busy machine makes the test longer, and the growth hardly.

import { beforeAll, expect, it } from 'vitest';
import { clean } from '../src/clean/index.ts';
import { loadChain, type SendDown, type Times } from './hostile/bundle.ts';
import { HTML_SHAPES } from './hostile/html-shapes.ts';
import { SHAPES, type Shape, textOf } from './hostile/shapes.ts';

/** Four times the text, beside four times the time: 1 is linear, 4 grows with the square. */
const MAX_GROWTH = 2.5;
/** A stage that is steeper than this at half the length is measured with more care. */
const SUSPECT = 1.7;
/** A longer time may be measured with so much more. */
const TICK_MS = 4;
/** What is quicker at 64 KB is quick. */
const QUICK_MS = 12;
/** A stage that takes less tells nothing: another program may have cost that much. */
const NOISE_MS = 60;

let sendDown: SendDown;

beforeAll(async () => {
  sendDown = await loadChain();
  for (let warm = 0; warm < 3; warm += 1) await timeOf(shapeNamed('a report as it comes'), 64_000);
});

it.each(SHAPES)('grows with the text and no faster: $name', (shape) => checkGrowth(shape));
it.each(HTML_SHAPES)('grows with the source and no faster: $name', (shape) => checkGrowth(shape));

async function checkGrowth(shape: Shape): Promise<void> {
  const long = await timeOf(shape, 64_000);
  if (Object.values(long).every((time) => time <= QUICK_MS)) return;
  if (steepest(long, await timeOf(shape, 16_000)).growth <= SUSPECT) return;
  let steep = await measure(shape, 32_000);
  // A stage that begins at some length is steep there, and no further: a mail that is just too long is drawn several times
  // until it fits, a longer one as often.
  if (steep.growth > MAX_GROWTH) steep = await measure(shape, 128_000);
  expect(steep.growth, `${steep.stage}, ${steep.long.toFixed(0)} ms`).toBeLessThanOrEqual(MAX_GROWTH);
}

it('reads a path of very many sections that are glued', () => {
  expect(clean(textOf(shapeNamed('a path of sections'), 1_000_000)).ok).toBe(true);
});

/** The least of several times is the truest: whatever else happens only makes one longer. */
async function measure(shape: Shape, length: number) {
  let short = await timeOf(shape, length);
  for (let again = 0; again < 2; again += 1) short = least(short, await timeOf(shape, length));
  let long = await timeOf(shape, 4 * length);
  for (let again = 0; again < 2 && steepest(long, short).growth > MAX_GROWTH; again += 1)
    long = least(long, await timeOf(shape, 4 * length));
  return steepest(long, short);
}

const shapeNamed = (name: string): Shape => {
  const found = SHAPES.find((shape) => shape.name === name);
  if (found === undefined) throw new Error(`no shape is called ${name}`);
  return found;
};

const timeOf = (shape: Shape, length: number): Promise<Times> =>
  sendDown(textOf(shape, length), HTML_SHAPES.includes(shape) ? 'html' : 'text');

const least = (a: Times, b: Times): Times => ({
  clean: Math.min(a.clean, b.clean),
  compose: Math.min(a.compose, b.compose),
  render: Math.min(a.render, b.render),
  pages: Math.min(a.pages, b.pages),
});

function steepest(long: Times, short: Times) {
  const stages = (Object.keys(long) as (keyof Times)[]).map((stage) => ({
    stage,
    long: long[stage],
    // A stage that the shorter text did not reach, since nothing of it was left to print, cannot be compared.
    growth:
      long[stage] <= NOISE_MS || short[stage] === 0 ? 0 : (long[stage] - TICK_MS) / (4 * short[stage] + 1),
  }));
  return stages.reduce((most, next) => (next.growth > most.growth ? next : most));
}
