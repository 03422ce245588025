import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  importSigningKeys,
  isSameSecret,
  type SigningKey,
  signToken,
  verifyToken,
} from '../../src/crypto/tokens.ts';

const [first, second] = (await importSigningKeys('the-first-secret, the-second-secret')) as [
  SigningKey,
  SigningKey,
];

const NOW = Date.parse('2026-12-01T00:00Z');
const NEVER = { ok: false, error: 'unknown' };
const names = (subject: string, expiresAt: number | null = null) => ({
  ok: true,
  value: { subject, expiresAt },
});

describe('a signed token', () => {
  it('gives back its payload, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (payload) => {
        expect(
          await verifyToken([first], 'unsubscribe', await signToken(first, 'unsubscribe', payload), NOW),
        ).toEqual(names(payload));
      }),
    );
  });

  it('is the same each time, so that a retried request keeps its bytes', async () => {
    expect(await signToken(first, 'unsubscribe', '7')).toBe(await signToken(first, 'unsubscribe', '7'));
  });

  it('needs no escaping in a link', async () => {
    expect(await signToken(first, 'unsubscribe', '\u00ff?/+ &')).toMatch(/^[\w-]+\.[\w-]+$/);
  });

  it('has one spelling: a byte order mark before the payload makes it another', async () => {
    const [, mac] = (await signToken(first, 'unsubscribe', '7')).split('.');
    expect(await verifyToken([first], 'unsubscribe', `77u_Nw.${mac}`, NOW)).toEqual(NEVER);
  });

  it('to confirm, to see the own data and of a session says when it ends, and ends then', async () => {
    for (const purpose of ['confirm', 'visit', 'session'] as const) {
      const token = await signToken(first, purpose, 'a-Subject_7', NOW);
      expect(await verifyToken([first], purpose, token, NOW - 1)).toEqual(names('a-Subject_7', NOW));
      expect(await verifyToken([first], purpose, token, NOW)).toEqual({ ok: false, error: 'expired' });
      expect(atob(token.split('.')[0] ?? '')).toBe(`${purpose}.a-Subject_7.${NOW}`);
    }
  });

  it('to unsubscribe never ends', async () => {
    const token = await signToken(first, 'unsubscribe', '7');
    expect(await verifyToken([first], 'unsubscribe', token, 8.64e15)).toEqual(names('7'));
  });

  it('does not verify for another purpose', async () => {
    expect(await verifyToken([first], 'confirm', await signToken(first, 'unsubscribe', '7'), NOW)).toEqual(
      NEVER,
    );
  });

  it('verifies with any key of the list, and with no other', async () => {
    const token = await signToken(second, 'unsubscribe', '7');
    expect(await verifyToken([first, second], 'unsubscribe', token, NOW)).toEqual(names('7'));
    expect(await verifyToken([first], 'unsubscribe', token, NOW)).toEqual(NEVER);
  });

  it('does not verify once a character has changed', async () => {
    const token = await signToken(first, 'unsubscribe', '12345');
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_.'), async (at, character) => {
        fc.pre(token[at] !== character);
        const forged = token.slice(0, at) + character + token.slice(at + 1);
        expect(await verifyToken([first], 'unsubscribe', forged, NOW)).toEqual(NEVER);
      }),
    );
  });

  it('refuses what is no token at all, at any length', async () => {
    for (const token of ['', '.', 'a', 'a.b', 'a.b.c', '%%%.%%%', 'x'.repeat(5000)])
      expect(await verifyToken([first], 'unsubscribe', token, NOW)).toEqual(NEVER);
  });
});

describe('keys', () => {
  it('have ids that tell them apart and do not tell the secret', () => {
    expect(first.id).toMatch(/^[0-9a-f]{8}$/);
    expect(first.id).not.toBe(second.id);
  });
});

describe('comparing secrets', () => {
  it('knows equal from different', async () => {
    expect(await isSameSecret('secret', 'secret')).toBe(true);
    expect(await isSameSecret('secre', 'secret')).toBe(false);
    expect(await isSameSecret('', 'secret')).toBe(false);
  });
});
