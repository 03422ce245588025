// An editor's decisions: they name a passage by its content, stand in the ledger, and can be refused.

import { describe, expect, it } from 'vitest';
import { clean, OVERRIDE_LIMITS, type Override, parseOverrides } from '../../src/clean/index.ts';
import { cleaned, printed } from './cleaned.ts';

const RAW = [
  'The mill at Corvane will close in May, the owner said on Monday, after 140 years.',
  'ALSO READ: The last baker who sings',
  'What comes next',
  'The wheel goes to the parish, which paid for it in 1988.',
  'FAQs',
  'When does it close?',
  'On 31 May, at noon.',
].join('\n');

const idOf = (raw: string, start: string): string => {
  const passage = cleaned(raw).ledger.find(({ text }) => text.startsWith(start));
  if (passage?.id === undefined) throw new Error(`no passage begins with ${start}`);
  return passage.id;
};
const decide = (...overrides: Override[]) => cleaned(RAW, { overrides });

describe('an override', () => {
  it('restores what was dropped, and the ledger says so', () => {
    const report = decide({ action: 'restore', passage: idOf(RAW, 'ALSO') });
    expect(printed(report)).toContain('paragraph: ALSO READ: The last baker who sings');
    expect(report.ledger.find(({ text }) => text.startsWith('ALSO'))).toMatchObject({
      override: 'restored',
      rule: 'editor',
      was: { role: 'dropped', rule: 'promo-label' },
    });
  });

  it('drops what was printed', () => {
    const report = decide({ action: 'drop', passage: idOf(RAW, 'The wheel') });
    expect(printed(report).join()).not.toContain('The wheel');
    expect(report.stats.boilerplate).toBe(2);
  });

  it('changes a role, and there stays one title', () => {
    const report = decide(
      { action: 'role', passage: idOf(RAW, 'What comes'), role: 'title' },
      { action: 'role', passage: idOf(RAW, 'The wheel'), role: 'title' },
    );
    expect(report.title).toBe('The wheel goes to the parish, which paid for it in 1988.');
  });

  it('adds a passage of the editor, marked as such', () => {
    const report = decide(
      { action: 'add', text: 'A note from the desk.', at: 'start' },
      { action: 'add', text: 'A correction.', at: { after: idOf(RAW, 'The wheel') } },
    );
    expect(printed(report)).toEqual([
      'dek: The mill at Corvane will close in May, the owner said on Monday, after 140 years.',
      'editor: A note from the desk.',
      'heading: What comes next',
      'paragraph: The wheel goes to the parish, which paid for it in 1988.',
      'editor: A correction.',
      'question: When does it close?',
      'answer: On 31 May, at noon.',
    ]);
    expect(report.ledger.filter(({ role }) => role === 'editor').map(({ override }) => override)).toEqual([
      'added',
      'added',
    ]);
  });

  it('survives an edit elsewhere', () => {
    const passage = idOf(RAW, 'ALSO');
    const edited = RAW.replace('in May', 'in June').replace('1988', '1989');
    expect(printed(cleaned(edited, { overrides: [{ action: 'restore', passage }] })).join()).toContain(
      'ALSO READ',
    );
  });

  it('whose passage is gone changes nothing and is reported', () => {
    const gone: Override = { action: 'drop', passage: 'nowhere.1' };
    expect(decide(gone).unmatched).toEqual([gone]);
    expect(printed(decide(gone))).toEqual(printed(decide()));
  });

  it('that takes an answer away takes its question too', () => {
    expect(decide({ action: 'drop', passage: idOf(RAW, 'On 31 May') }).faq).toEqual([]);
    expect(decide({ action: 'drop', passage: idOf(RAW, 'When does') }).faq).toEqual([]);
  });
});

describe('overrides from outside', () => {
  it.each([
    ['no list', { action: 'drop' }],
    ['an unknown action', [{ action: 'burn', passage: 'a.1' }]],
    ['no passage', [{ action: 'drop' }]],
    ['an unknown role', [{ action: 'role', passage: 'a.1', role: 'editor' }]],
    ['an empty text', [{ action: 'add', text: ' ', at: 'start' }]],
    ['no place', [{ action: 'add', text: 'a' }]],
    ['too long a text', [{ action: 'add', text: 'a'.repeat(OVERRIDE_LIMITS.textLength + 1), at: 'end' }]],
    [
      'too many',
      Array.from({ length: OVERRIDE_LIMITS.count + 1 }, () => ({ action: 'drop', passage: 'a.1' })),
    ],
  ])('are refused: %s', (_, value) => {
    const parsed = parseOverrides(value);
    expect(parsed.ok ? null : parsed.error.reason).toBe('bad-override');
  });

  it('come through JSON as they are', () => {
    const overrides: Override[] = [
      { action: 'restore', passage: 'a.1', role: 'heading' },
      { action: 'drop', passage: 'b.2', reason: 'promo' },
      { action: 'role', passage: 'c.1', role: 'paragraph' },
      { action: 'add', text: 'x', at: { before: 'd.1' } },
    ];
    expect(parseOverrides(JSON.parse(JSON.stringify(overrides)))).toEqual({ ok: true, value: overrides });
  });

  it('stop the cleaning when they are wrong', () => {
    const result = clean(RAW, { overrides: [{ action: 'drop' } as never] });
    expect(result.ok ? null : result.error.reason).toBe('bad-override');
  });
});
