import type { Answer } from '../../../core/search/answer.js';
import { foldRepeated } from '../../../core/search/first-look.js';
import type { Quote } from '../../../core/search/quote.js';
import { quotesAtOnce, renderAnswer, type AnswerFrame } from '../../cards/answer.js';
import type { Card } from '../../cards/card.js';
import { measureCoverage, nameAllMissing, renderRefusal } from '../../cards/refusal.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { Texts } from '../../texts/texts.js';

/**
 * The one place that turns an answer into a card: its quotes, of which `shown` are shown at once, else what is related or of other
 * lanes, else why there are none.
 */
export function renderAnswerCard(
  answer: Answer,
  shown: readonly Quote[],
  frame: AnswerFrame,
  index: OpenIndex,
  texts: Texts,
): Card {
  if (answer.status === 'answered') return renderAnswer(shown, frame, texts);
  const isWanted = ({ label }: Quote): boolean => label !== 'opinion' || frame.etc?.lane === 'opinion';
  const related = foldRepeated(answer.related.filter(isWanted)).slice(0, quotesAtOnce);
  if (related.length > 0) {
    const missing = nameAllMissing(answer, texts);
    const notes = [...frame.notes, `**${texts.refusal.related}**`, ...(missing === null ? [] : [missing])];
    return renderAnswer(related, { ...frame, notes }, texts);
  }
  if (answer.otherLanes.length > 0) {
    const others = foldRepeated(answer.otherLanes).slice(0, quotesAtOnce);
    const notes = [...frame.notes, `**${texts.refusal['only-other-lane']}**`];
    return renderAnswer(others, { ...frame, notes }, texts);
  }
  return renderRefusal(answer, frame, measureCoverage(index), texts);
}
