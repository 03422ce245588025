// The language tables: every pattern can be read, and matches what it says.

import { describe, expect, it } from 'vitest';
import { elsewhere } from '../../src/clean/languages/elsewhere.ts';
import { LANGUAGES, lexiconOf } from '../../src/clean/languages/lexicon.ts';
import { lineTest } from '../../src/clean/languages/pattern.ts';

describe('a pattern', () => {
  const test = lineTest(
    'share[ this] article\n(log|sign) in\n# comment[s]\nsign up to *\n(most|more) read[ today| now]\nthis is [only |just ]for [our ]readers *',
  );
  it('takes either, perhaps, numbers and any words', () => {
    for (const line of [
      'share article',
      'share this article',
      'log in',
      'sign in',
      '143 comments',
      '1 comment',
      'sign up to our letter',
      'sign up to',
      'most read',
      'more read now',
      'this is for readers',
      'this is only for our readers. log in',
    ]) {
      expect(test(line), line).toBe(true);
    }
  });
  it('takes the whole line or nothing', () => {
    for (const line of ['share this article of faith', 'log in the fire', 'comments', 'the most read book'])
      expect(test(line), line).toBe(false);
  });
});

describe.each([...LANGUAGES, elsewhere].map((table) => [table.code, table] as const))(
  'the table %s',
  (code, table) => {
    const lists = ['furniture', 'notices', 'related', 'faq', 'synopsis', 'keyPoints', 'pressTail'] as const;
    it('compiles every pattern', () => {
      for (const list of lists) {
        for (const line of table[list]
          .split('\n')
          .map((text) => text.trim())
          .filter(Boolean)) {
          expect(() => lineTest(line)(line), `${list}: ${line}`).not.toThrow();
        }
      }
      const lexicon = lexiconOf(code);
      for (const list of lists) {
        const starts = new Set(table[list].split('\n').map((text) => text.trim().replace(/[()[\]|*#]/g, '')));
        for (const start of starts) expect(() => lexicon[list](start)).not.toThrow();
      }
      for (const label of [
        lexicon.promo,
        lexicon.promoStrict,
        lexicon.byline,
        lexicon.credit,
        lexicon.question,
        lexicon.answer,
      ])
        expect(label.test('')).toBe(false);
    });
  },
);
