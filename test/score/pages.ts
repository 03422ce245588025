// The real pages beside the repository, if they are there. README.md of `../shared/pages` says where they come from.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Gold } from './gold.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/pages/', import.meta.url));

export type Page = {
  readonly id: string;
  /** Pages of a site are learnt from together, or not at all. */
  readonly site: string;
  readonly text: string;
  /** Its source. Read when asked for: all of them are 230 MB. */
  readonly html: () => string;
  /** The whole article, or null where only snippets are known. */
  readonly gold: string | null;
  readonly title: string | null;
  /** The article in Markdown, with its headings. */
  readonly markdown: string | null;
  /** Passages that must be printed, and that must not be. */
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
};

/** What the pages are read from. */
export type Source = 'text' | 'html';

export const SETS = ['wcxb', 'readability', 'segments'] as const;
export type SetName = (typeof SETS)[number];

export const hasPages = (): boolean => existsSync(FOLDER);

export function readPages(set: SetName): Page[] {
  const folder = `${FOLDER}${set}/`;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const id = name.slice(0, -5);
      const about = JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as About;
      return {
        id: `${set}/${id}`,
        site: siteOf(about.url ?? id),
        text: readFileSync(`${folder}${id}.txt`, 'utf8'),
        html: () => gunzipSync(readFileSync(`${folder}${id}.html.gz`)).toString('utf8'),
        gold: about.gold ?? null,
        title: about.title ?? null,
        markdown: about.markdown ?? null,
        wanted: about.with ?? [],
        unwanted: about.without ?? [],
      };
    });
}

const FIXTURES = fileURLToPath(new URL('../fixtures/clean/', import.meta.url));

/** The reports of the tests. Each is a site by itself. */
export const readFixtures = (): Page[] =>
  readdirSync(FIXTURES)
    .filter((name) => existsSync(`${FIXTURES}${name}/expected.json`))
    .map((name) => {
      const { title, kept } = JSON.parse(readFileSync(`${FIXTURES}${name}/expected.json`, 'utf8')) as Gold;
      return {
        id: `fixtures/${name}`,
        site: `fixtures/${name}`,
        text: readFileSync(`${FIXTURES}${name}/raw.txt`, 'utf8'),
        html: () => '',
        gold: kept.map(({ text }) => text).join('\n'),
        title,
        markdown: null,
        wanted: [],
        unwanted: [],
      };
    });

type About = {
  url?: string;
  title?: string | null;
  gold?: string;
  markdown?: string | null;
  with?: string[];
  without?: string[];
};

/** The last two labels of the host. */
function siteOf(url: string): string {
  try {
    return new URL(url).hostname.split('.').slice(-2).join('.');
  } catch {
    return url;
  }
}

/** Sites in turn: all pages of a site are in one fold. */
export function foldsOf(pages: readonly Page[], count: number): Map<string, number> {
  const sites = [...new Set(pages.map(({ site }) => site))].sort();
  return new Map(sites.map((site, index) => [site, index % count]));
}
