import { fingerprint } from '../../../core/text/fingerprint.js';
import { resolveFollowUp } from '../../../core/question/follow-up.js';
import type { Lane } from '../../../core/labelling/labels.js';
import { shorten } from '../../../core/text/span.js';
import type { AnswerFrame } from '../../cards/answer.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { renderUnknownDocument } from '../../cards/refusal.js';
import { chooseDocument } from '../../questions/choose-document.js';
import { maxQuestionLength, maxQuotes, normaliseQuestion } from '../../questions/question-line.js';
import { recordMiss, toRefused } from '../../questions/record-miss.js';
import type { Outcome } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import { countShown, renderAnswerCard } from './answer-card.js';

const indexDigits = 8;
const maxTitleLength = 80;

interface AskedText {
  readonly text: string;
  /** Looks for the question that a follow-up goes on from; null where there is none. */
  readonly findPrevious: () => Promise<string | null>;
  readonly lane: Lane | null;
  /** Id, title or path of the only document to look in, as given. */
  readonly wantedDocument: string | null;
  readonly canThread: boolean;
}

/** Answers a question as a card, whether it can be answered or not; what is refused is recorded. */
export async function answerQuestion(asked: AskedText, request: Request<unknown>): Promise<Outcome> {
  const { texts, place } = request;
  const index = await openIndex(request);
  const { text, isCut, understood } = understand(asked.text, await asked.findPrevious(), index);
  const { documentId, title, suggestions } = chooseDocument(index, asked.wantedDocument);
  if (suggestions) {
    const card = renderUnknownDocument(asked.wantedDocument, suggestions, texts);
    return { card, facts: { outcome: 'unknown-document' } };
  }
  const { lane, canThread } = asked;
  const { waitingCount: waiting } = request.services.queue;
  const answer = await index.ask(text, { limit: maxQuotes, lane, documentId, waiting });
  const notes = [
    ...(isCut ? [texts.questionCut(maxQuestionLength)] : []),
    ...(title === null ? [] : [texts.onlyIn(escapeMarkdown(shorten(title, maxTitleLength)))]),
    ...(lane === null ? [] : [texts.onlyLane(lane)]),
    ...(answer.status === 'answered' && answer.hidden > 0 ? [texts.otherLanes(answer.hidden)] : []),
  ];
  const { version } = index.manifest;
  const refused = toRefused(answer, { question: text, lane, documentId, index: version });
  const [first] = answer.quotes;
  const shown = countShown(answer);
  const frame: AnswerFrame = {
    question: text,
    understood,
    notes,
    index: version,
    askerId: place.userId,
    canThread,
    more:
      answer.quotes.length > shown || answer.quotes.slice(0, shown).some(({ continues }) => continues)
        ? { offset: shown, lane, documentId, index: version.slice(0, indexDigits) }
        : null,
    ...(first && { answer: { lane, documentId, mark: fingerprint(first.exact) } }),
    ...(refused && { tell: { lane, documentId } }),
  };
  return {
    card: renderAnswerCard(answer, frame, index, texts),
    facts: { outcome: answer.reason ?? 'answered' },
    ...(refused && { beforeDelivery: () => recordMiss(refused, request) }),
  };
}

function understand(given: string, previous: string | null, { analyser }: OpenIndex) {
  const { question, isCut } = normaliseQuestion(given);
  const resolved = previous === null ? null : resolveFollowUp(question, previous, analyser);
  if (resolved === null || previous === null) return { text: question, isCut, understood: null };
  return { text: normaliseQuestion(resolved).question, isCut, understood: { text: question, previous } };
}
