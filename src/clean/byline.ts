// Who wrote a report: "By Jane Doe", "Written by: City Desk".

import type { Lexicon } from './languages/lexicon.ts';
import { foldCase } from './ledger/dedupe-key.ts';
import { LEAD } from './promo.ts';

/** "By Jane Doe", "Written by: City Desk", in a place where a byline may stand (that is for the caller to know). */
export function bylineIn(text: string, lexicon: Lexicon): string | null {
  const body = text.replace(LEAD, '');
  const label = lexicon.byline.exec(foldCase(body))?.[0];
  if (label === undefined) return null;
  const colon = /^\s*[:：/]\s*/.exec(body.slice(label.length));
  const names = body
    .slice(label.length + (colon?.[0].length ?? 0))
    .trim()
    .replace(/\s*\([^()]*\)$/, '');
  const words = names.split(/[\s,|&]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 14 || /[?!:;]$/.test(names)) return null;
  if (/\.$/.test(names) && !/\b\p{L}{1,2}\.$/u.test(names)) return null;
  if (colon !== null) return label;
  // "Words" or "Author" alone opens no byline; a preposition does.
  if (
    !/(?:^|\s)(?:by|por|par|di|von|door|de|da|af|av|oleh|írta|redaktion|redaccion)$/.test(label) &&
    /\p{Ll}/u.test(label)
  )
    return null;
  const named = words.every(
    (word) =>
      /^[\p{Lu}\p{Lo}\p{N}(@]/u.test(word) ||
      /^(?:and|y|e|et|und|i|in|la|le|les|el|los|il|unserer|unserem|de|da|von|van|der|del|di|of|for|the|at|our|with|mit|avec|con|com|aus|à|en|a|с|и|та|ve|agencies|staff|correspondent|reporter|secci[oó]n|redacci[oó]n|reda[cç][aã]o|equip[oe]|editoria|r[eé]daction|rubrique|service|redazione|sezione|redaktion|ressort|desk|section|team)$/u.test(
        word,
      ),
  );
  // "Por Ana Costa, do portal": what follows a name and a comma may be anything.
  const signed =
    words.length >= 2 && words.length <= 12 && /^\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+,/u.test(names);
  return (named && words.length <= 10) || signed ? label : null;
}

/** The newsroom that signs a report. */
export const DESK =
  /(?:newsroom|news ?desk|web desk|staff(?: writer| reporter)?|correspondent|editorial team|redaktion|redacción|redação|rédaction|redazione|redakcja|редакция|редакція|haber merkezi)$/u;
