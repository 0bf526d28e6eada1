import { knowNothing, type KnownDocuments } from '../../core/search/index-content.js';

/** From so many terms on all that is known is worked out anew: those of texts that are long out of memory are among them. */
const maxTerms = 250_000;

/** What is worked out of texts for one question and is of use for the next one, within bounds. */
export class KnownTexts {
  private known = knowNothing();

  get current(): KnownDocuments {
    if (this.known.vocabulary.size > maxTerms) this.known = knowNothing();
    return this.known;
  }
}
