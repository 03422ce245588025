// What a template must stand: each extreme that a report can be, as an issue of hand-made reports.

import type { Report } from '../../src/clean/report.ts';
import { reportFrom } from '../digest/report-from.ts';
import { seedReport } from '../digest/seed.ts';

type Item = { kind: string; text: string };

const WORDS =
  'the harbour board met again on Tuesday and heard from fishermen, pilots and a surveyor who had walked the whole of the sea wall'.split(
    ' ',
  );

/** Different words each time, and always the same. */
export const prose = (words: number, seed = 0): string =>
  Array.from({ length: words }, (_, n) => WORDS[(n * 7 + seed * 3 + (n >> 4)) % WORDS.length]).join(' ');

const paragraphs = (count: number, words: number): Item[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'paragraph', text: `${n + 1}: ${prose(words, n)}.` }));

const pairs = (count: number, words = 30): Item[] =>
  Array.from({ length: count }, (_, n) => [
    { kind: 'question', text: `What about the ${n + 1}. question of the harbour board?` },
    { kind: 'answer', text: `${prose(words, n)}.` },
  ]).flat();

export const arabic = reportFrom(
  {
    lang: 'ar',
    title: 'ميناء صغير ينتظر عبّارته',
    kept: [
      { kind: 'dek', text: 'توقفت العبّارة بعد مئة عام، ولم يبق على الرصيف سوى حارس المنارة وقطّته.' },
      { kind: 'heading', text: 'على الرصيف' },
      { kind: 'paragraph', text: 'يقول الحارس إنه يصعد 142 درجة أربع مرات كل ليلة، وقد عدّها بنفسه.' },
      { kind: 'list-item', text: 'رحلة واحدة في الصباح' },
      { kind: 'list-item', text: 'ورحلة في المساء (Harbour Board)' },
      { kind: 'quote', text: 'لم نخترع شيئًا، بل تركنا الضوء مشتعلًا.' },
      { kind: 'editor', text: 'صحّحنا عدد الدرجات.' },
      { kind: 'question', text: 'متى تغادر آخر عبّارة؟' },
      { kind: 'answer', text: 'في الساعة 18:40.' },
    ],
    dropped: [{ reason: 'promo' }, { reason: 'duplicate' }],
  },
  { dir: 'rtl', sources: ['Harbour Board'], meta: { url: 'https://example.com/a', source: 'Example' } },
);

export const japanese = reportFrom(
  {
    lang: 'ja',
    title: '港の最終便、十月で終わる',
    kept: [
      { kind: 'dek', text: '百年続いた渡し船が、十月末で運航を終える。灯台守は島に残るという。' },
      { kind: 'heading', text: '静かな当直' },
      { kind: 'paragraph', text: '灯台守は一晩に四度、百四十二段の階段を上る。'.repeat(6) },
      { kind: 'question', text: '灯りは消えるのか。' },
      { kind: 'answer', text: 'いいえ。本土から遠隔で操作される。' },
    ],
  },
  { sources: ['港湾局'] },
);

/** Every kind of block, one after the other. */
export const everyKind = reportFrom(
  {
    title: 'What the review counted, and what it could not',
    kept: [
      { kind: 'editor', text: 'We asked the clinics for their figures, and print them below as they came.' },
      {
        kind: 'dek',
        text: 'Three night clinics stay open after a year in which they spared the hospital 4,100 visits.',
      },
      { kind: 'heading', text: 'The count' },
      { kind: 'paragraph', text: 'The reviewers followed 11,600 visits. Six in ten ended with advice.' },
      { kind: 'row', text: '| Clinic | Visits | Median wait |' },
      { kind: 'row', text: '|---|---:|---|' },
      { kind: 'row', text: '| Thornbeck | 4,210 | 18 minutes |' },
      { kind: 'row', text: '| Calder Bridge | 3,990 | 21 minutes |' },
      { kind: 'row', text: '| Moor Lane | 3,400 | 16 minutes |' },
      { kind: 'paragraph', text: 'Members of the committee asked for three things.' },
      { kind: 'list-item', text: 'figures for each clinic, and not only for all three' },
      { kind: 'list-item', text: 'a plan for the weeks in which a doctor is ill' },
      {
        kind: 'list-item',
        text: 'an answer to the villages north of the river, which have no clinic and no late bus',
      },
      { kind: 'heading', text: 'What it could not count' },
      {
        kind: 'quote',
        text: 'We did not invent anything. We put a nurse, a doctor and a pharmacist in one room.',
      },
      { kind: 'quote', text: 'And we left the light on.' },
      { kind: 'row', text: 'A line that lost its columns' },
      { kind: 'editor', text: 'An earlier version gave the number of visits as 14,000.' },
      ...pairs(2, 14),
    ],
    dropped: [{ reason: 'promo' }, { reason: 'boilerplate' }, { reason: 'boilerplate' }],
  },
  {
    sources: ['Ines Okoro', 'Calder Vale Observer'],
    meta: {
      author: 'Health Desk',
      source: 'Calder Vale Observer',
      url: 'https://example.com/clinics',
      date: '9 March 2026',
    },
  },
);

const HOSTILE =
  '<script>alert("x")</script> & \'quotes\' </style></title><b onload=x> <!--[if mso]> --> {{name}} \u202edlrow';

export const hostile = reportFrom(
  {
    title: HOSTILE,
    kept: ['dek', 'heading', 'paragraph', 'list-item', 'quote', 'row', 'editor', 'question', 'answer'].map(
      (kind) => ({ kind, text: `${kind} ${HOSTILE}` }),
    ),
  },
  { sources: [HOSTILE], meta: { author: HOSTILE, source: HOSTILE, url: 'https://e.example/"><i>' } },
);

/** By name, in the order of the specification. */
export const extremes: readonly (readonly [string, readonly Report[]])[] = [
  ['the seed', [seedReport]],
  ['every kind of block', [everyKind]],
  ['several stories in two directions', [seedReport, arabic]],
  ['no FAQ', [reportFrom({ title: 'No questions', kept: paragraphs(4, 40) })]],
  ['40 questions', [reportFrom({ title: 'Forty questions', kept: [...paragraphs(2, 40), ...pairs(40)] })]],
  ['one line', [reportFrom({ kept: [{ kind: 'dek', text: 'The ferry stops.' }] })]],
  [
    '20,000 words',
    [reportFrom({ title: 'Too long for a mail', kept: [...paragraphs(250, 80), ...pairs(6)] })],
  ],
  [
    'an FAQ too long by itself',
    [reportFrom({ title: 'A long FAQ', kept: [...paragraphs(3, 60), ...pairs(300, 90)] })],
  ],
  [
    'one passage too long by itself',
    [reportFrom({ title: 'One line of 20,000 words', kept: [{ kind: 'dek', text: `${prose(20_000)}.` }] })],
  ],
  ['a right-to-left story', [arabic]],
  ['a Japanese story', [japanese]],
  [
    'a word of 200 characters',
    [
      reportFrom({
        title: `W${'o'.repeat(198)}w`,
        kept: ['dek', 'heading', 'paragraph', 'list-item', 'quote', 'question', 'answer'].map((kind) => ({
          kind,
          text: `${kind}${'x'.repeat(200)}`,
        })),
      }),
    ],
  ],
  ['a hostile story', [hostile]],
];

/** Issues of a week, as a round-up is made of them: long ones, one of several stories, one in another direction. */
export const week: readonly (readonly Report[])[] = [
  [seedReport],
  [reportFrom({ title: 'A long report', kept: [...paragraphs(60, 80), ...pairs(20)] }), everyKind],
  [arabic],
  [seedReport],
  [reportFrom({ title: 'Another long report', kept: [...paragraphs(60, 80), ...pairs(20)] })],
];
