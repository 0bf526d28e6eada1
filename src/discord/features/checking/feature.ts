import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { findShownLane } from '../../quotes/shown-quotes.js';
import { forEverybody, privateOption } from '../../request/command-parts.js';
import { usualRules, type Feature } from '../../request/feature.js';
import { openIndex } from '../../request/request.js';
import { checkQuote, checkQuotedWords, checkText, readMessageText } from './check-text.js';
import { showContext, showReasons, showVerification } from './inspect-quote.js';

const quoteDefinition: RESTPostAPIApplicationCommandsJSONBody = {
  ...forEverybody,
  type: ApplicationCommandType.ChatInput,
  name: 'quote',
  name_localizations: { de: 'zitat' },
  description: 'Check a quote: exact, near with the differing words shown, or absent',
  description_localizations: {
    de: 'Prüfe ein Zitat: wörtlich, ähnlich (mit den abweichenden Wörtern) oder nicht vorhanden',
  },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'text',
      name_localizations: { de: 'text' },
      description: 'The words to look for',
      description_localizations: { de: 'Die Worte, nach denen gesucht wird' },
      required: true,
    },
    privateOption,
  ],
};

const checkMessageDefinition: RESTPostAPIApplicationCommandsJSONBody = {
  ...forEverybody,
  type: ApplicationCommandType.Message,
  name: 'Check this message',
  name_localizations: { de: 'Nachricht prüfen' },
};

const findQuoteDefinition: RESTPostAPIApplicationCommandsJSONBody = {
  ...forEverybody,
  type: ApplicationCommandType.Message,
  name: 'Find this quote',
  name_localizations: { de: 'Dieses Zitat suchen' },
};

/** Checks of words against the material, and of a quote against its source. */
export const checkingFeature = {
  name: 'checking',
  commands: [
    {
      on: 'slash',
      definition: quoteDefinition,
      rules: {
        ...usualRules,
        countsForCooldown: true,
        visibility: ({ options }: ChatInputCommandInteraction) =>
          options.getBoolean('private') === true ? 'private' : 'public',
      },
      run: (request) => checkQuote(request.source.options.getString('text', true), request),
    },
    {
      on: 'menu',
      definition: checkMessageDefinition,
      rules: { ...usualRules, countsForCooldown: true },
      run: (request) => checkText(readMessageText(request.source.targetMessage), request),
    },
    {
      on: 'menu',
      definition: findQuoteDefinition,
      rules: { ...usualRules, countsForCooldown: true },
      run: (request) => checkQuotedWords(readMessageText(request.source.targetMessage), request),
    },
  ],
  components: {
    context: {
      on: 'press',
      rules: usualRules,
      run: async (request, { quote }) => showContext(quote, 0, await openIndex(request), request.texts),
    },
    page: {
      on: 'press',
      rules: { ...usualRules, visibility: 'update' },
      run: async (request, { quote, page }) => showContext(quote, page, await openIndex(request), request.texts),
    },
    why: {
      on: 'press',
      rules: usualRules,
      run: async (request, { quote }) =>
        showReasons(quote, findShownLane(request.source.message, quote), await openIndex(request), request.texts),
    },
    verify: {
      on: 'press',
      rules: usualRules,
      run: async (request, { quote }) => showVerification(quote, await openIndex(request), request.texts),
    },
  },
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;
