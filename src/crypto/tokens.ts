// Signed tokens for the links in a mail and for an editor's session. A token is `<payload>.<HMAC-SHA-256>`, both in
// base64url. It serves one purpose, which is signed too, and names one subject. All tokens but those for unsubscribing
// have an end. Everything is checked here. The payload is readable: put no secret into a token that is mailed.

import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode';
import { err, ok, type Result } from '../result.ts';
import { sha256 } from './hash.ts';

export type SigningKey = { readonly id: string; readonly key: CryptoKey };

/** In every mail, without an end: readers must be able to leave with any mail they find. */
type LastingPurpose = 'unsubscribe';
type PassingPurpose = 'confirm' | 'visit' | 'session';
export type Purpose = LastingPurpose | PassingPurpose;

export type Claims = {
  /** A subscriber, a signup, a data link, or the secret of a session. */
  readonly subject: string;
  /** Null: the subject itself knows how long the token is valid. */
  readonly expiresAt: number | null;
};

const encoder = new TextEncoder();
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;
const MAX_TOKEN_LENGTH = 1024;

/**
 * @param list SIGNING_KEY: secrets separated by commas. The first signs, all verify.
 * @returns the keys in their order; an id is the first 8 hex digits of the secret's SHA-256, so that a frozen
 * issue can name its key without revealing it.
 */
export async function importSigningKeys(list: string): Promise<SigningKey[]> {
  const secrets = list
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');
  return Promise.all(
    secrets.map(async (secret) => {
      const bytes = encoder.encode(secret);
      const [digest, key] = await Promise.all([
        sha256(secret),
        crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign', 'verify']),
      ]);
      return { id: digest.slice(0, 8), key };
    }),
  );
}

/**
 * The same key, purpose, subject and end always give the same token: a retried request keeps its bytes.
 * @param subject letters, digits, `-` and `_`.
 * @param expiresAt milliseconds since 1970.
 */
export async function signToken(key: SigningKey, purpose: LastingPurpose, subject: string): Promise<string>;
export async function signToken(
  key: SigningKey,
  purpose: PassingPurpose,
  subject: string,
  expiresAt: number,
): Promise<string>;
export async function signToken(
  key: SigningKey,
  purpose: Purpose,
  subject: string,
  expiresAt?: number,
): Promise<string> {
  const payload = expiresAt === undefined ? subject : [purpose, subject, expiresAt].join('.');
  const mac = await crypto.subtle.sign(HMAC, key.key, signedBytes(purpose, payload));
  return `${toBase64Url(Uint8Array.from(encoder.encode(payload)).buffer)}.${toBase64Url(mac)}`;
}

/** @returns `unknown` if no key made this token for this purpose. Takes constant time per key. */
export async function verifyToken(
  keys: readonly SigningKey[],
  purpose: Purpose,
  token: string,
  now: number,
): Promise<Result<Claims, 'unknown' | 'expired'>> {
  const payload = await readSigned(keys, purpose, token);
  const claims = payload === null ? null : readClaims(purpose, payload);
  if (claims === null) return err('unknown');
  return claims.expiresAt !== null && claims.expiresAt <= now ? err('expired') : ok(claims);
}

/** Also reads the first version's tokens, which are in inboxes: their purpose is signed but not written. */
function readClaims(purpose: Purpose, payload: string): Claims | null {
  const [, written, subject = '', end] = /^([a-z]+)\.([\w-]+)\.(\d{1,15})$/.exec(payload) ?? [];
  if (purpose !== 'unsubscribe' && written === purpose) return { subject, expiresAt: Number(end) };
  switch (purpose) {
    case 'unsubscribe':
      return { subject: payload, expiresAt: null };
    case 'confirm':
      return /^\d{1,15}$/.test(payload) ? { subject: payload, expiresAt: null } : null;
    case 'visit': {
      const [, id, hourEnds] = /^(\d{1,15})\.(\d{1,15})$/.exec(payload) ?? [];
      return id === undefined ? null : { subject: id, expiresAt: Number(hourEnds) };
    }
    case 'session':
      return null;
  }
}

async function readSigned(
  keys: readonly SigningKey[],
  purpose: Purpose,
  token: string,
): Promise<string | null> {
  if (token.length > MAX_TOKEN_LENGTH) return null;
  const [body, mac, ...rest] = token.split('.');
  if (body === undefined || mac === undefined || rest.length > 0) return null;
  const payload = fromBase64Url(body);
  const signature = fromBase64Url(mac);
  if (payload === null || signature === null) return null;
  const text = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(payload);
  for (const { key } of keys) {
    if (await crypto.subtle.verify(HMAC, key, signature, signedBytes(purpose, text))) return text;
  }
  return null;
}

/** A hash that only the holder of the key can make or compare, in hex: names a text without revealing it. */
export async function hashUnder({ key }: SigningKey, purpose: string, text: string): Promise<string> {
  return toHex(await crypto.subtle.sign(HMAC, key, encoder.encode(`${purpose}\n${text}`)));
}

/** Whether two secrets are equal, in a time that does not depend on where they differ or how long they are. */
export async function isSameSecret(given: string, wanted: string): Promise<boolean> {
  const key = await crypto.subtle.generateKey({ ...HMAC, length: 256 }, false, ['sign', 'verify']);
  const mac = await crypto.subtle.sign(HMAC, key as CryptoKey, encoder.encode(wanted));
  return crypto.subtle.verify(HMAC, key as CryptoKey, mac, encoder.encode(given));
}

/** A hash that only the holder of the key can make or compare. */
export type KeyedHash = {
  /** Names the key without revealing it. */
  readonly fingerprint: string;
  /** HMAC-SHA-256 in lower-case hex. */
  readonly hash: (text: string) => Promise<string>;
};

export async function createKeyedHash(secret: string): Promise<KeyedHash> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), HMAC, false, ['sign']);
  const hash = async (text: string): Promise<string> =>
    toHex(await crypto.subtle.sign(HMAC, key, encoder.encode(text)));
  return { fingerprint: (await hash('fingerprint')).slice(0, 16), hash };
}

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const signedBytes = (purpose: Purpose, payload: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(encoder.encode(`${purpose}\n${payload}`));

const toBase64Url = (bytes: ArrayBuffer): string => encodeBase64Url(bytes).replace(/=+$/, '');

/** One spelling per value: a token that decodes but is spelt differently was not made here. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = Uint8Array.from(decodeBase64Url(text));
    return toBase64Url(bytes.buffer) === text ? bytes : null;
  } catch {
    return null;
  }
}
