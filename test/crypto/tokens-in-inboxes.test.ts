// One of each token that the first versions put into mails, as they made it: whoever holds one can still use it.

import { describe, expect, it } from 'vitest';
import { importSigningKeys, type SigningKey, signToken, verifyToken } from '../../src/crypto/tokens.ts';

const keys = await importSigningKeys('a-newer-signing-key-of-tests, a-signing-key-for-tests-only');
const [, key] = keys as [SigningKey, SigningKey];

const UNSUBSCRIBE = 'Nw.IGYfAfr_yxfVvFIV0RyfTSkMh2FChyf6GEei-ynAmmY';
const EXAMPLE = 'ZXhhbXBsZQ.35TihV6E7QPwIVh8rJBYoLEdc3jCT8TIFnjgi3jL4ao';
const CONFIRM = 'MTI.FtnpO3rSqJVOmmu735J9_UMf2ll4CtLvQK70DEUzLM8';
const VISIT = 'NS4xNzk2MDAwMDAwMDAw.5meyEeyILrXEbWfw5KPiRmoY11KUDxYSIosHkIdcyac';
const VISIT_ENDS = 1_796_000_000_000;

const LATER = Date.parse('2040-01-01T00:00Z');

describe('a token that was mailed by the first versions', () => {
  it('still unsubscribes, for ever', async () => {
    expect(await verifyToken(keys, 'unsubscribe', UNSUBSCRIBE, LATER)).toMatchObject({
      value: { subject: '7' },
    });
    expect(await verifyToken(keys, 'unsubscribe', EXAMPLE, LATER)).toMatchObject({
      value: { subject: 'example' },
    });
  });

  it('still confirms: the row of its asking says how long', async () => {
    expect(await verifyToken(keys, 'confirm', CONFIRM, LATER)).toMatchObject({ value: { subject: '12' } });
  });

  it("still leads to one's own data, for its hour", async () => {
    expect(await verifyToken(keys, 'visit', VISIT, VISIT_ENDS - 1)).toMatchObject({
      value: { subject: '5' },
    });
    expect(await verifyToken(keys, 'visit', VISIT, VISIT_ENDS)).toMatchObject({ error: 'expired' });
  });

  it.each([UNSUBSCRIBE, EXAMPLE, CONFIRM, VISIT])('serves no other purpose: %s', async (token) => {
    const verified = await Promise.all(
      (['unsubscribe', 'confirm', 'visit', 'session'] as const).map((purpose) =>
        verifyToken(keys, purpose, token, 0),
      ),
    );
    expect(verified.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it('a link to unsubscribe is the same today: a batch that was frozen before an update keeps its bytes', async () => {
  expect(await signToken(key, 'unsubscribe', '7')).toBe(UNSUBSCRIBE);
});
