import { resolveFollowUp } from '../../../core/question/follow-up.js';
import type { Lane } from '../../../core/labelling/labels.js';
import type { Answer } from '../../../core/search/answer.js';
import type { Missing } from '../../../core/search/missing.js';
import { hasFurther } from '../../../core/search/further-quotes.js';
import { takeFirstLook } from '../../../core/search/first-look.js';
import { shorten } from '../../../core/text/span.js';
import { countOnPhone, type AnswerFrame } from '../../cards/answer.js';
import type { Card } from '../../cards/card.js';
import { escapeMarkdown } from '../../cards/markdown.js';
import { makeHelp } from '../../cards/help.js';
import { nameAllMissing, renderUnknownDocument } from '../../cards/refusal.js';
import { chooseDocument } from '../../questions/choose-document.js';
import { maxQuestionLength, maxQuotes, normaliseQuestion } from '../../questions/question-line.js';
import { recordMiss, toRefused } from '../../questions/record-miss.js';
import { dropSmallTalk, readSmallTalk } from '../../questions/small-talk.js';
import { saysNothing } from '../../questions/spoken-language.js';
import type { Texts } from '../../texts/texts.js';
import type { Outcome } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import { renderAnswerCard } from './answer-card.js';

const indexDigits = 8;
const maxTitleLength = 80;

interface AskedText {
  readonly text: string;
  /** What the bot is called, by which it may be greeted. */
  readonly names: readonly string[];
  /** Looks for the question that a follow-up goes on from; null where there is none. */
  readonly findPrevious: () => Promise<string | null>;
  readonly lane: Lane | null;
  /** Id, title or path of the only document to look in, as given. */
  readonly wantedDocument: string | null;
  /** What is known to stand nowhere in the texts, which an answer says, too. */
  readonly missing?: readonly Missing[];
}

/** Answers a question as a card, whether it can be answered or not; what is refused is recorded. */
export async function answerQuestion(asked: AskedText, request: Request<unknown>): Promise<Outcome> {
  const { texts } = request;
  const index = await openIndex(request);
  const smallTalk = readSmallTalk(asked.text, asked.names);
  if (smallTalk) return { card: await makeHelp(smallTalk, index, texts), facts: { outcome: 'small talk' } };
  const { text, isCut, understood } = understand(
    dropSmallTalk(asked.text, asked.names),
    await asked.findPrevious(),
    index,
  );
  const { documentId, suggestions } = chooseDocument(index, asked.wantedDocument);
  if (suggestions) {
    const card = renderUnknownDocument(asked.wantedDocument, suggestions, texts);
    return { card, facts: { outcome: 'unknown-document' } };
  }
  const { lane } = asked;
  const notes = isCut ? [texts.questionCut(maxQuestionLength)] : [];
  const missing = asked.missing ?? [];
  const { card, answer } = await composeAnswer({ text, lane, documentId, understood, notes, missing }, index, request);
  const refused = toRefused(answer, { question: text, lane, documentId, index: index.manifest.version });
  return {
    card,
    facts: { outcome: answer.reason ?? 'answered' },
    ...(refused && { beforeDelivery: () => recordMiss(refused, request) }),
  };
}

/** A question with all that it is asked for. */
interface Understood {
  readonly text: string;
  readonly lane: Lane | null;
  readonly documentId: string | null;
  readonly understood: AnswerFrame['understood'];
  /** Lines above those about lane and document, in Markdown. */
  readonly notes: readonly string[];
  readonly missing?: readonly Missing[];
}

/** Asks the index; the answer as a card for `request`, and as it is. */
export async function composeAnswer(
  { text, lane, documentId, understood, notes: before, missing = [] }: Understood,
  index: OpenIndex,
  { texts, place, services }: Pick<Request<unknown>, 'texts' | 'place' | 'services'>,
): Promise<{ readonly card: Card; readonly answer: Answer }> {
  const { waitingCount: waiting } = services.queue;
  const answer = await index.ask(text, { limit: maxQuotes, lane, documentId, waiting });
  const title = documentId === null ? null : index.findListed(documentId)?.metadata.title;
  const notFound = answer.status === 'answered' ? nameAllMissing({ missing }, texts) : null;
  const corrections = answer.spelling?.corrections ?? [];
  const meant = corrections.map((each) => each.meant);
  const notes = [
    ...before,
    ...noteReading(answer, texts),
    ...(notFound === null ? [] : [notFound]),
    ...(typeof title === 'string' ? [texts.onlyIn(escapeMarkdown(shorten(title, maxTitleLength)))] : []),
    ...(lane === null ? [] : [texts.onlyLane(lane)]),
    ...(answer.status === 'answered' && answer.hidden > 0 ? [texts.otherLanes(answer.hidden)] : []),
  ];
  const { version } = index.manifest;
  const look = takeFirstLook(answer, lane);
  const { searchIndex } = await index.fetchTexts(look.quotes.map(({ document }) => document.id));
  const isSlip = corrections.length > 0 && !corrections.some(({ written }) => saysNothing(written));
  const isMissed = answer.reason !== null && answer.reason !== 'empty-question';
  const makeFrame = (shown: number): AnswerFrame => ({
    question: text,
    understood,
    notes,
    index: version,
    publicUrl: services.settings.publicUrl,
    more: hasFurther(look.quotes, shown, searchIndex)
      ? { offset: shown, lane, documentId, index: version.slice(0, indexDigits), first: shown }
      : null,
    etc: { userId: place.userId, lane, documentId },
    ...(isMissed && { tell: { lane, documentId } }),
    ...(isMissed && isSlip && { meant }),
  });
  // Of two places that differ neither is shown alone.
  const shown = answer.differing
    ? look.shown
    : countOnPhone(look.quotes.slice(0, look.shown), makeFrame(look.shown), texts);
  const card = renderAnswerCard(answer, look.quotes.slice(0, shown), makeFrame(shown), index, texts);
  return { card, answer };
}

/** What an answered question was read as, and what its first two quotes say otherwise. */
function noteReading({ status, spelling, differing }: Answer, texts: Texts): string[] {
  const meant = status === 'answered' ? (spelling?.corrections ?? []).map((each) => each.meant) : [];
  const [first, second] = differing?.figures.map((figure) => escapeMarkdown(figure)) ?? [];
  return [
    ...(meant.length > 0 ? [texts.readAs(escapeMarkdown(meant.join(', ')))] : []),
    ...(differing && first !== undefined && second !== undefined
      ? [texts.placesDiffer(first, second, differing.isNewerFirst)]
      : []),
  ];
}

function understand(given: string, previous: string | null, { analyser }: OpenIndex) {
  const { question, isCut } = normaliseQuestion(given);
  const resolved = previous === null ? null : resolveFollowUp(question, previous, analyser);
  if (resolved === null || previous === null) return { text: question, isCut, understood: null };
  return { text: normaliseQuestion(resolved).question, isCut, understood: { text: question, previous } };
}
