import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { forEverybody, privateOption } from '../../request/command-parts.js';

export const askDefinition: RESTPostAPIApplicationCommandsJSONBody = {
  ...forEverybody,
  type: ApplicationCommandType.ChatInput,
  name: 'ask',
  name_localizations: { de: 'frage' },
  description: 'Ask a question and get verbatim quotes in lanes: reported, claimed, opinion',
  description_localizations: {
    de: 'Stelle eine Frage; die Antwort sind wörtliche Zitate: berichtet, behauptet, Meinung',
  },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      name_localizations: { de: 'frage' },
      description: 'What you want to know',
      description_localizations: { de: 'Was du wissen möchtest' },
      required: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'in',
      name_localizations: { de: 'in' },
      description: 'Look in this document only',
      description_localizations: { de: 'Nur in diesem Dokument suchen' },
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'lane',
      name_localizations: { de: 'einordnung' },
      description: 'Only quotes of this kind',
      description_localizations: { de: 'Nur Zitate dieser Art' },
      choices: [
        { name: 'Reported as fact', name_localizations: { de: 'Als Tatsache berichtet' }, value: 'reported' },
        {
          name: 'Claimed by a source',
          name_localizations: { de: 'Von einer Quelle behauptet' },
          value: 'attributed',
        },
        { name: 'Opinion of the author', name_localizations: { de: 'Meinung des Autors' }, value: 'opinion' },
      ],
    },
    privateOption,
  ],
};
