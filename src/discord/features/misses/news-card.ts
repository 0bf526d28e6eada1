import type { Quote } from '../../../core/search/quote.js';
import type { MissKey, OptIn } from '../../../core/misses/miss-store.js';
import { renderAnswer } from '../../cards/answer.js';
import type { Card } from '../../cards/card.js';
import { missTextsFor, textsFor } from '../../texts/languages.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';

/** The direct message for somebody who wanted to be told: an answer with its first quote. */
export function renderNews(
  { question, lane, documentId }: MissKey,
  quote: Quote,
  { userId, locale }: Pick<OptIn, 'userId' | 'locale'>,
  library: OpenIndex,
  publicUrl: string | null,
): Card {
  const texts = textsFor(locale);
  const { told, toldHint } = missTextsFor(texts.locale);
  const frame = {
    question,
    understood: null,
    notes: [told, toldHint],
    index: library.manifest.version,
    publicUrl,
    more: null,
    etc: { userId, lane, documentId },
  };
  return renderAnswer([quote], frame, texts);
}
