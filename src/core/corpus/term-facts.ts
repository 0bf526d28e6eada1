import type { KnownTerms } from '../search/whole.js';
import type { CorpusIndex } from './corpus-index.js';
import { GatheredFacts } from './gathered-facts.js';

const same = (text: string): string => text;

/** What a corpus knows of words, fetched as it is asked for; see `settle`. */
export class TermFacts implements KnownTerms {
  // A term is taken to be known until it turns out that it is not: only then it may be a slip.
  private readonly standing = new GatheredFacts<string, boolean>(same, true);
  private readonly alike = new GatheredFacts<string, readonly string[]>(same, []);
  private readonly begun = new GatheredFacts<string, readonly string[]>(same, []);

  constructor(private readonly corpus: CorpusIndex) {}

  knows(term: string): boolean {
    return this.standing.get(term);
  }

  termsLike(word: string): readonly string[] {
    return this.alike.get(word);
  }

  termsFrom(beginning: string): readonly string[] {
    return this.begun.get(beginning);
  }

  async gather(): Promise<boolean> {
    const [terms, like, from] = [this.standing.takeMissing(), this.alike.takeMissing(), this.begun.takeMissing()];
    if (terms.length + like.length + from.length === 0) return false;
    const found = await this.corpus.findTerms({ terms, like, from });
    for (const term of terms) this.standing.add(term, found.terms.has(term));
    for (const word of like) this.alike.add(word, found.like.get(word) ?? []);
    for (const beginning of from) this.begun.add(beginning, found.from.get(beginning) ?? []);
    return true;
  }
}
