import type { Message, MessageComponentInteraction } from 'discord.js';
import type { MissedPlace } from '../../../core/misses/miss-store.js';
import { accents, container, renderNotice, row, text, type Card } from '../../cards/card.js';
import { readWords } from '../../../core/text/document.js';
import { shorten } from '../../../core/text/span.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import type { AnswerReference } from '../../custom-ids/fields.js';
import { placeQuote } from '../../quotes/locate-quote.js';
import { readActions } from '../../quotes/shown-quotes.js';
import { readAnsweredQuestion } from '../../questions/question-line.js';
import { rowIdOf, viewNow } from '../../request/asking-place.js';
import type { Request } from '../../request/request.js';
import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { Texts } from '../../texts/texts.js';
import { tellOfButton } from './tell-me.js';

const maxPlaceLength = 80;

type Press = Request<MessageComponentInteraction>;

/** Keeps a vote for an answer; its question is no missed one for this person any longer. */
export async function voteHelpful(request: Press, { messageId }: ActionFields<'helpful'>): Promise<Card> {
  const { source, services, texts } = request;
  const voted = messageId ?? source.message.id;
  const { person } = await keepVote(request, voted, true);
  await services.store.misses.withdraw(voted, person);
  return renderNotice(texts.thanks.helpful);
}

/** Keeps a vote against an answer, which makes its question a missed one. */
export async function voteNotHelpful(
  request: Press,
  { answer, messageId }: ActionFields<'not-helpful'>,
): Promise<Card> {
  const { source, place, services, texts } = request;
  const { guildId } = place;
  const { message } = source;
  const { misses } = services.store;
  const placeId = rowIdOf(place, services);
  const voted = messageId ?? message.id;
  const { person, question } = await keepVote(request, voted, false);
  if (question === null) return renderNotice(texts.thanks.notHelpful);
  if (!answer) {
    // A refusal is a missed question already, and does not count twice.
    const refused = readActions(message).find((action) => action.name === 'miss:tell');
    const { lane, documentId } = refused?.fields ?? { lane: null, documentId: null };
    return renderThanks(await misses.findId({ guildId, question, lane, documentId, placeId }), texts);
  }
  const index = await viewNow(place, services);
  const missId = await misses.record({
    guildId,
    question,
    lane: answer.lane,
    documentId: answer.documentId,
    placeId,
    person,
    reason: 'not-helpful',
    nearest: index ? await findFirstQuote(message, answer, index) : [],
    index: index?.manifest.version ?? '',
    downVote: { messageId: voted, mark: answer.mark },
  });
  return renderThanks(missId, texts);
}

async function keepVote(
  { source: { message }, place, services: { store } }: Press,
  messageId: string,
  isHelpful: boolean,
) {
  const person = await store.hashPerson(place.userId);
  const question = readAnsweredQuestion(message);
  await store.votes.cast({ messageId, person, guildId: place.guildId, isHelpful, question });
  return { person, question };
}

function renderThanks(missId: number | null, texts: Texts): Card {
  if (missId === null) return renderNotice(texts.thanks.notHelpful);
  const parts = [text(texts.thanks.notHelpful), row([tellOfButton(missId, texts)])];
  return { components: [container(accents.neutral, parts)] };
}

/** Where the quote stands that did not help, by the buttons of the message; nowhere when its words are in the texts no more. */
async function findFirstQuote(message: Message, { mark }: AnswerReference, index: OpenIndex): Promise<MissedPlace[]> {
  for (const action of readActions(message)) {
    const quotes =
      action.name === 'context'
        ? [action.fields.quote]
        : action.name === 'label:of'
          ? action.fields.shown.map(({ quote }) => quote)
          : [];
    const found = quotes.find((quote) => quote.mark === mark);
    if (!found) continue;
    const { document } = (await index.fetchTexts([found.documentId])).findDocument(found.documentId) ?? {};
    const place = document ? placeQuote(found, document) : null;
    if (!document || !place) continue;
    const { path, metadata } = document;
    return [
      {
        text: shorten(readWords(document, place), maxPlaceLength),
        title: metadata.title || path,
        path,
      },
    ];
  }
  return [];
}
