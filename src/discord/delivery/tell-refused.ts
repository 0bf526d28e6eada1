import { BaseInteraction, Message, MessageFlags } from 'discord.js';
import { addLine, type Card } from '../cards/card.js';
import { describeFailure } from '../failures.js';
import { listShownQuotes } from '../quotes/shown-quotes.js';
import { viewNow } from '../request/asking-place.js';
import type { Place, Request } from '../request/request.js';
import type { Services } from '../services.js';
import { toBody } from './body.js';

/**
 * Shows whoever has just been answered, to nobody else, what could not be sent to them directly before. Never throws; what cannot be
 * shown now is kept for the next time.
 */
export async function tellRefused({ source, place, services, texts, log }: Request<unknown>): Promise<void> {
  const { store } = services;
  try {
    if (source instanceof Message) {
      // Whoever writes directly takes direct messages again.
      if (place.guildId === null) await store.outbox.reopen(place.userId);
      return;
    }
    if (!(source instanceof BaseInteraction) || !source.isRepliable()) return;
    for (const { key, body } of await store.outbox.listRefused(place.userId)) {
      const written = JSON.parse(body) as Card; // by `post`
      if (!(await mayBeShown(written, place, services)) || !(await store.claims.take(`refused:${key}`))) continue;
      const card = addLine(written, texts.notSentDirectly);
      const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
      await source.followUp({ ...toBody(card), flags });
      await store.outbox.settle(key);
    }
  } catch (error) {
    log.warn(describeFailure(error), 'what could not be sent directly could not be shown either');
  }
}

/** Not where a text that it quotes is not asked; it waits for another place then. */
async function mayBeShown({ components }: Card, place: Place, services: Services): Promise<boolean> {
  const index = await viewNow(place, services);
  return listShownQuotes(components).every(({ quote }) => index?.holdsElsewhere(quote.documentId) === false);
}
