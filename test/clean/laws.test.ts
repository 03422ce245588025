// The laws of the ledger on random texts and on seeded mutations of a clean report.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLedger, clean } from '../../src/clean/index.ts';
import { SURE } from '../../src/clean/judge/index.ts';
import { cleaned, printed } from './cleaned.ts';

const scraps = fc.constantFrom(
  'The ferry left at noon.',
  'Nobody was hurt, the harbour authority said on Thursday.',
  'ALSO READ: Ten walks before lunch',
  'FAQs',
  'Who pays?',
  'Yes.',
  '“Yes.”',
  'U.S.',
  'Node.js',
  '3.5',
  '…',
  '...',
  '"',
  '“',
  '”',
  '\n',
  '\n\n',
  ' ',
  '\t',
  '&amp;',
  '&nbsp;',
  '&lt;b&gt;',
  '&#8217;',
  '<b>',
  '</b>',
  '<br>',
  '<p>',
  '</p>',
  '<',
  '>',
  '**',
  '- ',
  '• ',
  '1. ',
  '2. ',
  'Q: ',
  'A: ',
  '## ',
  '# ',
  '---\n',
  'title: A title\n',
  'Two Boats Out of Three',
  'Share this',
  '18:22',
  'By Staff Reporter',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u202e',
  'यह एक वाक्य है।',
  'هذه جملة قصيرة.',
  '这是一个句子。',
  'これは文です。',
  'Вопрос?',
  'Tags: a, b',
  '© 2026 X',
  '+++',
  'a*b',
  '[x](http://y.z)',
);
const raws = fc.oneof(
  fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(scraps, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 25 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('the laws', () => {
  it('hold for any text, or the text is refused with a reason', () => {
    fc.assert(
      fc.property(raws, (raw) => {
        const result = clean(raw);
        if (result.ok) expect(checkLedger(raw, result.value)).toEqual([]);
        else expect(result.error.message).not.toBe('');
      }),
      {
        numRuns: 1500,
        // A pair that is told twice, in a text that random ones seldom make.
        examples: [['The ferry left at noon.Вопрос?The ferry left at noon.Вопрос?The ferry left at noon.']],
      },
    );
  });
});

describe('law 8', () => {
  const raw =
    'The ferry left at noon.\n\nNobody was hurt, the harbour authority said on Thursday.\n\nFollow us';
  const report = cleaned(raw);
  const without = (mark: object): string[] => {
    const ledger = report.ledger.map((passage) =>
      passage.text.startsWith('Nobody') ? { ...passage, role: 'dropped' as const, ...mark } : passage,
    );
    return checkLedger(raw, { ...report, ledger }).filter((problem) => problem.includes('took a sentence'));
  };
  it('is broken where a rule of place takes a sentence, and where the judge is not sure', () => {
    expect(without({ rule: 'head', reason: 'boilerplate' })).toHaveLength(1);
    expect(without({ rule: 'clutter', reason: 'boilerplate', confidence: SURE - 0.01 })).toHaveLength(1);
  });
  it('is kept by a label, and by a judge who is sure', () => {
    expect(without({ rule: 'promo-label', reason: 'promo' })).toEqual([]);
    expect(without({ rule: 'clutter', reason: 'boilerplate', confidence: SURE })).toEqual([]);
  });
});

const word = fc.constantFrom(
  ...'harbour ferry council engine winter timber ladder bridge village market station salt meadow lamp paper river stone autumn garden window'.split(
    ' ',
  ),
);
const sentence = fc
  .tuple(fc.integer({ min: 100, max: 999_999 }), fc.array(word, { minLength: 6, maxLength: 14 }))
  .map(([n, words]) => `The ${words.join(' ')} counted ${n} things.`);
const body = fc.uniqueArray(sentence, { minLength: 4, maxLength: 12 });

describe('noise that was put into a clean report comes out again', () => {
  const whole = (lines: string[]): string[] => printed(cleaned(lines.join('\n')));

  it('keeps a report without noise whole', () => {
    fc.assert(
      fc.property(body, (lines) => {
        expect(whole(lines).map((line) => line.replace(/^\w+: /, ''))).toEqual(lines);
      }),
      { numRuns: 200 },
    );
  });

  it('drops the second of two copies, wherever it stands', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(), (lines, from, to) => {
        const source = from % lines.length;
        const place = source + 1 + (to % (lines.length - source));
        expect(whole(lines.toSpliced(place, 0, lines[source] ?? ''))).toEqual(whole(lines));
      }),
      { numRuns: 200 },
    );
  });

  it('drops promos and furniture between paragraphs', () => {
    const noise = fc.constantFrom(
      'ALSO READ: Ten lighthouse walks, ranked',
      'Read more: Why moles love verges',
      'Advertisement',
      'RELATED: The fountain',
      '27 comments',
      'Follow us on Telegram for alerts',
      '© 2026 Harrow Herald',
    );
    fc.assert(
      fc.property(body, fc.array(fc.tuple(fc.nat(), noise), { maxLength: 4 }), (lines, inserts) => {
        const messy = [...lines];
        for (const [at, text] of inserts) messy.splice(1 + (at % messy.length), 0, text);
        expect(whole(messy)).toEqual(whole(lines));
      }),
      { numRuns: 200 },
    );
  });

  it('parts sentences that were glued', () => {
    fc.assert(
      fc.property(body, (lines) => {
        expect(whole([lines.join('')])).toEqual(whole(lines));
      }),
      { numRuns: 200 },
    );
  });
});
