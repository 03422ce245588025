// The JSON of a run's mails, escaped and encoded once. What differs between recipients goes between its pieces, so each
// mail costs only the copying of its bytes.

import type { RequestTemplate } from '../../render/template.ts';

/** What differs: an address, a token for the links (ASCII, not empty), and the value of the last tag. */
export type Addressee = { readonly to: string; readonly token: string; readonly tag: string };

type Field = keyof Addressee;

export type CompiledMail = {
  readonly pieces: readonly Uint8Array[];
  /** What comes after each piece but the last. */
  readonly fields: readonly Field[];
  /** Bytes of all pieces. */
  readonly bytes: number;
};

const encoder = new TextEncoder();
const OPEN = 0x5b;
const COMMA = 0x2c;
const CLOSE = 0x5d;

/** @param tagName of the tag that comes after those of the template. */
export function compileMail(template: RequestTemplate, tagName: string): CompiledMail {
  const { from, replyTo, subject, html, text, headers, tags, placeholder } = template;
  const fill = (content: string): Part[] =>
    content.split(placeholder).flatMap((piece, n) => [...(n === 0 ? [] : [TOKEN]), escapeJson(piece)]);
  // The order of the fields is that of `Mail`, and part of every digest that was ever frozen.
  return join([
    `{"from":${JSON.stringify(from)},"to":[`,
    { field: 'to' },
    `],"subject":${JSON.stringify(subject)},"html":"`,
    ...fill(html),
    '","text":"',
    ...fill(text),
    `"${replyTo === null ? '' : `,"reply_to":${JSON.stringify(replyTo)}`},"headers":{`,
    ...Object.entries(headers).flatMap(([name, value], n) => [
      `${n === 0 ? '' : ','}${JSON.stringify(name)}:"`,
      ...fill(value),
      '"',
    ]),
    `},"tags":[${tags.map((tag) => `${JSON.stringify(tag)},`).join('')}{"name":${JSON.stringify(tagName)},"value":`,
    { field: 'tag' },
    '}]}',
  ]);
}

/**
 * The JSON array of the mails to the first of `addressees`: to all of them, or to as many as fit into `maxBytes`,
 * but at least to one.
 */
export function writeMails(
  mail: CompiledMail,
  addressees: readonly Addressee[],
  maxBytes: number,
): { body: Uint8Array<ArrayBuffer>; size: number } {
  const values: Record<Field, Uint8Array>[] = [];
  let bytes = 1;
  for (const { to, token, tag } of addressees) {
    const value = {
      to: encoder.encode(JSON.stringify(to)),
      token: encoder.encode(escapeJson(token)),
      tag: encoder.encode(JSON.stringify(tag)),
    };
    const more = mail.fields.reduce((sum, field) => sum + value[field].length, mail.bytes + 1);
    if (values.length > 0 && bytes + more > maxBytes) break;
    values.push(value);
    bytes += more;
  }
  const body = new Uint8Array(bytes);
  let at = 0;
  const put = (part: Uint8Array): void => {
    body.set(part, at);
    at += part.length;
  };
  for (const value of values) {
    body[at] = at === 0 ? OPEN : COMMA;
    at += 1;
    for (const [n, piece] of mail.pieces.entries()) {
      put(piece);
      const field = mail.fields[n];
      if (field !== undefined) put(value[field]);
    }
  }
  body[at] = CLOSE;
  return { body, size: values.length };
}

type Part = string | { readonly field: Field };

const TOKEN: Part = { field: 'token' };

/** What goes between the quotes. */
const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);

function join(parts: readonly Part[]): CompiledMail {
  const texts = [''];
  const fields: Field[] = [];
  for (const part of parts) {
    if (typeof part === 'string') texts.push(`${texts.pop()}${part}`);
    else {
      fields.push(part.field);
      texts.push('');
    }
  }
  const pieces = texts.map((text) => encoder.encode(text));
  return { pieces, fields, bytes: pieces.reduce((sum, { length }) => sum + length, 0) };
}
