// The front matter of a report file: the lines between two rules of hyphens at its very top.

import type { Span } from '../ledger/passage.ts';

/** What a text or a page says of itself. */
export type Meta = {
  title?: string;
  source?: string;
  url?: string;
  author?: string;
  date?: string;
  /** Of an HTML page: the name of its site, and its language as it is given there. */
  site?: string;
  lang?: string;
  sample?: boolean;
};

/** `end` is where the text proper begins; `title` is the span of the title's value, without quotes. */
export type FrontMatter = { end: number; meta: Meta; title: Span | null };

const OPENING = /^[\ufeff\s]{0,20}---[ \t]*\r?\n/;
const FIELD = /^([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.*)$/;
const MAX_LINES = 60;

export function readFrontMatter(raw: string): FrontMatter | null {
  const opening = OPENING.exec(raw);
  if (opening === null) return null;
  const meta: Meta = {};
  let title: Span | null = null;
  let at = opening[0].length;
  let fields = 0;
  for (let n = 0; n < MAX_LINES && at < raw.length; n += 1) {
    const newline = raw.indexOf('\n', at);
    const lineEnd = newline === -1 ? raw.length : newline;
    if (lineEnd - at > 2000) return null;
    const line = raw.slice(at, lineEnd).trimEnd();
    if (line === '---' || line === '...') {
      if (fields === 0) return null;
      return { end: newline === -1 ? raw.length : newline + 1, meta, title };
    }
    const field = FIELD.exec(line);
    if (field !== null) {
      fields += 1;
      const name = (field[1] ?? '').toLowerCase();
      const value = span(raw, at + line.length - (field[2] ?? '').length, at + line.length);
      setField(meta, name, raw.slice(value.start, value.end));
      if (name === 'title' && value.end > value.start) title = value;
    } else if (line !== '' && !/^(?:\s+\S|-\s|#)/.test(line)) return null;
    at = lineEnd + 1;
  }
  return null;
}

function span(raw: string, start: number, end: number): Span {
  const quote = raw[start];
  if (end - start >= 2 && (quote === '"' || quote === "'") && raw[end - 1] === quote)
    return { start: start + 1, end: end - 1 };
  return { start, end };
}

function setField(meta: Meta, name: string, value: string): void {
  if (name === 'sample') meta.sample = /^(?:true|yes)$/i.test(value);
  else if (
    value !== '' &&
    (name === 'title' || name === 'source' || name === 'url' || name === 'author' || name === 'date')
  ) {
    meta[name] = value;
  }
}
