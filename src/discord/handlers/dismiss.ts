import { PermissionFlagsBits, type ButtonInteraction } from 'discord.js';
import type { Log } from '../log.js';
import { describeFailure } from '../failures.js';
import { renderNotice } from '../cards/notice.js';
import { Responder } from '../delivery/responder.js';
import type { Texts } from '../texts/texts.js';

/** The one who asked, and in a guild whoever may delete messages. */
export function mayDismiss({ user, memberPermissions, guildId }: ButtonInteraction, askerId: string): boolean {
  if (user.id === askerId || guildId === null) return true;
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
}

/** Takes the message away. */
export async function dismiss(
  interaction: ButtonInteraction,
  log: Log,
  texts: Texts,
  requestId: string,
): Promise<void> {
  const responder = new Responder(interaction, 'update', log, texts, requestId);
  await responder.acknowledge();
  try {
    await responder.remove();
    log.info('dismissed');
  } catch (error) {
    log.warn(describeFailure(error), 'message could not be deleted');
    await responder.deliver(renderNotice(texts.dismissed)); // empties it at least
  }
}
