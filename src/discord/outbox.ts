import { createHash } from 'node:crypto';
import type { Client } from 'discord.js';
import type { OutboxTarget } from '../core/store/outbox.js';
import { codeOf, describeFailure, isTransient, retryCall } from './failures.js';
import type { Card } from './render/card.js';
import { cardBody } from './send.js';
import type { Services } from './services.js';

/** Longer than any sending takes, with its pauses; then another process may try. */
const leaseMs = 120_000;
const pausesMs = [300, 1_000, 3_000];
const nonceLength = 24;

/** Writes a card down for sending; a second one with the same key is not sent. */
export async function post(key: string, target: OutboxTarget, card: Card, { store }: Services): Promise<void> {
  await store.outbox.add({ key, target, body: JSON.stringify(card) });
}

/** Sends all that waits. What Discord refuses for good is logged and given up; the rest is tried again later. */
export async function drainOutbox(client: Client<true>, { store, log }: Services): Promise<void> {
  for (;;) {
    const message = await store.outbox.claim(leaseMs).catch((error: unknown) => {
      log.error(describeFailure(error), 'outbox could not be read');
      return null;
    });
    if (!message) return;
    const { key, target, body } = message;
    try {
      const card = JSON.parse(body) as Card; // written by `post`
      await retryCall(() => sendCard(client, target, card, key), pausesMs);
    } catch (error) {
      log.warn({ ...describeFailure(error), target: target.kind }, 'message could not be sent');
      if (codeOf(error) === null && isTransient(error)) continue; // its lease runs out, then it is tried again
    }
    await store.outbox.settle(key);
  }
}

/** The nonce comes from the key, so that Discord itself knows a message that was sent shortly before. */
async function sendCard(client: Client<true>, { kind, id }: OutboxTarget, card: Card, key: string): Promise<void> {
  const nonce = createHash('sha256').update(key).digest('hex').slice(0, nonceLength);
  const body = { ...cardBody(card), nonce };
  if (kind === 'user') {
    const user = await client.users.fetch(id);
    await user.send(body);
    return;
  }
  // The channel may belong to a community that another process is connected for.
  const channel = await client.channels.fetch(id, { allowUnknownGuild: true });
  if (channel?.isSendable() !== true) throw new Error('the channel takes no messages');
  await channel.send(body);
}
