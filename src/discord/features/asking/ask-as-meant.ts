import { MessageFlags, type MessageComponentInteraction } from 'discord.js';
import type { Missing } from '../../../core/search/missing.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { readCustomId, type ActionFields } from '../../custom-ids/custom-id.js';
import type { Visibility } from '../../delivery/responder.js';
import { renderLeft } from '../../quotes/locate-quote.js';
import { readAnsweredQuestion } from '../../questions/question-line.js';
import { replaceMiss } from '../../questions/record-miss.js';
import type { Outcome } from '../../request/feature.js';
import { rowIdOf } from '../../request/asking-place.js';
import { openIndex, type Request } from '../../request/request.js';
import { answerQuestion } from './answer-question.js';

type Press = MessageComponentInteraction;

/** The answer takes the refusal's place for whoever asked; somebody else gets one of their own. */
export function chooseMeantVisibility(source: Press): Visibility {
  return isByAsker(source) ? 'update' : 'private';
}

/**
 * Asks the question of a refusal again with its slips put right, as the vocabulary of the texts tells now, just as if it had been asked so; what else
 * stands nowhere is said as before. Of whoever had asked it the slip is no missed question then.
 */
export async function askAsMeant(
  request: Request<Press>,
  { lane, documentId }: ActionFields<'meant'>,
): Promise<Card | Outcome> {
  const { source, texts, place } = request;
  const question = readAnsweredQuestion(source.message);
  if (question === null) return renderNotice(texts.unknownAction);
  const index = await openIndex(request);
  if (documentId !== null && !index.findListed(documentId)) return renderLeft(documentId, index, texts);
  const { spelling, missing } = await index.ask(question, { lane, documentId });
  const text = spelling?.question ?? question;
  const isStillMissing = (each: Missing): boolean =>
    'text' in each && spelling?.corrections.every(({ written }) => written !== each.text) === true;
  const outcome = await answerQuestion(
    {
      text,
      names: [],
      findPrevious: () => Promise.resolve(null),
      lane,
      wantedDocument: documentId,
      missing: missing.filter(isStillMissing),
    },
    request,
  );
  if (text === question || !isByAsker(source)) return outcome;
  const beforeDelivery = async (): Promise<void> => {
    await outcome.beforeDelivery?.();
    const key = { guildId: place.guildId, lane, documentId, placeId: rowIdOf(place, request.services) };
    await replaceMiss({ ...key, question }, { ...key, question: text }, request);
  };
  return { ...outcome, beforeDelivery };
}

function isByAsker({ customId, user, message }: Press): boolean {
  const action = readCustomId(customId);
  return message.flags.has(MessageFlags.Ephemeral) || (action?.name === 'meant' && action.fields.userId === user.id);
}
