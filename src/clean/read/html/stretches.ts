// Stretches of a text that have something in common, such as those inside links.

export class Stretches {
  /** Where each begins and ends, in order and apart. */
  readonly #edges: number[] = [];
  /** Characters in the stretches up to each edge. */
  readonly #sums: number[] = [];

  /** The stretch is behind all others, or touches the last one. */
  add(start: number, end: number): void {
    const sum = (this.#sums.at(-1) ?? 0) + end - start;
    if (this.#edges.at(-1) === start) {
      this.#edges[this.#edges.length - 1] = end;
      this.#sums[this.#sums.length - 1] = sum;
    } else {
      this.#edges.push(start, end);
      this.#sums.push(this.#sums.at(-1) ?? 0, sum);
    }
  }

  /** How many characters between two offsets are in a stretch. */
  countIn(start: number, end: number): number {
    return this.#before(end) - this.#before(start);
  }

  #before(offset: number): number {
    let low = 0;
    let high = this.#edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edges[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    // `low` edges are before the offset: within a stretch if their number is odd.
    const sum = this.#sums[low - 1] ?? 0;
    return low % 2 === 0 ? sum : sum + offset - (this.#edges[low - 1] ?? 0);
  }
}
