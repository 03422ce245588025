// The links of a text part: a number where the link stands, and its address at the end, alone on its line.

export class References {
  readonly #urls: string[] = [];

  /** @returns the text with the number of its link behind it. The number stays on the line of the last word. */
  refer(text: string, url: string): string {
    const known = this.#urls.indexOf(url);
    const number = known === -1 ? this.#urls.push(url) : known + 1;
    return `${text}\u00a0[${number}]`;
  }

  list(): string {
    return this.#urls.map((url, index) => `[${index + 1}] ${url}`).join('\n');
  }
}
