import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import { lanes } from '../../../core/labelling/labels.js';
import { renderNotice, type Card } from '../../cards/card.js';
import { describeFailure, retryCall } from '../../failures.js';
import { completeTitle } from '../../questions/choose-document.js';
import { nameMentionsIn } from '../../questions/name-mentions.js';
import { findLastQuestion } from '../../questions/question-line.js';
import {
  canHoldThread,
  choiceOption,
  commandForEverybody,
  isAskedPrivately,
  privateOption,
  textOption,
} from '../../request/command-parts.js';
import { usualRules, type Feature, type Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';
import { answerQuestion } from './answer-question.js';
import { messageRoutes } from './messages.js';
import { openThread } from './open-thread.js';
import { showMore } from './show-more.js';

const askDefinition = commandForEverybody(
  ['ask', 'frage'],
  [
    'Ask a question and get verbatim quotes: reported, claimed or opinion',
    'Stelle eine Frage und erhalte wörtliche Zitate: berichtet, behauptet oder Meinung',
  ],
  [
    textOption(['question', 'frage'], ['What you want to know', 'Was du wissen möchtest'], { required: true }),
    textOption(['in', 'in'], ['Look in this document only', 'Nur in diesem Dokument suchen'], { autocomplete: true }),
    choiceOption(['lane', 'einordnung'], ['Only quotes of this kind', 'Nur Zitate dieser Art'], {
      reported: ['Reported as fact', 'Als Tatsache berichtet'],
      attributed: ['Claimed by a source', 'Von einer Quelle behauptet'],
      opinion: ['Opinion of the author', 'Meinung des Autors'],
    }),
    privateOption,
  ],
);

const removalPausesMs = [300, 700, 1_500, 3_000, 6_000];

/** Questions: by command, mention, reply or direct message; further quotes, and a thread on an answer. */
export const askingFeature = {
  name: 'asking',
  commands: [
    {
      on: 'slash',
      definition: askDefinition,
      rules: {
        ...usualRules,
        countsForCooldown: true,
        visibility: (source: ChatInputCommandInteraction) => (isAskedPrivately(source) ? 'private' : 'public'),
      },
      run: ask,
      complete: completeTitle,
    },
  ],
  components: {
    more: { on: 'press', rules: usualRules, run: showMore },
    thread: {
      on: 'press',
      rules: usualRules,
      run: async ({ source, texts }) => renderNotice(await openThread(source, texts)),
    },
    dismiss: {
      on: 'press',
      rules: { ...usualRules, place: 'anywhere', takesTurn: false, visibility: 'update' },
      // The one who asked, and in a guild whoever may delete messages.
      refuse: ({ place, isByModerator, ownTexts }, { userId }) =>
        place.userId === userId || place.guildId === null || isByModerator ? null : ownTexts.onlyAskerDismisses,
      run: dismiss,
    },
  },
  messages: messageRoutes,
  afterIndexing: null,
} as const satisfies Feature;

async function ask(request: Request<ChatInputCommandInteraction>): Promise<Outcome> {
  const { options, channel, client } = request.source;
  const lane = options.getString('lane');
  // In a thread on an answer a question goes on from the one before.
  const isOwnThread = channel?.isThread() === true && channel.ownerId === client.user.id;
  return answerQuestion(
    {
      text: await nameMentionsIn(options.getString('question', true), request),
      findPrevious: () => (isOwnThread ? findLastQuestion(channel) : Promise.resolve(null)),
      lane: lanes.find((each) => each === lane) ?? null,
      wantedDocument: options.getString('in'),
      canThread: !isAskedPrivately(request.source) && canHoldThread(channel),
    },
    request,
  );
}

/** Takes the message away; one that cannot be deleted is emptied at least. */
async function dismiss({ source, texts, log }: Request<MessageComponentInteraction>): Promise<Card | Outcome> {
  try {
    await retryCall(() => source.deleteReply(), removalPausesMs);
    return { card: null, facts: { outcome: 'dismissed' } };
  } catch (error) {
    log.warn(describeFailure(error), 'message could not be deleted');
    return renderNotice(texts.dismissed);
  }
}
