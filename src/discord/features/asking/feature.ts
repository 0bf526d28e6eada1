import type { ChatInputCommandInteraction } from 'discord.js';
import { lanes } from '../../../core/labelling/labels.js';
import { renderNotice } from '../../cards/card.js';
import { completeTitle } from '../../questions/choose-document.js';
import { nameMentions, nameMentionsIn, namesOfBot } from '../../questions/name-mentions.js';
import { findLastQuestion } from '../../questions/question-line.js';
import { readSmallTalk } from '../../questions/small-talk.js';
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
import { askAsMeant, chooseMeantVisibility } from './ask-as-meant.js';
import { dismiss, refuseDismissal } from './dismiss.js';
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
      asksNothing: ({ source, texts }) => {
        const { client, guild, options } = source;
        const where = { client, guild, known: new Map(), somebody: texts.somebody };
        return readSmallTalk(nameMentions(options.getString('question', true), where), namesOfBot(source)) !== null;
      },
      run: ask,
      complete: completeTitle,
    },
  ],
  components: {
    more: { on: 'press', rules: usualRules, run: showMore },
    meant: { on: 'press', rules: { ...usualRules, visibility: chooseMeantVisibility }, run: askAsMeant },
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
      refuse: refuseDismissal,
      run: dismiss,
    },
  },
  messages: messageRoutes,
  afterIndexing: null,
} as const satisfies Feature;

async function ask(request: Request<ChatInputCommandInteraction>): Promise<Outcome> {
  const { source } = request;
  const { options, channel, client } = source;
  const lane = options.getString('lane');
  // In a thread on an answer a question goes on from the one before.
  const isOwnThread = channel?.isThread() === true && channel.ownerId === client.user.id;
  return answerQuestion(
    {
      text: await nameMentionsIn(options.getString('question', true), request),
      names: namesOfBot(source),
      findPrevious: () => (isOwnThread ? findLastQuestion(channel) : Promise.resolve(null)),
      lane: lanes.find((each) => each === lane) ?? null,
      wantedDocument: options.getString('in'),
    },
    request,
  );
}
