import type { MessageComponentInteraction } from 'discord.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { readAnsweredQuestion } from '../../questions/question-line.js';
import type { Outcome } from '../../request/feature.js';
import { openIndex, type Request } from '../../request/request.js';
import { composeAnswer } from './answer-question.js';

/**
 * Asks the question of a refusal again with its slips put right, as the vocabulary of the texts tells now; the answer takes the refusal's
 * place and stays that of whoever asked.
 */
export async function askAsMeant(
  request: Request<MessageComponentInteraction>,
  { userId, lane, documentId }: ActionFields<'meant'>,
): Promise<Card | Outcome> {
  const { source, texts, place } = request;
  const question = readAnsweredQuestion(source.message);
  if (question === null) return renderNotice(texts.unknownAction);
  const index = await openIndex(request);
  if (documentId !== null && !index.findDocument(documentId)) return renderNotice(texts.documentGone);
  const { spelling } = await index.ask(question, { lane, documentId });
  const asker = { ...request, place: { ...place, userId: userId ?? place.userId } };
  const text = spelling?.question ?? question;
  const { card, answer } = await composeAnswer({ text, lane, documentId, understood: null, notes: [] }, index, asker);
  return { card, facts: { outcome: answer.reason ?? 'answered' } };
}
