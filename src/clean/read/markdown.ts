// A report printed as Markdown. Cleaned again it loses nothing but the markup (law 6).

import type { Report } from '../report.ts';

/** Markdown with a blank line between blocks; the questions come last, labelled "Q:" and "A:". */
export function toMarkdown(report: Report): string {
  const blocks: string[] = [];
  if (report.title !== null) blocks.push(`# ${asText(report.title)}`);
  if (report.dek !== null) blocks.push(asBlock(report.dek));
  for (const { heading, blocks: body } of report.sections) {
    if (heading !== null) blocks.push(`## ${asText(heading)}`);
    for (const { kind, text } of body) {
      if (kind === 'list-item') blocks.push(`- ${asText(text)}`);
      else if (kind === 'quote') blocks.push(`> ${asText(text)}`);
      else blocks.push(asBlock(text));
    }
  }
  for (const { question, answer } of report.faq) {
    blocks.push(`Q: ${asText(question)}`);
    for (const text of answer) blocks.push(`A: ${asText(text)}`);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Characters that the text would lose as entities, tags, stars or links are written as entities. */
function asText(text: string): string {
  return text
    .replace(/&(?=#|[a-zA-Z])/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[*_[\]]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** What would be read as a marker at the beginning of a block. */
function asBlock(text: string): string {
  return asText(text).replace(/^[#>+•·■◆▶►▼▽●◎★☆□◇▪◦‣⁃∙▸▹➢➤✓✔☑✅-]/u, (char) => `&#${char.charCodeAt(0)};`);
}
