import type { ChatInputCommandInteraction } from 'discord.js';
import { findShownLane } from '../../quotes/shown-quotes.js';
import {
  commandForEverybody,
  isAskedPrivately,
  messageCommand,
  privateOption,
  textOption,
} from '../../request/command-parts.js';
import { usualRules, type Feature } from '../../request/feature.js';
import type { QuoteReference } from '../../custom-ids/fields.js';
import type { Card } from '../../cards/card.js';
import { openIndex, reviewingGuildOf, type Request } from '../../request/request.js';
import { checkMessage, checkQuote, checkQuotedWords, checkReplied, readMessageText } from './check-text.js';
import { asksForCheck, readLanguage } from '../../questions/read-message.js';
import { showContext, showReasons, showVerification } from './inspect-quote.js';

/** Checks of words against the texts, and of a quote against its source. */
export const checkingFeature = {
  name: 'checking',
  commands: [
    {
      on: 'slash',
      definition: commandForEverybody('quote', [textOption('text', { required: true }), privateOption]),
      rules: {
        ...usualRules,
        countsForCooldown: true,
        visibility: (source: ChatInputCommandInteraction) => (isAskedPrivately(source) ? 'private' : 'public'),
      },
      run: (request) => checkQuote(request.source.options.getString('text', true), request),
    },
    {
      on: 'menu',
      definition: messageCommand('check'),
      rules: { ...usualRules, countsForCooldown: true },
      run: (request) => checkMessage(request.source.targetMessage, request),
    },
    {
      on: 'menu',
      definition: messageCommand('find'),
      rules: { ...usualRules, countsForCooldown: true },
      run: (request) => checkQuotedWords(readMessageText(request.source.targetMessage), request),
    },
  ],
  components: {
    context: {
      on: 'press',
      rules: usualRules,
      run: (request, { quote }) => openContext(request, quote, 0),
    },
    page: {
      on: 'press',
      rules: { ...usualRules, visibility: 'update' },
      run: (request, { quote, page }) => openContext(request, quote, page),
    },
    why: {
      on: 'press',
      rules: usualRules,
      run: async (request, { quote }) => {
        const { source, texts } = request;
        const isReviewed = reviewingGuildOf(request) !== null;
        return showReasons(quote, findShownLane(source.message, quote), await openIndex(request), texts, isReviewed);
      },
    },
    verify: {
      on: 'press',
      rules: usualRules,
      run: async (request, { quote }) => showVerification(quote, await openIndex(request), request.texts),
    },
  },
  messages: [
    {
      accepts: asksForCheck,
      rules: { ...usualRules, countsForCooldown: true, visibility: 'public' },
      localeOf: readLanguage,
      run: checkReplied,
    },
  ],
  afterIndexing: null,
} as const satisfies Feature;

async function openContext(request: Request<unknown>, quote: QuoteReference, page: number): Promise<Card> {
  const { texts, services } = request;
  return showContext(quote, page, await openIndex(request), texts, services.settings.publicUrl);
}
