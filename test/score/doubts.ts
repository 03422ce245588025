// Whether what is marked doubtful is what an editor should look at: the true sentences that were lost.

import type { Report } from '../../src/clean/index.ts';
import { holdsSentence } from '../../src/clean/sentence.ts';
import { createLineJudge } from './measure.ts';
import type { Page } from './pages.ts';

export class DoubtTally {
  #pages = 0;
  #flags = 0;
  readonly #lost = { all: 0, flagged: 0, held: 0 };
  readonly #whole = { all: 0, held: 0 };

  add(page: Page, { ledger }: Report): void {
    if (page.gold === null) return;
    const isStory = createLineJudge(page.gold, page.title);
    const cuts = ledger.filter(
      ({ role, reason }) => role === 'dropped' && reason !== 'markup' && reason !== 'duplicate',
    );
    const lost = cuts.filter(({ text }) => holdsSentence(text) && isStory(text) === true);
    const isHeld = ledger.some(
      ({ role, text, doubtful }) =>
        doubtful === true && (role === 'title' || (role === 'dropped' && holdsSentence(text))),
    );
    this.#pages += 1;
    this.#flags += ledger.filter(({ doubtful }) => doubtful === true).length;
    this.#lost.all += lost.length;
    this.#lost.flagged += lost.filter(({ doubtful }) => doubtful === true).length;
    if (isHeld) this.#lost.held += lost.length;
    if (lost.length > 0) return;
    this.#whole.all += 1;
    if (isHeld) this.#whole.held += 1;
  }

  print(): void {
    if (this.#pages === 0) return;
    const share = (part: number, of: number): string => `${part} of ${of}`;
    console.log(
      `  doubts: ${(this.#flags / this.#pages).toFixed(1)} a page; ` +
        `${share(this.#lost.flagged, this.#lost.all)} lost true sentences are marked`,
    );
    console.log(
      `  'hold' keeps back ${share(this.#whole.held, this.#whole.all)} pages that lost no sentence, ` +
        `and ${share(this.#lost.held, this.#lost.all)} lost sentences stand in a held one`,
    );
  }
}
