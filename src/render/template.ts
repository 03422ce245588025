// The placeholder of a request template: chosen, filled, hashed. Code that works on a rendered mail imports this
// file, since it needs no React.

import { sha256 } from '../crypto/hash.ts';
import type { Result } from '../result.ts';
import { list, members, optional, readStored, record, text, textOrNull } from './stored.ts';

/** The issue in the web addresses of a mail that belongs to no issue. */
export const EXAMPLE_SLUG = 'example';

/**
 * The request to the mail provider as it is frozen at approval, but for the recipient. It is stored as JSON, and its hash
 * is what was approved: so version 1 has no member for its version, and a change of its shape adds one.
 */
export type RequestTemplate = {
  readonly from: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  /** The base of every link, without a slash at its end, and the key that signs the recipients' tokens. */
  readonly linkBase: string;
  readonly keyId: string;
  /** Stands in html, text and headers where a recipient's unsubscribe token goes, and nowhere else. */
  readonly placeholder: string;
  /** SHA-256 of what the issue's pages on the web show: anyone who approves the mail approves them too. */
  readonly pageSha256?: string;
};

/** @returns a stored template, written by this version of the code or an earlier one, or what is wrong with it. */
export const readRequestTemplate = (json: string): Result<RequestTemplate, string> =>
  readStored(json, [undefined], VERSION_1) as Result<RequestTemplate, string>;

const VERSION_1 = members({
  from: text,
  replyTo: textOrNull,
  subject: text,
  html: text,
  text,
  headers: record(text),
  tags: list(members({ name: text, value: text })),
  linkBase: text,
  keyId: text,
  placeholder: text,
  pageSha256: optional(text),
});

/** @returns a word that needs no escaping in html or an address, and that does not occur in `content`. */
export function pickPlaceholder(content: string): string {
  if (!content.includes('COPYDESK-TOKEN')) return 'COPYDESK-TOKEN';
  // A text may hold very many of them, so it is read once.
  const taken = new Set(
    Array.from(content.matchAll(/COPYDESK-TOKEN-(\d+)-/g), ([, number]) => Number(number)),
  );
  let n = 1;
  while (taken.has(n)) n += 1;
  return `COPYDESK-TOKEN-${n}-`;
}

/** What one recipient gets. Splices, never renders: the same token always gives the same bytes. */
export function fillTemplate(
  template: RequestTemplate,
  token: string,
): { subject: string; html: string; text: string; headers: Record<string, string> } {
  const fill = (text: string): string => text.replaceAll(template.placeholder, () => token);
  return {
    subject: template.subject,
    html: fill(template.html),
    text: fill(template.text),
    headers: Object.fromEntries(Object.entries(template.headers).map(([name, value]) => [name, fill(value)])),
  };
}

/**
 * The same mail as another issue: the tag and the address on the web are its own, and no other byte differs.
 * @param slug of the issue that was approved, and of the other one; null where it has no pages.
 */
export function renameTemplate(
  template: RequestTemplate,
  issueId: string,
  slug: { readonly from: string; readonly to: string } | null,
): RequestTemplate {
  const rename = (text: string): string => (slug === null ? text : text.replaceAll(slug.from, () => slug.to));
  return {
    ...template,
    html: rename(template.html),
    text: rename(template.text),
    headers: Object.fromEntries(
      Object.entries(template.headers).map(([name, value]) => [name, rename(value)]),
    ),
    tags: template.tags.map((tag) => (tag.name === 'issue' ? { ...tag, value: issueId } : tag)),
  };
}

/** @returns the SHA-256, in hex, of the template's JSON with sorted keys: the same content, the same hash. */
export const hashTemplate = (template: RequestTemplate): Promise<string> => sha256(canonicalJson(template));

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
