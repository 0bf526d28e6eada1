import { ApplicationCommandOptionType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { forModerators } from '../../request/command-parts.js';

export const reviewDefinition: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...forModerators,
  name: 'review',
  name_localizations: { de: 'einordnungen' },
  description: 'Labels that people find wrong, and those that moderators have set',
  description_localizations: { de: 'Strittige Einordnungen, und die von Moderatoren gesetzten' },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'show',
      name_localizations: { de: 'zeige' },
      description: 'Open disputes, or the labels set by moderators',
      description_localizations: { de: 'Offene Fälle oder von Moderatoren gesetzte Einordnungen' },
      choices: [
        { name: 'open', name_localizations: { de: 'offene' }, value: 'open' },
        { name: 'decided', name_localizations: { de: 'entschiedene' }, value: 'decided' },
      ],
    },
  ],
};
