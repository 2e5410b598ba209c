/**
 * Positions ranked by a score that may change: a binary heap whose outdated entries are dropped when they come up.
 * Of equal scores the lowest position comes first.
 */
export class Ranking {
  readonly #scores: number[] = [];
  readonly #heap: { score: number; position: number }[] = [];

  /** Sets the score of a position; a score of 0 or less takes it out. */
  set(position: number, score: number): void {
    if (this.#scores[position] === score) return;
    this.#scores[position] = score;
    if (score <= 0) return;
    this.#heap.push({ score, position });
    this.#rise(this.#heap.length - 1);
  }

  /** The position with the highest score, -1 when there is none. */
  first(): number {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      if (this.#scores[top.position] === top.score) return top.position;
      const last = this.#heap.pop();
      if (this.#heap.length === 0 || last === undefined) continue;
      this.#heap[0] = last;
      this.#sink();
    }
    return -1;
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#isBefore(above, at)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const below = right < this.#heap.length && this.#isBefore(right, left) ? right : left;
      if (below >= this.#heap.length || this.#isBefore(at, below)) return;
      this.#swap(at, below);
      at = below;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return one !== undefined;
    return one.score > other.score || (one.score === other.score && one.position < other.position);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
