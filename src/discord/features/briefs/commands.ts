import { ApplicationCommandOptionType } from 'discord.js';
import { maxSummaryQuotes, summaryDefaults } from '../../../core/summary/summary-options.js';
import { commandForModerators, textOption, worded } from '../../request/command-parts.js';

/** Fewest, most and usual number of quotes. */
export const quoteCounts = { min: 1, max: maxSummaryQuotes, usual: summaryDefaults.quotes } as const;
/** The number of quotes that is asked for, within its limits, which hold for Discord's own client alone. */
export function limitQuotes(count: number): number {
  return Math.min(Math.max(Math.round(count), quoteCounts.min), quoteCounts.max);
}

/** Longest topic, in UTF-16 units. */
export const maxTopicLength = 200;

export const summaryDefinition = commandForModerators(
  ['summary', 'zusammenfassung'],
  [
    'Put a brief together from verbatim quotes, to post and pin',
    'Stelle eine Zusammenfassung aus wörtlichen Zitaten zum Anpinnen zusammen',
  ],
  [
    textOption(
      ['topic', 'thema'],
      ['What it is to be about; leave it out for everything', 'Worum es gehen soll; ohne Angabe um alles'],
      { max_length: maxTopicLength },
    ),
    textOption(['in', 'in'], ['Quote this document only', 'Nur aus diesem Dokument zitieren'], { autocomplete: true }),
    {
      type: ApplicationCommandOptionType.Integer,
      ...worded(
        ['quotes', 'zitate'],
        [
          `How many quotes at most (${quoteCounts.usual} if left out)`,
          `Wie viele Zitate höchstens (ohne Angabe ${quoteCounts.usual})`,
        ],
      ),
      min_value: quoteCounts.min,
      max_value: quoteCounts.max,
    },
  ],
);

export const pinsDefinition = commandForModerators(
  ['pins', 'pins'],
  [
    'My briefs pinned in this channel, and whether their quotes still stand',
    'Hier angepinnte Zusammenfassungen von mir, und ob ihre Zitate noch stehen',
  ],
);
