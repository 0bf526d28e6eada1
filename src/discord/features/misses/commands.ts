import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { forModerators } from '../../request/command-parts.js';
import { periods, type Period } from '../../custom-ids/actions.js';

const periodOption = 'period';
const defaultPeriod: Period = 'month';

const choices: readonly { value: Period; name: string; german: string }[] = [
  { value: 'day', name: 'Last 24 hours', german: 'Letzte 24 Stunden' },
  { value: 'week', name: 'Last 7 days', german: 'Letzte 7 Tage' },
  { value: 'month', name: 'Last 30 days', german: 'Letzte 30 Tage' },
  { value: 'all', name: 'All that is kept', german: 'Alles Aufbewahrte' },
];

export const missesDefinition: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...forModerators,
  name: 'misses',
  name_localizations: { de: 'unbeantwortet' },
  description: 'What was asked here and could not be answered, or was voted not helpful',
  description_localizations: { de: 'Was hier gefragt und nicht oder nicht hilfreich beantwortet wurde' },
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: periodOption,
      name_localizations: { de: 'zeitraum' },
      description: 'How far back; the last 30 days if you leave it out',
      description_localizations: { de: 'Wie weit zurück; ohne Angabe die letzten 30 Tage' },
      choices: choices.map(({ value, name, german }) => ({ value, name, name_localizations: { de: german } })),
    },
  ],
};

/** The period that is asked for. */
export function readPeriod({ options }: ChatInputCommandInteraction): Period {
  const wanted = options.getString(periodOption);
  return periods.find((period) => period === wanted) ?? defaultPeriod;
}
