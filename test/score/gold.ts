// A report in the shape of the gold files: what is kept, in reading order, and what is dropped.

import type { Report } from '../../src/clean/report.ts';

export type Gold = {
  lang: string;
  title: string | null;
  kept: { kind: string; text: string }[];
  dropped: { reason: string; text: string }[];
};

export function toGold(report: Report): Gold {
  return {
    lang: report.lang,
    title: report.title,
    kept: [
      ...(report.dek === null ? [] : [{ kind: 'dek', text: report.dek }]),
      ...report.sections.flatMap(({ heading, blocks }) => [
        ...(heading === null ? [] : [{ kind: 'heading', text: heading }]),
        ...blocks.map(({ kind, text }) => ({ kind: kind === 'list-item' ? kind : 'paragraph', text })),
      ]),
      ...report.faq.flatMap(({ question, answer }) => [
        { kind: 'question', text: question },
        ...answer.map((text) => ({ kind: 'answer', text })),
      ]),
    ],
    dropped: droppedOf(report),
  };
}

function droppedOf({ ledger }: Report): Gold['dropped'] {
  const dropped: Gold['dropped'] = [];
  let open: Gold['dropped'][number] | undefined;
  for (const { role, reason, text, continues } of ledger) {
    if (reason === 'markup') continue;
    if (continues === true) {
      if (open !== undefined) open.text += ` ${text}`;
      continue;
    }
    open = role === 'dropped' && reason !== undefined ? { reason, text } : undefined;
    if (open !== undefined) dropped.push(open);
  }
  return dropped;
}

/** What the gold rules fix: language, title, kept texts with their kinds, dropped texts with their reasons. */
export function isSame(a: Gold, b: Gold): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

export function comparable({ lang, title, kept, dropped }: Gold): unknown {
  return {
    lang,
    title,
    kept: kept.map(({ kind, text }) => `${kind}: ${text}`),
    dropped: dropped.map(({ reason, text }) => `${reason}: ${text}`),
  };
}
