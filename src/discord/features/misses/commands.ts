import type { ChatInputCommandInteraction } from 'discord.js';
import { choiceOption, commandForModerators } from '../../request/command-parts.js';
import { periods, type Period } from '../../custom-ids/actions.js';

const periodOption = 'period';
const defaultPeriod: Period = 'month';

export const missesDefinition = commandForModerators(
  ['misses', 'unbeantwortet'],
  [
    'What was asked here and could not be answered, or was voted not helpful',
    'Fragen, die hier gar nicht oder nicht hilfreich beantwortet wurden',
  ],
  [
    choiceOption(
      [periodOption, 'zeitraum'],
      ['How far back; the last 30 days if you leave it out', 'Wie weit zurück; ohne Angabe die letzten 30 Tage'],
      {
        day: ['Last 24 hours', 'Letzte 24 Stunden'],
        week: ['Last 7 days', 'Letzte 7 Tage'],
        month: ['Last 30 days', 'Letzte 30 Tage'],
        all: ['All that is kept', 'Gesamter Zeitraum'],
      } satisfies Record<Period, readonly [string, string]>,
    ),
  ],
);

/** The period that is asked for. */
export function readPeriod({ options }: ChatInputCommandInteraction): Period {
  const wanted = options.getString(periodOption);
  return periods.find((period) => period === wanted) ?? defaultPeriod;
}
