import type { Client } from 'discord.js';
import type { QuoteMark } from '../../../core/briefs/brief-marks.js';
import type { Brief } from '../../../core/store/briefs.js';
import type { Services } from '../../services.js';
import { editMessage, readGuildOf, readMessage, readPerson } from './channel-calls.js';
import { renderPosted } from './render-posted.js';

export interface Appearance {
  readonly marks: readonly QuoteMark[];
  /** Link to the brief that has replaced it; null for none. */
  readonly replacedBy: string | null;
  readonly isPinned: boolean;
  /** Who is named at the bottom; left out: who is named there now. */
  readonly userId?: string;
}

/** Makes a brief's message look like this. Throws what Discord refuses. */
export async function showBrief(
  client: Client<true>,
  services: Services,
  brief: Brief,
  { userId, ...appearance }: Appearance,
): Promise<void> {
  const person = userId ?? readPerson(await readMessage(client, brief));
  const canRebuild = appearance.marks.length > 0 && (await findModeratorChannel(client, services, brief)) === null;
  await editMessage(client, brief, renderPosted({ ...brief, ...appearance, userId: person, canRebuild }));
}

/** The channel in which the moderators of the brief's guild are told; null where there is none. */
export async function findModeratorChannel(
  client: Client<true>,
  { settings: { moderatorChannel } }: Services,
  { guildId }: Pick<Brief, 'guildId'>,
): Promise<string | null> {
  if (moderatorChannel === null) return null;
  return (await readGuildOf(client, moderatorChannel)) === guildId ? moderatorChannel : null;
}
