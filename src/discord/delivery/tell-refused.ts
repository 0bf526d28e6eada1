import { BaseInteraction, Message, MessageFlags } from 'discord.js';
import { addLine, type Card } from '../cards/card.js';
import { describeFailure } from '../failures.js';
import type { Request } from '../request/request.js';
import { toBody } from './body.js';

/**
 * Shows whoever has just been answered, to nobody else, what could not be sent to them directly before. Never throws; what cannot be
 * shown now is kept for the next time.
 */
export async function tellRefused({ source, place, services: { store }, texts, log }: Request<unknown>): Promise<void> {
  try {
    if (source instanceof Message) {
      // Whoever writes directly takes direct messages again.
      if (place.guildId === null) await store.outbox.reopen(place.userId);
      return;
    }
    if (!(source instanceof BaseInteraction) || !source.isRepliable()) return;
    for (const { key, body } of await store.outbox.listRefused(place.userId)) {
      if (!(await store.claims.take(`refused:${key}`))) continue;
      const card = addLine(JSON.parse(body) as Card, texts.notSentDirectly); // written by `post`
      const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
      await source.followUp({ ...toBody(card), flags });
      await store.outbox.settle(key);
    }
  } catch (error) {
    log.warn(describeFailure(error), 'what could not be sent directly could not be shown either');
  }
}
