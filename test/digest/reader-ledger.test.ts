import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.ts';
import { accountFor } from '../../src/digest/reader-ledger.ts';

function account(raw: string, overrides: NonNullable<Parameters<typeof clean>[1]>['overrides'] = []) {
  const report = clean(raw, { overrides });
  if (!report.ok) throw new Error(report.error.message);
  return accountFor(report.value, { raw, format: 'text' });
}

const LONG = 'The keeper climbs one hundred and forty-two steps four times a night, and he has counted them.';

describe('a ledger for readers', () => {
  it('shows each passage once, in the order in which it came', () => {
    const entries = account(
      `The keeper of the light\n\n${LONG}\n\nThe light stays on, the harbour board said on Friday.\n`,
    );
    expect(entries.map(({ role, text }) => [role, text])).toEqual([
      ['title', 'The keeper of the light'],
      ['dek', LONG],
      ['paragraph', 'The light stays on, the harbour board said on Friday.'],
    ]);
  });

  it('puts a passage together again where markup stood inside it', () => {
    const entries = account(
      'The keeper of the light\n\nThe <b>keeper</b>, who <i>count</i>ed, climbs the steps of the old tower.\n',
    );
    expect(entries.filter(({ reason }) => reason !== 'markup').map(({ text }) => text)).toEqual([
      'The keeper of the light',
      'The keeper, who counted, climbs the steps of the old tower.',
    ]);
  });

  it('shows with a repeat what is printed instead, when the words differ', () => {
    const raw = `The keeper of the light\n\n${LONG}\n\nThe light stays on.\n\n${LONG}\n`;
    const repeat = account(raw).find(({ reason }) => reason === 'duplicate');
    expect(repeat).toMatchObject({ text: LONG });
    expect(repeat).not.toHaveProperty('copy');
  });

  it('stays about as long as its report, though every sentence of a long paragraph comes again', () => {
    const sentences = Array.from({ length: 800 }, (_, n) => `The keeper climbs ${n} steps of the old tower.`);
    const raw = `The keeper of the light\n\n${sentences.join(' ')}\n\n${sentences.join('\n\n')}\n`;
    const repeats = account(raw).filter(({ reason }) => reason === 'duplicate');
    expect(repeats).toHaveLength(sentences.length);
    expect(repeats[0]?.copy).toBe(sentences.join(' '));
    expect(repeats.at(-1)?.copy).toMatch(/^The keeper climbs 0 steps of .{100,}…$/);
    expect(JSON.stringify(repeats).length).toBeLessThan(10 * raw.length);
  });

  it('says what an editor decided', () => {
    const raw = `The keeper of the light\n\n${LONG}\n\nAlso read: Seven night trains you can still catch\n`;
    const report = clean(raw);
    const promo = report.ok ? report.value.ledger.find(({ reason }) => reason === 'promo') : undefined;
    const entries = account(raw, [
      { action: 'restore', passage: promo?.id ?? '' },
      { action: 'add', text: 'We asked again.', at: 'start' },
    ]);
    expect(entries.map(({ role, editor }) => [role, editor])).toEqual([
      ['title', undefined],
      ['dek', undefined],
      ['editor', 'added'],
      ['paragraph', 'restored'],
    ]);
  });
});
