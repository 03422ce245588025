import { describe, expect, it } from 'vitest';
import { normaliseAddress } from '../../../src/store/index.ts';

const times = (n: number, text: string) => text.repeat(n);

// Invisible characters are written as escapes throughout.
const TAKEN: readonly (readonly [text: string, normal: string])[] = [
  ['ann@example.com', 'ann@example.com'],
  ['  Ann.Lee@Example.COM ', 'ann.lee@example.com'],
  ['\tann@example.com\r\n', 'ann@example.com'],
  ['ann+news@example.co.uk', 'ann+news@example.co.uk'],
  ['ANN+News@example.com', 'ann+news@example.com'],
  ["o'hara@example.ie", "o'hara@example.ie"],
  ["!#$%&'*+/=?^_`{|}~-@example.com", "!#$%&'*+/=?^_`{|}~-@example.com"],
  ['1@2.de', '1@2.de'],
  // Copied with an address: a byte order mark, marks of direction, a space of zero width.
  ['\uFEFFann@example.com', 'ann@example.com'],
  ['\u202Aann@example.com\u202C', 'ann@example.com'],
  ['\u200Bann@example.com\u200B', 'ann@example.com'],
  ['ann@example.com\u00A0', 'ann@example.com'],
  // UTS 46: case, composition, width, other full stops, characters that it removes.
  ['info@BÜCHER.example', 'info@xn--bcher-kva.example'],
  ['info@bu\u0308cher.example', 'info@xn--bcher-kva.example'],
  ['info@例え。テスト', 'info@xn--r8jz45g.xn--zckzah'],
  ['info@例え\uFF0Eテスト', 'info@xn--r8jz45g.xn--zckzah'],
  ['info@\uFF45\uFF58\uFF41\uFF4D\uFF50\uFF4C\uFF45.com', 'info@example.com'],
  ['info@exam\u00ADple.com', 'info@example.com'],
  ['info@exam\u200Bple.com', 'info@example.com'],
  ['info@\u2102.com', 'info@c.com'],
  ['info@💩.la', 'info@xn--ls8h.la'],
  // What IDNA2003 wrote differently: two domains with two owners.
  ['info@straße.de', 'info@xn--strae-oqa.de'],
  ['info@STRAẞE.de', 'info@xn--strae-oqa.de'],
  ['info@strasse.de', 'info@strasse.de'],
  ['info@βόλος.gr', 'info@xn--nxasmm1c.gr'],
  ['info@βόλοσ.gr', 'info@xn--nxasmq6b.gr'],
  ['info@ΒΌΛΟΣ.gr', 'info@xn--nxasmq6b.gr'],
  ['info@ΒΌΛΟΣ-1.gr', 'info@xn---1-e9b0buy4d.gr'],
  ['info@نامه\u200Cای.ir', 'info@xn--mgba3gch31f060k.ir'],
  // It looks like another domain, but has its own owner.
  ['info@p\u0430ypal.com', 'info@xn--pypal-4ve.com'],
  ['info@אב.example', 'info@xn--4dbc.example'],
  ['info@XN--BCHER-KVA.example', 'info@xn--bcher-kva.example'],
  ['info@ab--cd.example', 'info@ab--cd.example'],
  // As long as allowed.
  [`${times(64, 'a')}@example.com`, `${times(64, 'a')}@example.com`],
  [`a@${times(63, 'a')}.com`, `a@${times(63, 'a')}.com`],
  [
    `${times(64, 'a')}@${times(3, `${times(61, 'a')}.`)}org`,
    `${times(64, 'a')}@${times(3, `${times(61, 'a')}.`)}org`,
  ],
];

const PART = 'the part before the @ has characters or dots that mail does not allow there';
const HOST = 'the domain is not a host name';
const NUMBER = 'the domain is a number, not a name';

const REFUSED: readonly (readonly [text: string, reason: string])[] = [
  ['', 'the address is empty'],
  ['   ', 'the address is empty'],
  ['\u200B\u202C', 'the address is empty'],
  ['ann', 'the address has no @'],
  ['ann\uFF20example.com', 'the address has no @'],
  ['@example.com', 'nothing stands before the @'],
  ['ann@', 'nothing stands after the @'],
  ['"ann lee"@example.com', PART],
  ['"ann"@example.com', PART],
  ['ann lee@example.com', PART],
  ['.ann@example.com', PART],
  ['ann.@example.com', PART],
  ['ann..lee@example.com', PART],
  ['ann@@example.com', PART],
  ['ann@lee@example.com', PART],
  ['ann(work)@example.com', PART],
  ['ann,lee@example.com', PART],
  ['ann@x.org;bob@x.org', PART],
  ['ann\\@example.com', PART],
  ['Ann <ann@example.com>', PART],
  ['mailto:ann@example.com', PART],
  ['ann\n@example.com', PART],
  ['ann\r\nBcc: bob@example.com', PART],
  ['ann\u0000@example.com', PART],
  ['ann\u007F@example.com', PART],
  ['jörg@example.com', PART],
  ['用户@example.com', PART],
  ['\uFF41nn@example.com', PART],
  ['ann\u200B@example.com', PART],
  ['ann\u202E@example.com', PART],
  // Lowered, the Kelvin sign is a k: this would be Kate's address.
  ['\u212Aate@example.com', PART],
  ['ann@localhost', 'the domain has no dot'],
  ['ann@127.0.0.1', NUMBER],
  ['ann@\uFF11\uFF12\uFF17.0.0.1', NUMBER],
  ['ann@0x7f.1', NUMBER],
  ['ann@1.2', NUMBER],
  ['ann@example.1', HOST],
  ['ann@[127.0.0.1]', HOST],
  ['ann@[::1]', HOST],
  ['ann@[IPv6:::1]', HOST],
  ['ann@example.com.', HOST],
  ['ann@example..com', HOST],
  ['ann@.example.com', HOST],
  ['ann@example。com。', HOST],
  ['ann@-example.com', HOST],
  ['ann@example-.com', HOST],
  ['ann@exam_ple.com', HOST],
  ['ann@_dmarc.example.com', HOST],
  ['ann@exa mple.com', HOST],
  ['ann@exa\u3000mple.com', HOST],
  ['ann@exa\tmple.com', HOST],
  ['ann@exa\nmple.com', HOST],
  ['ann@exa\u0085mple.com', HOST],
  ['ann@example.com\u0000', HOST],
  ['ann@example.com/path', HOST],
  ['ann@example\uFF0Fcom.de', HOST],
  ['ann@example.com:80', HOST],
  ['ann@example.com?x', HOST],
  ['ann@example.com#x', HOST],
  ['ann@exa%6Dple.com', HOST],
  ['ann@exa\uFF056Dple.com', HOST],
  ['ann@user:word@example.com', PART],
  // Marks of direction and joiners inside, words that run both ways in one label.
  ['ann@exam\u200Dple.com', HOST],
  ['ann@exam\u202Eple.com', HOST],
  ['ann@\u2066example.com', HOST],
  ['ann@\u05D0a.example', HOST],
  ['ann@\u0661\u0662.com', HOST],
  // Punycode that does not decode, or decodes to what no domain may be called.
  ['ann@xn--.example', HOST],
  ['ann@xn--a.example', HOST],
  ['ann@xn--999999999.example', HOST],
  ['ann@xn--example-k06c.com', HOST],
  [`${times(65, 'a')}@example.com`, 'the part before the @ is longer than 64 characters'],
  [`a@${times(64, 'a')}.com`, HOST],
  [`a@ü${times(58, 'a')}.com`, HOST],
  [`a@${times(126, 'a.')}com`, 'the address is longer than 254 characters'],
];

describe('normaliseAddress', () => {
  it.each(TAKEN)('writes %j as %j', (text, normal) => {
    expect(normaliseAddress(text)).toEqual({ ok: true, value: normal });
  });

  it.each(TAKEN)('leaves the normal form of %j as it is', (_, normal) => {
    expect(normaliseAddress(normal)).toEqual({ ok: true, value: normal });
  });

  it.each(REFUSED)('refuses %j: %s', (text, reason) => {
    expect(normaliseAddress(text)).toEqual({ ok: false, error: reason });
  });

  it('refuses a text that nobody could have typed without reading all of it', () => {
    const error = 'the address is longer than 254 characters';
    expect(normaliseAddress(`ann${times(10_000_000, ' ')}@example.com`)).toEqual({ ok: false, error });
  });
});
