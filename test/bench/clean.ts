// How fast the cleaner is: a 5 KB report when warm, growth to 5 MB, and texts made to be slow.
//
//   node test/bench/clean.ts
//
// Prints a line per case with its limit and exits with 1 when one is missed. Times are the best of several runs,
// since other work on the machine only ever makes a run slower.

import { clean } from '../../src/clean/index.ts';

const WORDS =
  'harbour ferry council engine winter timber ladder bridge village market station salt meadow lamp paper river'.split(
    ' ',
  );

/** A report with headings, copies, promos, glue and questions, about `bytes` long; the same every time. */
function report(bytes: number): string {
  let seed = 7;
  const next = (n: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % n;
  };
  const words = (n: number): string =>
    Array.from({ length: n }, () => WORDS[next(WORDS.length)] ?? '').join(' ');
  const parts: string[] = [];
  let length = 0;
  while (length < bytes) {
    const paragraph = `The ${words(12)} counted ${next(100_000)} things, as reported by CNN. “We had ${next(900)} of them,” a clerk said.`;
    const part = [
      `What the ${words(3)} found\n`,
      `${paragraph}The ${words(9)} was number ${next(100_000)}.\n`,
      `ALSO READ: Ten ${words(4)} walks\n`,
      `Another ${words(14)} followed in ${next(3000)}, according to the report.\n`,
      `${paragraph}\n`,
    ].join('');
    parts.push(part);
    length += part.length;
  }
  return `${parts.join('').slice(0, bytes)}\nFAQs\nHow many are there?There are ${next(1000)}.\nWho pays?\nThe county.\n`;
}

function best(runs: number, text: string): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    clean(text);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

let missed = false;
function line(name: string, value: number, limit: number, unit: string): void {
  const fine = value <= limit;
  if (!fine) missed = true;
  console.log(
    `${name.padEnd(34)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(5)} limit ${limit} ${fine ? '' : 'MISSED'}`,
  );
}

const KB = 1000;
const MB = 1000 * KB;
const small = report(5 * KB);
best(600, small);
line('5 KB report, warm', best(600, small), 1, 'ms');

const times = new Map<number, number>();
for (const size of [50 * KB, 500 * KB, MB, 5 * MB]) times.set(size, best(size < MB ? 5 : 2, report(size)));
for (const [size, time] of times)
  console.log(`${`${size / KB} KB report`.padEnd(34)} ${time.toFixed(2).padStart(9)} ms`);
line('growth, 50 KB to 5 MB (100 = linear)', (times.get(5 * MB) ?? 0) / (times.get(50 * KB) ?? 1), 200, 'x');
line('1 MB report', times.get(MB) ?? 0, 1000, 'ms');

const fill = (piece: string): string => piece.repeat(Math.ceil(MB / piece.length)).slice(0, MB);
const nearCopies = Array.from(
  { length: 9000 },
  (_, i) => `The ${'long '.repeat(18)}sentence number ${i} was seen.`,
)
  .join('\n')
  .slice(0, MB);
const sentences = Array.from(
  { length: 12_000 },
  (_, i) => `The long sentence number ${i} ends here at last.`,
);
const hard: [string, string][] = [
  [
    'sentences told again',
    `${sentences.join(' ')}\n${sentences
      .slice(0, 6000)
      .map((sentence, i) => `${sentence} The mill of the town has ${i} wheels.`)
      .join('\n')}`,
  ],
  ['one letter', fill('a')],
  ['one capital', fill('A')],
  ['question marks', fill('?')],
  ['full stops', fill('.')],
  ['short equal lines', fill('ok\n')],
  ['short lines', Array.from({ length: 150_000 }, (_, i) => i).join('\n')],
  ['distinct lines', Array.from({ length: 59_000 }, (_, i) => `Line no ${i}.`).join('\n')],
  ['nested quotes', fill('“‘«"')],
  ['straight quotes', fill('."A')],
  ['near duplicates', nearCopies],
  [
    'teasers',
    Array.from({ length: 9000 }, (_, i) => `The same beginning of a long line that is cut ${i}…`).join('\n'),
  ],
  ['camel case', fill('aBcDeFgHi')],
  ['glued capitals', fill('wordWord')],
  ['open tags', fill('<a ')],
  ['open comments', fill('<!--')],
  ['ampersands', fill('&')],
  ['stars', fill('*a ')],
  ['brackets', fill('[a](')],
  ['questions', fill('Who? ')],
  ['glued questions', fill('Who pays?Yes.')],
  ['FAQ lines', `FAQs\n${fill('Who pays?\nThe county.\n')}`],
  ['numbered lines', Array.from({ length: 100_000 }, (_, i) => `${(i % 99) + 1}. a`).join('\n')],
  ['pipes', fill('a | ')],
  ['headlines', fill('A Short Headline\n')],
  ['labels', fill('Also read: ')],
  ['capitalised words', fill('The Institute ')],
  ['combining marks', fill('e\u0301')],
  ['ideographs', fill('文。')],
  ['invisible', fill('\u200b')],
  ['spaces', `a${fill(' ')}b`],
  ['new lines', `a${fill('\n')}b`],
];
for (const [name, text] of hard) line(`1 MB of ${name}`, best(2, text), 1000, 'ms');
process.exitCode = missed ? 1 : 0;
