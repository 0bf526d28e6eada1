import { ApplicationCommandOptionType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { maxSummaryQuotes, summaryDefaults } from '../../../core/summary/summary-options.js';
import { forModerators } from '../../request/command-parts.js';

/** Fewest, most and usual number of quotes. */
export const quoteCounts = { min: 1, max: maxSummaryQuotes, usual: summaryDefaults.quotes } as const;
/** The number of quotes that is asked for, within its limits, which hold for Discord's own client alone. */
export function limitQuotes(count: number): number {
  return Math.min(Math.max(Math.round(count), quoteCounts.min), quoteCounts.max);
}

/** Longest topic, in UTF-16 units. */
export const maxTopicLength = 200;

export const summaryDefinition: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...forModerators,
  name: 'summary',
  name_localizations: { de: 'zusammenfassung' },
  description: 'Put a brief together from verbatim quotes, to post and pin',
  description_localizations: { de: 'Stelle eine Zusammenfassung aus wörtlichen Zitaten zum Anpinnen zusammen' },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'topic',
      name_localizations: { de: 'thema' },
      description: 'What it is to be about; leave it out for everything',
      description_localizations: { de: 'Worum es gehen soll; ohne Angabe um alles' },
      max_length: maxTopicLength,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'in',
      name_localizations: { de: 'in' },
      description: 'Quote this document only',
      description_localizations: { de: 'Nur aus diesem Dokument zitieren' },
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'quotes',
      name_localizations: { de: 'zitate' },
      description: `How many quotes at most (${quoteCounts.usual} if left out)`,
      description_localizations: { de: `Wie viele Zitate höchstens (ohne Angabe ${quoteCounts.usual})` },
      min_value: quoteCounts.min,
      max_value: quoteCounts.max,
    },
  ],
};

export const pinsDefinition: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...forModerators,
  name: 'pins',
  name_localizations: { de: 'pins' },
  description: 'My briefs pinned in this channel, and whether their sources still stand',
  description_localizations: { de: 'Meine Zusammenfassungen in diesem Kanal, und ob ihre Quellen noch stehen' },
};
