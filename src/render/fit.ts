// A mail that is too long is cut where it does the least harm: the running text of the longest stories first,
// then questions, then opening paragraphs; never inside a passage. What is left stands on the web page.

import type { Digest } from '../digest/index.ts';
import { type Caps, lengthsOf, shorten } from '../digest/index.ts';

type Rendered = {
  readonly html: string /** Of the longest mail that would leave. */;
  readonly bytes: number;
};
type Fitted = { readonly html: string; readonly shown: Digest };

/** Closer than this to the limit, another passage would seldom fit. */
const SLACK_BYTES = 1500;
const MAX_ATTEMPTS = 8;

/**
 * The same digest is always cut at the same place.
 * @param room what it prints at most, however short it is.
 */
export function fitToSize(
  digest: Digest,
  render: (digest: Digest) => Rendered,
  maxBytes: number,
  room: Caps = {},
): Fitted {
  const { body: roomForBody = Number.POSITIVE_INFINITY, faq: roomForFaq = Number.POSITIVE_INFINITY } = room;
  const attempt = ({ body = roomForBody, faq = roomForFaq, dek }: Caps): Fitted & Rendered => {
    const shown = shorten(digest, { body, faq, ...(dek === undefined ? {} : { dek }) });
    // A text that is too long by itself need not be rendered to know it.
    const bytes = leastBytes(shown);
    return bytes > maxBytes ? { html: '', bytes, shown } : { ...render(shown), shown };
  };
  const whole = attempt({});
  if (whole.bytes <= maxBytes) return whole;

  const most = lengthsOf(digest);
  const steps: readonly (readonly [number, (cap: number) => Caps])[] = [
    [Math.min(most.body, roomForBody), (body) => ({ body })],
    [Math.min(most.faq, roomForFaq), (faq) => ({ body: 0, faq })],
    [most.dek, (dek) => ({ body: 0, faq: 0, dek })],
  ];
  let above = whole;
  for (const [highest, capsFor] of steps) {
    const none = attempt(capsFor(0));
    if (none.bytes <= maxBytes)
      return closest(none, above, highest, (cap) => attempt(capsFor(cap)), maxBytes);
    above = none;
  }
  // Titles and sources alone are too long: the mail is refused, by name.
  return { html: render(digest).html, shown: digest };
}

/** Between a cap that fits and one that does not: bytes grow about evenly with the cap, so it is soon near. */
function closest(
  fitting: Fitted & Rendered,
  tooLong: Rendered,
  highest: number,
  attempt: (cap: number) => Fitted & Rendered,
  maxBytes: number,
): Fitted {
  let best = fitting;
  let low = 0;
  let high = highest;
  let highBytes = tooLong.bytes;
  for (let n = 0; n < MAX_ATTEMPTS && maxBytes - best.bytes > SLACK_BYTES && high - low > 1; n += 1) {
    const share = (maxBytes - best.bytes) / (highBytes - best.bytes);
    const cap = Math.min(high - 1, Math.max(low + 1, Math.floor(low + (high - low) * share)));
    const next = attempt(cap);
    if (next.bytes <= maxBytes) {
      best = next;
      low = cap;
    } else {
      high = cap;
      highBytes = next.bytes;
    }
  }
  return best;
}

/** Bytes of the element around a passage, with its style, at the very least. Lines and cells have none of their own. */
const MIN_ELEMENT = 60;
const ELEMENTS: ReadonlySet<string> = new Set(['paragraph', 'list-item', 'quote', 'editor']);

/**
 * Every unit of UTF-16 takes at least one byte of UTF-8. The elements count too: a report of very many short lines
 * would make an html of many megabytes, only to be cut.
 */
export function leastBytes(digest: Digest): number {
  let bytes = 0;
  for (const { dek, sections, faq } of digest.stories) {
    bytes += dek?.length ?? 0;
    for (const { blocks } of sections)
      for (const { kind, text } of blocks) bytes += text.length + (ELEMENTS.has(kind) ? MIN_ELEMENT : 0);
    for (const { question, answer } of faq) {
      bytes += question.length + MIN_ELEMENT;
      for (const text of answer) bytes += text.length + MIN_ELEMENT;
    }
  }
  return bytes;
}
