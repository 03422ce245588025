// The mails as one object each turned into JSON, compared with the bytes that are put together from pieces.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../src/deliver/mailer/mailer.ts';
import { type Addressee, compileMail, writeMails } from '../../../src/deliver/request/mail-json.ts';
import { fillTemplate } from '../../../src/render/index.ts';
import type { RequestTemplate } from '../../../src/render/template.ts';
import { TEMPLATE } from '../world.ts';

const NO_LIMIT = Number.POSITIVE_INFINITY;

function mailTo(template: RequestTemplate, { to, token, tag }: Addressee): Mail {
  const { subject, html, text, headers } = fillTemplate(template, token);
  return {
    from: template.from,
    to: [to],
    subject,
    html,
    text,
    ...(template.replyTo === null ? {} : { reply_to: template.replyTo }),
    headers,
    tags: [...template.tags, { name: 'subscriber', value: tag }],
  };
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const wholeOf = (template: RequestTemplate, addressees: readonly Addressee[]): string =>
  JSON.stringify(addressees.map((addressee) => mailTo(template, addressee)));

const written = (template: RequestTemplate, addressees: readonly Addressee[]): string =>
  decode(writeMails(compileMail(template, 'subscriber'), addressees, NO_LIMIT).body);

/** What JSON escapes, what UTF-8 writes in two, three and four bytes, half a sign, and words of JSON's own. */
const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\n', '\u2028', '\u0000', '\ud83d', '\udcf0', 'ü', '€', '📰', '","to":["', '$&'),
);
/** A placeholder that JSON would make of other signs, too. */
const placeholder = fc.constantFrom('COPYDESK-TOKEN', 'n-TOKEN', 'u2028');
const content = (word: string) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: odd }, { weight: 1, arbitrary: fc.constant(word) }), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));

const template: fc.Arbitrary<RequestTemplate> = placeholder.chain((word) =>
  fc.record({
    from: odd,
    replyTo: fc.option(odd),
    subject: odd,
    html: content(word),
    text: content(word),
    headers: fc.dictionary(fc.oneof(odd, fc.constantFrom('10', '__proto__')), content(word), { maxKeys: 4 }),
    tags: fc.array(fc.record({ name: odd, value: odd }), { maxLength: 3 }),
    linkBase: fc.constant('https://desk.example'),
    keyId: fc.constant('key-1'),
    placeholder: fc.constant(word),
  }),
);
const addressee: fc.Arbitrary<Addressee> = fc.record({
  to: odd,
  token: fc.string({ unit: 'binary-ascii', minLength: 1 }),
  tag: odd,
});

describe('the body of a batch', () => {
  it('is byte for byte the JSON of its mails', () => {
    fc.assert(
      fc.property(template, fc.array(addressee, { minLength: 1, maxLength: 5 }), (of, addressees) => {
        expect(written(of, addressees)).toBe(wholeOf(of, addressees));
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends before the mail with which it would hold more bytes than it may, and holds at least one', () => {
    const addressees = Array.from({ length: 10 }, (_, n) => ({
      to: `${'r'.repeat(n)}@example.com`,
      token: `token-${n}`,
      tag: String(n),
    }));
    for (let size = 1; size <= addressees.length; size += 1) {
      const bytes = new TextEncoder().encode(wholeOf(TEMPLATE, addressees.slice(0, size))).length;
      const fill = (most: number) => writeMails(compileMail(TEMPLATE, 'subscriber'), addressees, most);
      expect(fill(bytes).size).toBe(size);
      expect(fill(bytes).body).toHaveLength(bytes);
      expect(fill(bytes - 1).size).toBe(Math.max(1, size - 1));
    }
  });
});
