// The report as readers get it, put together from units that are all decided.

import type { Override } from './ledger/overrides.ts';
import type { Passage } from './ledger/passage.ts';
import type { Meta } from './read/front-matter.ts';
import type { Segment } from './split/segment.ts';

export type Block = {
  kind: 'paragraph' | 'list-item' | 'quote' | 'row' | 'editor';
  text: string;
  /** Of an item of a numbered list. */
  number?: number;
};
export type Section = {
  heading: string | null;
  /** Of a heading that is numbered. */
  number?: number;
  blocks: Block[];
};
export type Question = { question: string; answer: string[] };
export type Stats = {
  passages: number;
  printed: number;
  duplicate: number;
  promo: number;
  boilerplate: number;
  markup: number;
};
export type Body = { title: string | null; dek: string | null; sections: Section[]; faq: Question[] };

export function composeBody(units: readonly Segment[]): Body {
  const body: Body = { title: null, dek: null, sections: [], faq: [] };
  for (const unit of units) {
    const role = unit.verdict?.role;
    const { text } = unit;
    switch (role) {
      case 'title':
        body.title = text;
        break;
      case 'dek':
        body.dek = text;
        break;
      case 'heading':
        body.sections.push({ heading: text, ...numberOf(unit), blocks: [] });
        break;
      case 'question':
        body.faq.push({ question: text, answer: [] });
        break;
      case 'answer':
        body.faq.at(-1)?.answer.push(text);
        break;
      case 'paragraph':
      case 'list-item':
      case 'editor': {
        if (body.sections.length === 0) body.sections.push({ heading: null, blocks: [] });
        body.sections.at(-1)?.blocks.push({ kind: kindOf(unit), text, ...numberOf(unit) });
        break;
      }
      default:
        break;
    }
  }
  return body;
}

const NUMBERED: readonly unknown[] = ['list-item', 'heading'];

const numberOf = ({ marker, verdict }: Segment): Pick<Block, 'number'> =>
  marker?.kind === 'number' && NUMBERED.includes(verdict?.role) ? { number: marker.value } : {};

function kindOf(unit: Segment): Block['kind'] {
  const role = unit.verdict?.role;
  if (role === 'editor' || role === 'list-item') return role;
  if (unit.columns) return 'row';
  return unit.marker?.kind === 'quote' ? 'quote' : 'paragraph';
}

/** The receipt. Markup, and passages that continue another, are not counted. */
export function countPassages(ledger: readonly Passage[]): Stats {
  const stats: Stats = { passages: 0, printed: 0, duplicate: 0, promo: 0, boilerplate: 0, markup: 0 };
  for (const { role, reason, continues } of ledger) {
    if (continues === true) continue;
    if (role !== 'dropped') stats.printed += 1;
    else if (reason !== undefined) stats[reason] += 1;
  }
  stats.passages = stats.printed + stats.duplicate + stats.promo + stats.boilerplate;
  return stats;
}
export type Report = {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string | null;
  dek: string | null;
  sections: Section[];
  faq: Question[];
  sources: string[];
  meta: Meta;
  ledger: Passage[];
  stats: Stats;
  /** Decisions whose passage does not stand in the text (any more). */
  unmatched: Override[];
};
export type CleanOptions = { lang?: string; overrides?: readonly Override[] };
export type CleanProblem = {
  reason: 'empty' | 'binary' | 'too-long' | 'nothing-left' | 'needs-script' | 'no-story' | 'bad-override';
  message: string;
};
