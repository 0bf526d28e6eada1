import { createHash } from 'node:crypto';
import { Routes, type Client } from 'discord.js';
import type { OutboxTarget } from '../../core/store/outbox.js';
import { codeOf, describeFailure, discordCodes, isTransient, retryCall } from '../failures.js';
import type { Card } from '../cards/card.js';
import { toRawBody } from './body.js';
import type { Services } from '../services.js';

/** After this long another process may try; should both come through, Discord knows the message by its nonce. */
const leaseMs = 45_000;
const pausesMs = [300, 1_000, 3_000];
const nonceLength = 24;

/** Writes a card down for sending; a second one with the same key is not sent. */
export async function post(key: string, target: OutboxTarget, card: Card, { store }: Services): Promise<void> {
  await store.outbox.add({ key, target, body: JSON.stringify(card) });
}

/** The name of the lease of whoever sends. */
export const outboxLease = 'outbox';

/** Sends all that waits, in the one process that does so. What a person does not take is kept for when that person is met, what else Discord
 * refuses for good is logged and given up; the rest is tried again later. */
export async function drainOutbox(client: Client<true>, { store, log, leases }: Services): Promise<void> {
  for (;;) {
    const grip = leases.grip(outboxLease);
    if (!grip) return;
    const { fence } = grip;
    const message = await store.outbox.claim(leaseMs, fence).catch((error: unknown) => {
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
      if (codeOf(error) === null || isTransient(error)) continue; // its lease runs out, then it is tried again
      if (target.kind === 'user' && codeOf(error) === discordCodes.cannotSendToUser) {
        await store.outbox.refuse(key, fence);
        continue;
      }
    }
    await store.outbox.settle(key, fence);
  }
}

/**
 * The nonce comes from the key, so that Discord itself knows a message that was sent shortly before. Sent without the
 * client's caches: the channel may be one of another shard's.
 */
async function sendCard(client: Client<true>, { kind, id }: OutboxTarget, card: Card, key: string): Promise<void> {
  const channelId = kind === 'channel' ? id : (await client.users.createDM(id)).id;
  const nonce = createHash('sha256').update(key).digest('hex').slice(0, nonceLength);
  await client.rest.post(Routes.channelMessages(channelId), { body: toRawBody(card, nonce) });
}
