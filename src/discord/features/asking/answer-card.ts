import type { Answer } from '../../../core/search/answer.js';
import { quotesPerMessage, renderAnswer, withMarkup, type AnswerFrame } from '../../cards/answer.js';
import type { Card } from '../../cards/card.js';
import { measureCoverage, renderRefusal } from '../../cards/refusal.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { Texts } from '../../texts/texts.js';

/** The one place that turns an answer into a card: its quotes, else those of other lanes, else why there are none. */
export function renderAnswerCard(answer: Answer, frame: AnswerFrame, index: OpenIndex, texts: Texts): Card {
  if (answer.status === 'answered') {
    return renderAnswer(withMarkup(answer.quotes.slice(0, quotesPerMessage), index), frame, texts);
  }
  if (answer.otherLanes.length > 0) {
    const others = withMarkup(answer.otherLanes.slice(0, quotesPerMessage), index);
    const notes = [...frame.notes, `**${texts.refusal['only-other-lane']}**`];
    return renderAnswer(others, { ...frame, notes }, texts);
  }
  return renderRefusal(answer, frame, measureCoverage(index), texts);
}
