// The normal form of a mail address: what makes two spellings the same subscriber. The platform's URL parser writes
// an international domain in ASCII; README.md says why no library is used.

import { err, ok, type Result } from '../../result.ts';

/** RFC 5321, 4.5.3.1: the longest forward path without its angle brackets, local part and label. */
const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;
/** Nobody types more, and the checks below are not meant for more. */
const MAX_TYPED = 4 * MAX_ADDRESS;

/** Invisible characters that are copied with an address: spaces, and marks of direction or of zero width. */
const UNSEEN_AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/**
 * RFC 5322 dot-atom, ASCII: a local part in quotes or beyond ASCII is not deliverable in practice. Checked before
 * the case is lowered, which turns some other letters into ASCII ones, and so into somebody else's address.
 */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** What a person may type as a host name, in any script, so that the URL parser sees nothing but a host. */
const HOST = /^[A-Za-z0-9.\P{ASCII}-]+$/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Trims, lowers the case and writes an international domain in ASCII.
 * @returns the normal form, or why the text is not an address, as a clause that can follow a line number.
 */
export function normaliseAddress(text: string): Result<string, string> {
  if (text.length > MAX_TYPED) return err(`the address is longer than ${MAX_ADDRESS} characters`);
  const address = text.replace(UNSEEN_AROUND, '');
  if (address === '') return err('the address is empty');
  const at = address.lastIndexOf('@');
  if (at === -1) return err('the address has no @');
  const localPart = address.slice(0, at);
  if (localPart === '') return err('nothing stands before the @');
  if (localPart.length > MAX_LOCAL_PART)
    return err(`the part before the @ is longer than ${MAX_LOCAL_PART} characters`);
  if (!LOCAL_PART.test(localPart))
    return err('the part before the @ has characters or dots that mail does not allow there');
  const domain = normaliseDomain(address.slice(at + 1));
  if (!domain.ok) return domain;
  const normal = `${localPart.toLowerCase()}@${domain.value}`;
  if (normal.length > MAX_ADDRESS) return err(`the address is longer than ${MAX_ADDRESS} characters`);
  return ok(normal);
}

function normaliseDomain(host: string): Result<string, string> {
  if (host === '') return err('nothing stands after the @');
  const ascii = HOST.test(host) ? URL.parse(`http://${host}/`)?.hostname : undefined;
  if (ascii === undefined) return err('the domain is not a host name');
  const labels = ascii.split('.');
  if (labels.length < 2) return err('the domain has no dot');
  if (!labels.every((label) => LABEL.test(label))) return err('the domain is not a host name');
  if (/^\d+$/.test(labels.at(-1) ?? '')) return err('the domain is a number, not a name');
  if (!isDecodable(ascii)) return err('the domain is not a host name');
  return ok(ascii);
}

/** The URL parser believes `xn--` in a host that is all ASCII, and decodes it beside a label that is not. */
const isDecodable = (ascii: string): boolean =>
  !ascii.includes('xn--') || URL.canParse(`http://${ascii}.\u00fc/`);
