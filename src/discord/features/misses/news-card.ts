import type { Quote } from '../../../core/search/quote.js';
import type { MissKey, OptIn } from '../../../core/misses/miss-store.js';
import { renderAnswer } from '../../cards/answer.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { writeQuestionLine } from '../../questions/question-line.js';
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

/** The same where the text that answers is not asked in direct messages: it says only where to ask again. */
export function renderNewsWithoutQuote(
  { question }: MissKey,
  { locale, placeIds }: Pick<OptIn, 'locale' | 'placeIds'>,
): Card {
  const { told, toldElsewhere } = missTextsFor(textsFor(locale).locale);
  const [channelId] = placeIds;
  const lines = [writeQuestionLine(question), told, toldElsewhere(channelId === undefined ? null : `<#${channelId}>`)];
  return renderNotice(lines.join('\n'), 'good');
}
