import { ApplicationCommandOptionType } from 'discord.js';
import { maxSummaryQuotes, summaryDefaults } from '../../../core/summary/summary-options.js';
import { commandForModerators, textOption, wordedOption } from '../../request/command-parts.js';

/** Fewest, most and usual number of quotes. */
export const quoteCounts = { min: 1, max: maxSummaryQuotes, usual: summaryDefaults.quotes } as const;
/** The number of quotes that is asked for, within its limits, which hold for Discord's own client alone. */
export function limitQuotes(count: number): number {
  return Math.min(Math.max(Math.round(count), quoteCounts.min), quoteCounts.max);
}

/** Longest topic, in UTF-16 units. */
export const maxTopicLength = 200;

export const summaryDefinition = commandForModerators('summary', [
  textOption('topic', { max_length: maxTopicLength }),
  textOption('summaryIn', { autocomplete: true }),
  {
    type: ApplicationCommandOptionType.Integer,
    ...wordedOption('quotes'),
    min_value: quoteCounts.min,
    max_value: quoteCounts.max,
  },
]);

export const pinsDefinition = commandForModerators('pins');
