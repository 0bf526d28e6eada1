import type { ChatInputCommandInteraction } from 'discord.js';
import { choiceOption, commandForModerators } from '../../request/command-parts.js';
import { periods, type Period } from '../../../app/moderation/list-misses.js';

const defaultPeriod: Period = 'month';

export const missesDefinition = commandForModerators('misses', [choiceOption('period', periods)]);

/** The period that is asked for. */
export function readPeriod({ options }: ChatInputCommandInteraction): Period {
  const wanted = options.getString('period');
  return periods.find((period) => period === wanted) ?? defaultPeriod;
}
