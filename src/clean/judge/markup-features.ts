// What the markup says of a line and of the lines around it, as figures of the judge.

import type { Container, MarkupFigures } from '../read/html/markup-figures.ts';

const TAGS = [
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'td',
  'div',
  'blockquote',
  'figcaption',
  'pre',
  'section',
  'article',
  'dd',
] as const;
const INSIDE = [
  'article',
  'main',
  'section',
  'header',
  'footer',
  'nav',
  'aside',
  'form',
  'figure',
  'blockquote',
  'table',
  'ul',
  'ol',
  'button',
] as const;
const STEPS = [0, 1, 2, 3] as const;
const OF_CONTAINER = ['linked', 'prose', 'lines', 'size'] as const;
const NEAR = [-2, -1, 1, 2] as const;
const REACH = 5;

/** The columns of a row, in their order. */
export const MARKUP_FEATURES: readonly string[] = [
  'linked',
  'bold',
  'level',
  'isItem',
  'isCell',
  'depth',
  'toMain',
  ...TAGS.map((tag) => `tag:${tag}`),
  ...INSIDE.map((name) => `inside:${name}`),
  ...STEPS.flatMap((step) => OF_CONTAINER.map((name) => `${name}^${step + 1}`)),
  ...OF_CONTAINER.map((name) => `alike:${name}`),
  ...NEAR.flatMap((away) => [`linked@${away}`, `toMain@${away}`, `sameBlock@${away}`]),
  'linkedAround',
  'proseAround',
];

const COUNT = MARKUP_FEATURES.length;
const FAR = 12;

/** One row of figures for each line; all null for a text. */
export function markupRows(lines: readonly (MarkupFigures | null)[]): Float32Array {
  const n = lines.length;
  const rows = new Float32Array(n * COUNT);
  const sums = { linked: new Float64Array(n + 1), inProse: new Float64Array(n + 1) };
  lines.forEach((line, i) => {
    sums.linked[i + 1] = (sums.linked[i] ?? 0) + (line?.linked ?? 0);
    sums.inProse[i + 1] = (sums.inProse[i] ?? 0) + Number(line?.tag === 'p');
  });
  lines.forEach((line, i) => {
    if (line === null) return;
    const from = Math.max(0, i - REACH);
    const to = Math.min(n, i + REACH + 1);
    const mean = (sum: Float64Array): number => ((sum[to] ?? 0) - (sum[from] ?? 0)) / (to - from);
    rows.set(
      [
        line.linked,
        line.bold,
        line.level,
        Number(line.isItem),
        Number(line.isCell),
        line.depth,
        Math.min(FAR, line.toMain),
        ...TAGS.map((tag) => Number(line.tag === tag)),
        ...INSIDE.map((name) => Number(line.inside.includes(name))),
        ...STEPS.flatMap((step) => sharesOf(line.around[step])),
        ...sharesOf(line.alike),
        ...NEAR.flatMap((away) => {
          const other = lines[i + away];
          return [
            other?.linked ?? 0,
            Math.min(FAR, other?.toMain ?? FAR),
            Number(other?.tag === line.tag && other.depth === line.depth),
          ];
        }),
        mean(sums.linked),
        mean(sums.inProse),
      ],
      i * COUNT,
    );
  });
  return rows;
}

function sharesOf(container: Omit<Container, 'tag' | 'words'> | undefined): number[] {
  if (container === undefined) return [-1, -1, -1, -1];
  return [container.linked, container.prose, Math.log1p(container.lines), Math.log1p(container.size)];
}
