import type { Concept } from '../question/concepts.js';
import type { ConceptScores } from '../search/concept-scores.js';
import { maxWritings, type Level, type Whole, type Writings } from '../search/whole.js';
import type { WordPattern } from '../search/word-pattern.js';
import { namesOf } from '../text/document.js';
import type { IndexedDocument } from '../search/search-index.js';
import type { CorpusIndex } from './corpus-index.js';
import { GatheredFacts } from './gathered-facts.js';
import type { TermFacts } from './term-facts.js';
import { WholeScores } from './whole-scores.js';

/** How many documents are read at once in search of words: few first, since the first often has them. */
const readAtOnce = { first: 2, most: 64 } as const;

/** What a corpus says all together of one question, fetched as it is asked for; see `settle`. */
export class WholeFacts implements Whole {
  readonly counts: Whole['counts'];
  private readonly written = new GatheredFacts<string, Writings>((term) => term, { count: 0, texts: [] });
  private readonly held = new GatheredFacts<string, number>((term) => term, 0);
  private readonly ofPart = new Map<Level, ConceptScores>();
  private readonly standing = new GatheredFacts<WordPattern, boolean>(({ pattern }) => String(pattern), false);

  constructor(
    private readonly corpus: CorpusIndex,
    private readonly terms: TermFacts,
    private readonly scores: WholeScores,
    /** The documents of the part, rising. */
    private readonly numbers: readonly number[],
    readonly namesSections: boolean,
  ) {
    this.counts = scores.counts;
  }

  knows(term: string): boolean {
    return this.terms.knows(term);
  }

  termsLike(word: string): readonly string[] {
    return this.terms.termsLike(word);
  }

  termsFrom(beginning: string): readonly string[] {
    return this.terms.termsFrom(beginning);
  }

  scoreUnits(concepts: readonly Concept[], level: Level): ConceptScores {
    if (concepts !== this.scores.concepts) throw new RangeError('other concepts than those that were counted');
    const known = this.ofPart.get(level) ?? this.scores.partOf(this.numbers, level);
    this.ofPart.set(level, known);
    return known;
  }

  standTogether(concepts: readonly Concept[]): boolean {
    return this.scores.standTogether(concepts);
  }

  writingsOf(term: string): Writings {
    return this.written.get(term);
  }

  countSentences(term: string): number {
    return this.held.get(term);
  }

  stands(words: WordPattern): boolean {
    return this.standing.get(words);
  }

  async gather(): Promise<boolean> {
    const areTermsNew = await this.terms.gather();
    const [written, standing] = [this.written.takeMissing(), this.standing.takeMissing()];
    const held = this.held.takeMissing();
    await this.fetchWritings(written);
    const postings = held.length > 0 ? await this.corpus.findPostings(held) : null;
    for (const term of held) this.held.add(term, postings?.get(term)?.sentences.units.length ?? 0);
    for (const words of standing) this.standing.add(words, await holdsWords(this.corpus, words));
    return areTermsNew || written.length + held.length + standing.length > 0;
  }

  private async fetchWritings(terms: readonly string[]): Promise<void> {
    if (terms.length === 0) return;
    const postings = await this.corpus.findPostings(terms);
    for (const term of terms) {
      const units = postings.get(term)?.sentences.units ?? new Uint32Array();
      const places = Array.from(units.subarray(0, maxWritings), (unit) => this.scores.placeOf(unit));
      const documents = [...new Set(places.map(({ document }) => document))];
      const loaded = new Map((await this.corpus.load(documents)).map((one, i) => [documents[i], one]));
      const texts = places.map(({ document, sentence }) => {
        const indexed = loaded.get(document);
        const span = indexed?.sentences[sentence];
        return span ? indexed.document.text.slice(span.start, span.end) : '';
      });
      this.written.add(term, { count: units.length, texts });
    }
  }
}

/** Documents of a corpus in an order, read few at first and then more at once. */
export async function* readInOrder(corpus: CorpusIndex, documents: readonly number[]): AsyncGenerator<IndexedDocument> {
  let count: number = readAtOnce.first;
  for (let first = 0; first < documents.length; first += count, count = Math.min(readAtOnce.most, 2 * count)) {
    yield* await corpus.load(documents.slice(first, first + count));
  }
}

async function holdsWords(corpus: CorpusIndex, words: WordPattern): Promise<boolean> {
  const { pattern } = words;
  for await (const { document } of readInOrder(corpus, await corpus.findHolding(words))) {
    if (pattern.test(document.text) || namesOf(document).some((name) => pattern.test(name))) return true;
  }
  return false;
}
