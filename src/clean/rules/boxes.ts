// Boxes between the paragraphs: an invitation to sign up with its field for an address, a row of channels to follow.

import type { Rule, Story } from '../story.ts';
import { isItem, isProse } from '../story.ts';
import type { Unit } from '../units.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { addresses, follows, sellsQuiet, signsUp } from '../words/pleas.ts';

const DROP = { role: 'dropped', rule: 'box', reason: 'boilerplate' } as const;
const LONGEST_LINE = 16;
const LONGEST_LABEL = 8;
const TALLEST = 6;

export const boxes: Rule = {
  id: 'box',
  why: 'lines without a full stop around the field for an address, or beside buttons, belong to their box',
  find: (story) => {
    for (const [i, unit] of story.units.entries()) {
      if (isField(unit)) closeBox(story, i);
      else if (
        isInvitation(unit) &&
        (sellsQuiet(unit.form) || [i - 1, i + 1].some((at) => isButton(story.units[at], story.lexicon)))
      )
        story.settle(unit, { ...DROP, evidence: 'beside a button' });
    }
  },
};

/** "Enter your email address" */
function isField(unit: Unit): boolean {
  return (
    unit.verdict?.role === 'dropped' &&
    unit.verdict.rule !== 'share-bar' &&
    unit.shape.size <= 8 &&
    FIELD.test(unit.form) &&
    (addresses(unit.form) || ADDRESS.test(unit.form))
  );
}

const ADDRESS = /addres|adres|dirección|indirizzo|endereço|адрес|पता|アドレス|地址|주소/u;
const FIELD =
  /\be-? ?mail|correo|courriel|e-?post(?!a? \p{L}*haber)|почт|ई-?मेल|بريد|メール|邮箱|郵箱|電郵|电子邮件|이메일/u;

/** Drops the lines above the field, as far up as one of them invites the visitor. */
function closeBox(story: Story, at: number): void {
  let first = at;
  for (let i = at - 1; i >= 0 && i >= at - TALLEST; i -= 1) {
    const unit = story.units[i];
    if (unit === undefined || (unit.verdict === null && !isLine(unit))) break;
    if (signsUp(unit.form)) first = i;
  }
  for (const unit of story.units.slice(first, at)) story.settle(unit, { ...DROP, evidence: 'above a field' });
}

function isLine(unit: Unit): boolean {
  return unit.shape.ending === 'bare' && unit.shape.size <= LONGEST_LINE && unit.level === 0 && !isItem(unit);
}

function isInvitation(unit: Unit): boolean {
  return (
    unit.verdict === null &&
    isLine(unit) &&
    !isProse(unit) &&
    unit.shape.size <= LONGEST_LABEL &&
    (follows(unit.form) || sellsQuiet(unit.form))
  );
}

/** A channel to follow. */
function isButton(unit: Unit | undefined, { networks }: Lexicon): boolean {
  return unit?.verdict?.role === 'dropped' && unit.form.split(/[\s|·,]+/).some((word) => networks.has(word));
}
