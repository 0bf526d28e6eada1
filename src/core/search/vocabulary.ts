/** Numbers of terms, from 0 in the order of their coming. A number stays, so that what was counted of one document holds in every index. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];

  get size(): number {
    return this.words.length;
  }

  /** The number of a term, which gets one if it has none. */
  add(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    this.numbers.set(term, this.words.length);
    this.words.push(term);
    return this.words.length - 1;
  }

  numberOf(term: string): number | undefined {
    return this.numbers.get(term);
  }

  /** The term of a number. Throws a RangeError for one that none has. */
  termOf(number: number): string {
    const term = this.words[number];
    if (term === undefined) throw new RangeError(`term ${number} of ${this.words.length}`);
    return term;
  }
}
