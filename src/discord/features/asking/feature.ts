import { Routes, type ChatInputCommandInteraction, type MessageComponentInteraction } from 'discord.js';
import { lanes } from '../../../core/labelling/labels.js';
import { renderNotice, type Card } from '../../cards/card.js';
import type { ActionFields } from '../../custom-ids/custom-id.js';
import { codeOf, describeFailure, discordCodes, retryCall } from '../../failures.js';
import { completeTitle } from '../../questions/choose-document.js';
import { nameMentionsIn } from '../../questions/name-mentions.js';
import { findLastQuestion } from '../../questions/question-line.js';
import {
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
import { askAsMeant } from './ask-as-meant.js';
import { showMenu } from './etc-menu.js';
import { openThread } from './open-thread.js';
import { refuseSharing, shareAnswer } from './share-answer.js';
import { showMore } from './show-more.js';

const askDefinition = commandForEverybody('ask', [
  textOption('question', { required: true }),
  textOption('in', { autocomplete: true }),
  choiceOption('lane', lanes),
  privateOption,
]);

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
    meant: { on: 'press', rules: { ...usualRules, visibility: 'update' }, run: askAsMeant },
    etc: { on: 'press', rules: { ...usualRules, takesTurn: false }, run: showMenu },
    share: { on: 'press', rules: { ...usualRules, visibility: 'update' }, refuse: refuseSharing, run: shareAnswer },
    thread: {
      on: 'press',
      rules: usualRules,
      run: async ({ source, texts }, { messageId }) => renderNotice(await openThread(source, messageId, texts)),
    },
    dismiss: {
      on: 'press',
      rules: { ...usualRules, place: 'anywhere', takesTurn: false, visibility: 'update' },
      // The one who asked, and in a guild whoever may delete messages.
      refuse: ({ place, isByModerator, texts }, { userId }) =>
        place.userId === userId || place.guildId === null || isByModerator ? null : texts.onlyAskerDismisses,
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
    },
    request,
  );
}

/** Takes the message away; one that cannot be deleted is emptied at least. */
async function dismiss(
  { source, texts, log }: Request<MessageComponentInteraction>,
  { messageId }: ActionFields<'dismiss'>,
): Promise<Card | Outcome> {
  try {
    if (messageId !== null) await retryCall(() => removeMessage(source, messageId), removalPausesMs);
    await retryCall(() => source.deleteReply(), removalPausesMs);
    return { card: null, facts: { outcome: 'dismissed' } };
  } catch (error) {
    log.warn(describeFailure(error), 'message could not be deleted');
    return renderNotice(texts.dismissed);
  }
}

/** Removes the answer that a menu belongs to; one that is gone already is as good as removed. */
async function removeMessage({ client, channelId }: MessageComponentInteraction, messageId: string): Promise<void> {
  try {
    await client.rest.delete(Routes.channelMessage(channelId, messageId));
  } catch (error) {
    if (codeOf(error) !== discordCodes.unknownMessage) throw error;
  }
}
