import type { Message } from 'discord.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { makeHelp } from '../../cards/help.js';
import { namesOfBot } from '../../questions/name-mentions.js';
import { asksForCheck, readAddress, readLanguage, readQuestion } from '../../questions/read-message.js';
import { findLastQuestion, readAnsweredQuestion } from '../../questions/question-line.js';
import { refusePlace } from '../../request/admission.js';
import { usualRules, type MessageRoute, type Outcome } from '../../request/feature.js';
import { readSmallTalk } from '../../questions/small-talk.js';
import { openIndex, type Request } from '../../request/request.js';
import type { SmallTalkKind } from '../../texts/small-talk-phrases.js';
import { answerQuestion } from './answer-question.js';

/** Threads whose members have been told once how to ask in them. */
const hintedThreads = new Set<string>();
const maxHintedThreads = 10_000;

/** A mention, a direct message, a reply to an answer, a question in a thread on an answer. */
export const messageRoutes: readonly MessageRoute[] = [
  {
    accepts: (message) => readAddress(message) === 'unreadable in thread',
    rules: { ...usualRules, place: 'anywhere', takesTurn: false, visibility: 'public' },
    run: hintOnce,
  },
  {
    accepts: (message) => readAddress(message) === 'unreadable reply',
    rules: { ...usualRules, takesTurn: false, visibility: 'public' },
    run: ({ texts }) => Promise.resolve(renderNotice(texts.unreadableReply)),
  },
  {
    accepts: (message) => isSaid(message) && readNothingAsked(message) !== null,
    rules: { ...usualRules, visibility: 'public' },
    localeOf: readLanguage,
    run: async (request) =>
      makeHelp(readNothingAsked(request.source) ?? 'help', await openIndex(request), request.texts),
  },
  {
    accepts: isSaid,
    rules: { ...usualRules, countsForCooldown: true, visibility: 'public' },
    localeOf: readLanguage,
    run: (request) =>
      answerQuestion(
        {
          text: readQuestion(request.source),
          names: namesOfBot(request.source),
          findPrevious: () => findPrevious(request.source),
          lane: null,
          wantedDocument: null,
        },
        request,
      ),
  },
];

/** Whether a message says something to the bot itself, and not about a message that it replies to. */
function isSaid(message: Message): boolean {
  return readAddress(message) !== null && !asksForCheck(message);
}

/** The kind of a message in which nothing is asked; null for a question. */
function readNothingAsked(message: Message): SmallTalkKind | null {
  const question = readQuestion(message);
  return question === '' ? 'help' : readSmallTalk(question, namesOfBot(message));
}

/** The question that this one may go on from: that of the answer replied to, else the last one of the conversation. */
async function findPrevious(message: Message): Promise<string | null> {
  const { channel, reference, client } = message;
  if (reference?.messageId !== undefined) {
    const replied = await message.fetchReference().catch(() => null);
    const question = replied && readAnsweredQuestion(replied);
    if (question) return question;
  }
  const isOwn = channel.isDMBased() || (channel.isThread() && channel.ownerId === client.user.id);
  return isOwn ? findLastQuestion(channel) : null;
}

/** Nothing is said of a place where nothing is answered, or of a thread that has been told. */
function hintOnce({ source, place, services, texts }: Request<Message>): Promise<Card | Outcome> {
  const isSilent = hintedThreads.has(source.channelId) || refusePlace(place, services, texts) !== null;
  if (isSilent) return Promise.resolve({ card: null, facts: { outcome: 'not spoken to' } });
  if (hintedThreads.size >= maxHintedThreads) hintedThreads.clear();
  hintedThreads.add(source.channelId);
  return Promise.resolve(renderNotice(texts.threadHint(`<@${source.client.user.id}>`)));
}
