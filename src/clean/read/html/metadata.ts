// What a page says of itself beside its visible text: `<title>`, `<meta>`, `<link rel=canonical>`, JSON-LD, `<html lang>`.
// It chooses among the visible lines and is offered to editors; none of it is printed as text of the report.

import { decodeEntities } from '../entities.ts';
import type { Meta } from '../front-matter.ts';
import type { Attributes } from './tokens.ts';

const MAX_WORD = 500;
const MAX_JSON = 300_000;
const MAX_NODES = 2000;

/** For each word of ours the names in `<meta>` that hold it, the best first. */
const NAMES = {
  title: ['og:title', 'twitter:title', 'dc.title', 'parsely-title'],
  author: ['author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author', 'article:author'],
  date: [
    'article:published_time',
    'datepublished',
    'date',
    'dc.date',
    'parsely-pub-date',
    'pubdate',
    'publish-date',
  ],
  site: ['og:site_name', 'application-name', 'publisher'],
  url: ['og:url'],
} as const;
const KNOWN: ReadonlySet<string> = new Set(Object.values(NAMES).flat());

export type Metadata = {
  readonly meta: Meta;
  /** What the page names as its headline, the surest first; some with the name of the site behind it. */
  readonly headlines: readonly string[];
};

export class MetadataReader {
  readonly #found = new Map<string, string>();
  #title = '';
  #canonical = '';
  #lang = '';
  #story: Story = {};

  open(name: string, attributes: Attributes): void {
    if (name === 'html') this.#lang ||= toLine(attributes.get('lang') ?? attributes.get('xml:lang'));
    else if (name === 'link' && attributes.raw('rel')?.toLowerCase() === 'canonical')
      this.#canonical ||= toLine(attributes.get('href'));
    else if (name === 'meta') {
      const key = (
        attributes.raw('property') ??
        attributes.raw('name') ??
        attributes.raw('itemprop') ??
        ''
      ).toLowerCase();
      const content = KNOWN.has(key) ? toLine(attributes.get('content')) : '';
      if (content !== '' && !this.#found.has(key)) this.#found.set(key, content);
    }
  }

  /** The text of the page's `<title>`. */
  addTitle(text: string): void {
    this.#title ||= toLine(decodeEntities(text.slice(0, 2 * MAX_WORD)));
  }

  /** The text of a `<script type="application/ld+json">`. */
  addLinkedData(text: string): void {
    if (this.#story.headline !== undefined || text.length > MAX_JSON) return;
    try {
      this.#story = { ...findStory(JSON.parse(text)), ...this.#story };
    } catch {
      // It is not JSON, so it says nothing.
    }
  }

  finish(): Metadata {
    const named = (
      word: keyof typeof NAMES,
      ...others: readonly (string | undefined)[]
    ): string | undefined =>
      [...NAMES[word].map((name) => this.#found.get(name)), ...others].find(
        (value) => value !== undefined && value !== '',
      );
    const story = this.#story;
    const words = {
      title: named('title', story.headline, this.#title),
      author: story.author ?? asName(named('author')),
      date: story.date ?? named('date'),
      site: named('site', story.site),
      url: [this.#canonical, named('url')].find((url) => /^https?:\/\//i.test(url ?? '')),
      lang: this.#lang === '' ? undefined : this.#lang,
    };
    const headlines = [named('title'), story.headline, this.#title].filter(
      (line) => line !== undefined && line !== '',
    );
    return {
      meta: Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Meta,
      headlines: [...new Set(headlines as string[])],
    };
  }
}

type Story = { headline?: string; author?: string; date?: string; site?: string };

/** schema.org's types of stories: `NewsArticle`, `BlogPosting`, `Report` and others end so. */
const STORY = /(?:Article|BlogPosting|Report|Review|Recipe)$/;

/** The first story in JSON-LD, at whatever depth. */
function findStory(data: unknown): Story {
  const queue: unknown[] = [data];
  for (let at = 0; at < queue.length && at < MAX_NODES; at += 1) {
    const node = queue[at];
    if (typeof node !== 'object' || node === null) continue;
    const { '@type': type, headline, author, datePublished, publisher } = node as Record<string, unknown>;
    if (
      [type].flat().some((one) => typeof one === 'string' && STORY.test(one)) &&
      typeof headline === 'string'
    )
      return withoutEmpty({
        headline: toLine(decodeEntities(headline)),
        author: toLine(
          [author]
            .flat()
            .map(nameOf)
            .filter((name) => name !== '')
            .join(', '),
        ),
        date: typeof datePublished === 'string' ? toLine(datePublished) : '',
        site: nameOf(publisher),
      });
    for (const child of Object.values(node)) if (queue.length < MAX_NODES) queue.push(child);
  }
  return {};
}

function nameOf(value: unknown): string {
  const name =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['name'] : value;
  return typeof name === 'string' ? (asName(toLine(decodeEntities(name))) ?? '') : '';
}

/** An author may be given by an address of a page. */
const asName = (value: string | undefined): string | undefined =>
  value === undefined || value.includes('://') ? undefined : value;

const withoutEmpty = (story: Story): Story =>
  Object.fromEntries(Object.entries(story).filter(([, value]) => value !== '' && value !== undefined));

const toLine = (value: string | null): string =>
  (value ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MAX_WORD);
