// Boxes between the paragraphs: an invitation to sign up with its field for an address, a row of channels to follow.

import type { Lexicon } from '../languages/lexicon.ts';
import { addresses, follows, sellsQuiet, signsUp } from '../languages/pleas.ts';
import type { Segment } from '../split/segment.ts';
import type { PageDocument, Rule } from '../story.ts';
import { isItem, isProse } from '../story.ts';

const DROP = { role: 'dropped', rule: 'box', reason: 'boilerplate' } as const;
const MAX_LINE = 16;
const MAX_LABEL = 8;
const MAX_LINES = 6;

export const boxes: Rule = {
  id: 'box',
  why: 'lines without a full stop around the field for an address, or beside buttons, belong to their box',
  find: (story) => {
    for (const [i, unit] of story.segments.entries()) {
      if (isField(unit)) closeBox(story, i);
      else if (
        isInvitation(unit) &&
        (sellsQuiet(unit.normalized) ||
          [i - 1, i + 1].some((at) => isButton(story.segments[at], story.lexicon)))
      )
        story.settle(unit, { ...DROP, evidence: 'beside a button' });
    }
  },
};

/** "Enter your email address" */
function isField(unit: Segment): boolean {
  return (
    unit.verdict?.role === 'dropped' &&
    unit.verdict.rule !== 'share-bar' &&
    unit.shape.size <= 8 &&
    FIELD.test(unit.normalized) &&
    (addresses(unit.normalized) || ADDRESS.test(unit.normalized))
  );
}

const ADDRESS = /addres|adres|dirección|indirizzo|endereço|адрес|पता|アドレス|地址|주소/u;
const FIELD =
  /\be-? ?mail|correo|courriel|e-?post(?!a? \p{L}*haber)|почт|ई-?मेल|بريد|メール|邮箱|郵箱|電郵|电子邮件|이메일/u;

/** Drops the lines above the field, as far up as one of them invites the visitor. */
function closeBox(story: PageDocument, at: number): void {
  let first = at;
  for (let i = at - 1; i >= 0 && i >= at - MAX_LINES; i -= 1) {
    const unit = story.segments[i];
    if (unit === undefined || (unit.verdict === null && !isLine(unit))) break;
    if (signsUp(unit.normalized)) first = i;
  }
  for (const unit of story.segments.slice(first, at))
    story.settle(unit, { ...DROP, evidence: 'above a field' });
}

function isLine(unit: Segment): boolean {
  return unit.shape.ending === 'bare' && unit.shape.size <= MAX_LINE && unit.level === 0 && !isItem(unit);
}

function isInvitation(unit: Segment): boolean {
  return (
    unit.verdict === null &&
    isLine(unit) &&
    !isProse(unit) &&
    unit.shape.size <= MAX_LABEL &&
    (follows(unit.normalized) || sellsQuiet(unit.normalized))
  );
}

/** A channel to follow. */
function isButton(unit: Segment | undefined, { networks }: Lexicon): boolean {
  return (
    unit?.verdict?.role === 'dropped' && unit.normalized.split(/[\s|·,]+/).some((word) => networks.has(word))
  );
}
