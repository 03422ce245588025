// The laws of the ledger as a check. Every test goes through it; it may run anywhere, on any report.

import { INVISIBLE, kindAt, TEXT } from '../read/characters.ts';
import { entityAt } from '../read/entities.ts';
import type { Report } from '../report.ts';
import { mayDrop } from '../sentence.ts';
import { dedupeKeyOf } from './dedupe-key.ts';
import type { Passage } from './passage.ts';

/** Violations of the laws in words, none when all hold. Linear in the length of the text. */
export function checkLedger(raw: string, report: Report): string[] {
  return [
    ...accounted(raw, report.ledger),
    ...nothingInvented(raw, report.ledger),
    ...saidOnce(report.ledger),
    ...sentencesSafe(report.ledger),
    ...printed(report),
  ];
}

/** Law 1: the spans partition the raw text. */
function accounted(raw: string, ledger: readonly Passage[]): string[] {
  const problems: string[] = [];
  let at = 0;
  for (const { start, end, role } of ledger) {
    if (start !== at) problems.push(`a passage begins at ${start}, the one before it ended at ${at}`);
    if (end < start || (end === start && role !== 'editor')) problems.push(`an empty passage at ${start}`);
    at = end;
  }
  if (at !== raw.length) problems.push(`the ledger ends at ${at}, the text at ${raw.length}`);
  return problems;
}

/** Laws 2 and 3: passages read as their span of the raw text does; what is dropped has a reason and a rule. */
function nothingInvented(raw: string, ledger: readonly Passage[]): string[] {
  const problems: string[] = [];
  for (const passage of ledger) {
    if (passage.rule === '') problems.push(`no rule at ${passage.start}`);
    if (passage.role === 'dropped' && passage.reason === undefined)
      problems.push(`no reason at ${passage.start}`);
    if (passage.reason === 'duplicate' && passage.duplicateOf === undefined)
      problems.push(`no copy named at ${passage.start}`);
    if (passage.role === 'editor' || passage.reason === 'markup') continue;
    const want = lettersOf(raw.slice(passage.start, passage.end));
    const have = passage.text.replace(/\s+/g, '');
    if (want !== have)
      problems.push(
        `at ${passage.start} the text reads "${have.slice(0, 60)}", the raw text "${want.slice(0, 60)}"`,
      );
  }
  return problems;
}

/** A raw text without white space and invisible characters, its entities decoded. */
function lettersOf(raw: string): string {
  let out = '';
  for (let i = 0; i < raw.length; i += 1) {
    const entity = raw[i] === '&' ? entityAt(raw, i) : null;
    if (entity !== null) {
      if (!/\s/.test(entity.char) && kindAt(entity.char, 0) !== INVISIBLE) out += entity.char;
      i += entity.length - 1;
    } else if (kindAt(raw, i) === TEXT) out += raw[i];
  }
  return out;
}

/** Law 4: no two printed blocks are equal unless the ledger says why. */
function saidOnce(ledger: readonly Passage[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { passage, text } of printedBlocks(ledger)) {
    const key = dedupeKeyOf(text).replace(/ /g, '');
    if (seen.has(key) && passage.repeat === undefined && passage.override === undefined)
      problems.push(`printed twice: "${text.slice(0, 60)}"`);
    seen.add(key);
  }
  return problems;
}

/** Law 8: a sentence goes only as a copy of what is printed, by the words of a label, or where the judge is sure. */
function sentencesSafe(ledger: readonly Passage[]): string[] {
  const problems: string[] = [];
  for (const { role, rule, reason, text, start, confidence = 0, override } of ledger) {
    if (role !== 'dropped' || reason === undefined) continue;
    if (!mayDrop(text, { rule, reason, confidence, override }))
      problems.push(`at ${start} the rule ${rule} took a sentence: "${text.slice(0, 60)}"`);
  }
  return problems;
}

/** The report prints what the ledger prints, and the receipt adds up. */
function printed(report: Report): string[] {
  const want = printedBlocks(report.ledger).map(({ text }) => text);
  const have = [
    ...(report.title === null ? [] : [report.title]),
    ...(report.dek === null ? [] : [report.dek]),
    ...report.sections.flatMap(({ heading, blocks }) => [
      ...(heading === null ? [] : [heading]),
      ...blocks.map(({ text }) => text),
    ]),
    ...report.faq.flatMap(({ question, answer }) => [question, ...answer]),
  ];
  const problems: string[] = [];
  const squeeze = (texts: string[]): string =>
    texts
      .map((text) => text.replace(/\s+/g, ''))
      .sort()
      .join('\n');
  if (squeeze(want) !== squeeze(have)) problems.push('the report and its ledger print different passages');
  const { passages, printed: count, duplicate, promo, boilerplate } = report.stats;
  if (passages !== count + duplicate + promo + boilerplate) problems.push('the receipt does not add up');
  if (count !== want.length) problems.push(`the receipt says ${count} printed, the ledger ${want.length}`);
  return problems;
}

/** The printed passages of a ledger with those that continue them. */
function printedBlocks(ledger: readonly Passage[]): { passage: Passage; text: string }[] {
  const blocks: { passage: Passage; text: string }[] = [];
  for (const passage of ledger) {
    if (passage.role === 'dropped') continue;
    const open = blocks.at(-1);
    if (passage.continues === true && open !== undefined) open.text += ` ${passage.text}`;
    else blocks.push({ passage, text: passage.text });
  }
  return blocks;
}
