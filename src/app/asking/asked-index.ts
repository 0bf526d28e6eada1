import type { Answer, AnswerOptions } from '../../core/search/answer.js';
import type { FoundPassage } from '../../core/search/passage-search.js';
import type { Quote } from '../../core/search/quote.js';
import type { ReadingOptions } from './answer-ranking.js';
import type { NamedDocument } from './find-document.js';
import type { Provenance } from './provenance.js';

/** What can be asked of an index, whichever engine keeps it. */
export interface AskedIndex {
  /** Answers with quotes, each with its label, or says why not. */
  ask(question: string, options?: Partial<AnswerOptions> & ReadingOptions): Promise<Answer & Provenance>;
  /** The best passages for a query, with the parts of their scores. */
  search(query: string, count: number): Promise<{ readonly passages: FoundPassage[] } & Provenance>;
  /** The document that somebody means by an id, a path or a title; rejects with `bad-input`, naming others, where that is not clear. */
  requireDocument(name: string): Promise<NamedDocument>;
  /** What follows a quote that goes on; null where nothing follows. */
  continueQuote(quote: Quote): Promise<Quote | null>;
  close(): Promise<void>;
}
