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

describe('a split', () => {
  const cut = { before: 'on Monday,', after: 'after 140 years.' };
  const whole = 'The mill at Corvane will close in May, the owner said on Monday, after 140 years.';
  const split = (): Override => ({ action: 'split', passage: idOf(RAW, 'The mill'), ...cut });

  it('makes two passages of one, of which each can be decided about', () => {
    const halves = decide(split());
    expect(printed(halves).slice(0, 2)).toEqual([
      'dek: The mill at Corvane will close in May, the owner said on Monday,',
      'paragraph: after 140 years.',
    ]);
    expect(halves.ledger.filter(({ edited }) => edited === 'split')).toHaveLength(2);
    const id = halves.ledger.find(({ text }) => text === 'after 140 years.')?.id as string;
    // The order in the list does not matter: there is no second half before the split.
    const report = decide({ action: 'drop', passage: id }, split());
    expect(report.unmatched).toEqual([]);
    expect(printed(report).join()).not.toContain('140 years');
  });

  it('is undone by a join', () => {
    const first = decide(split()).ledger.find(({ text }) => text.endsWith('on Monday,'))?.id as string;
    const report = decide(split(), { action: 'join', passage: first });
    expect(report.unmatched).toEqual([]);
    expect(printed(report)).toContain(`dek: ${whole}`);
  });

  it.each([
    ['words that are not there', { before: 'on Sunday,', after: 'after 140' }],
    ['words that are not side by side', { before: 'The mill', after: 'will close' }],
    ['words at the beginning', { before: ' ', after: 'The mill' }],
  ])('with %s changes nothing and is reported', (_, words) => {
    const override: Override = { action: 'split', passage: idOf(RAW, 'The mill'), ...words };
    if (words.before.trim() === '') expect(parseOverrides([override]).ok).toBe(false);
    else {
      expect(decide(override).unmatched).toEqual([override]);
      expect(printed(decide(override))).toEqual(printed(decide()));
    }
  });

  it('needs words that stand there once', () => {
    const raw = 'It rose, it fell, it rose, it fell, and nobody at the harbour knew why it did so.';
    const override: Override = { action: 'split', passage: idOf(raw, 'It rose'), before: ',', after: 'it' };
    expect(cleaned(raw, { overrides: [override] }).unmatched).toEqual([override]);
  });

  it('reads signs of a pattern as words', () => {
    const raw = 'It costs $5 (or less). [More?] The harbour said on Monday that it costs nothing at all.';
    const override: Override = {
      action: 'split',
      passage: idOf(raw, 'It costs'),
      before: '(or less).',
      after: '[More?]',
    };
    expect(printed(cleaned(raw, { overrides: [override] }))).toHaveLength(2);
  });

  it('of a question leaves it its answer', () => {
    const raw = `${RAW}\nWho pays? The parish does, the owner said, out of what it saved since 1988.`;
    const passage = cleaned(raw).ledger.find(({ text }) => text.includes('Who pays'));
    const override: Override = {
      action: 'split',
      passage: passage?.id as string,
      before: 'Who pays?',
      after: 'The parish',
    };
    const report = cleaned(raw, { overrides: passage?.text === 'Who pays?' ? [] : [override] });
    expect(report.unmatched).toEqual([]);
    expect(printed(report).join()).toContain('The parish does');
  });
});

describe('a join', () => {
  it('makes one passage of this and the next', () => {
    const raw = 'The mill at Corvane will close in May,\n\nthe owner said on Monday, after 140 years.';
    const report = cleaned(raw, { overrides: [{ action: 'join', passage: idOf(raw, 'The mill') }] });
    expect(printed(report).join()).toContain(
      'The mill at Corvane will close in May, the owner said on Monday, after 140 years.',
    );
    expect(report.ledger.find(({ edited }) => edited === 'joined')).toBeDefined();
  });

  it('of the last passage changes nothing and is reported', () => {
    const override: Override = { action: 'join', passage: idOf(RAW, 'On 31 May') };
    expect(decide(override).unmatched).toEqual([override]);
  });

  it('does not print a bullet as a word', () => {
    const raw = 'The mill at Corvane will close in May, the owner said:\n- in spring\n- at noon';
    const override: Override = { action: 'join', passage: idOf(raw, 'in spring') };
    expect(cleaned(raw, { overrides: [override] }).unmatched).toEqual([override]);
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
    ['a split without words', [{ action: 'split', passage: 'a.1', before: 'x' }]],
    [
      'a split between too many words',
      [{ action: 'split', passage: 'a.1', before: 'x'.repeat(201), after: 'y' }],
    ],
    ['a join of nothing', [{ action: 'join' }]],
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
      { action: 'split', passage: 'd.1', before: 'x', after: 'y' },
      { action: 'join', passage: 'e.1' },
      { action: 'add', text: 'x', at: { before: 'd.1' } },
    ];
    expect(parseOverrides(JSON.parse(JSON.stringify(overrides)))).toEqual({ ok: true, value: overrides });
  });

  it('stop the cleaning when they are wrong', () => {
    const result = clean(RAW, { overrides: [{ action: 'drop' } as never] });
    expect(result.ok ? null : result.error.reason).toBe('bad-override');
  });
});
