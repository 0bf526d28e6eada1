import type { Log } from './log.js';
import { refusePlace, type Place } from './request/admission.js';
import { renderNotice } from './cards/notice.js';
import { Responder, type RepliableInteraction } from './delivery/responder.js';
import type { Services } from './services.js';
import type { Texts } from './texts/texts.js';

/** Says privately why something is not done. */
export async function refuse(
  interaction: RepliableInteraction,
  reason: string,
  log: Log,
  texts: Texts,
  requestId: string,
): Promise<void> {
  const responder = new Responder(interaction, 'private', log, texts, requestId);
  await responder.acknowledge();
  await responder.deliver(renderNotice(reason));
  log.info({ outcome: 'refused' }, 'refused');
}

/** Why a button does nothing here, or null. */
export function refuseHere(interaction: RepliableInteraction, services: Services, texts: Texts): string | null {
  return refusePlace(placeOf(interaction), services, texts);
}

/** Where and by whom an interaction was made. */
export function placeOf({ user, channelId, channel, guildId }: RepliableInteraction): Place {
  return {
    userId: user.id,
    channelId: channelId ?? '', // only a form that hangs on nothing has none
    parentId: channel?.isThread() ? channel.parentId : null,
    isDirect: guildId === null,
  };
}
