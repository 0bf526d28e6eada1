import type { LibrarySnapshot } from '../../../app/asking/library-snapshot.js';
import { fingerprint } from '../../../core/text/fingerprint.js';
import type { Quote } from '../../../core/search/quote.js';
import type { MissKey, OptIn } from '../../../core/misses/miss-store.js';
import { showQuotes } from '../asking/answer-question.js';
import { renderAnswer } from '../../cards/answer.js';
import type { Card } from '../../cards/card.js';
import { textsFor } from '../../texts/languages.js';
import { missTextsFor } from './languages.js';

/** The direct message for somebody who wanted to be told: an answer with its first quote. */
export function renderNews(
  { question, lane, documentId }: MissKey,
  quote: Quote,
  { userId, locale }: Pick<OptIn, 'userId' | 'locale'>,
  library: LibrarySnapshot,
): Card {
  const texts = textsFor(locale);
  const { told, toldHint } = missTextsFor(texts.locale);
  const frame = {
    question,
    understood: null,
    notes: [told, toldHint],
    index: library.manifest.version,
    askerId: userId,
    canThread: false,
    more: null,
    answer: { lane, documentId, mark: fingerprint(quote.exact) },
  };
  return renderAnswer(showQuotes([quote], library), frame, texts);
}
