import type { Fence } from './processes.js';

/** Where a message of the bot's own goes. */
export type OutboxTarget = { readonly kind: 'channel' | 'user'; readonly id: string };

export interface OutboxMessage {
  /** Says what the message is about; of several messages with one key only the first is sent. At most 100 characters. */
  readonly key: string;
  readonly target: OutboxTarget;
  /** The message as the front end will send it, in JSON. */
  readonly body: string;
}

/**
 * Messages that nobody waits for, such as digests: written down with what they are about and sent afterwards, so that
 * they are sent once, whichever of several processes is killed when.
 */
export interface Outbox {
  /** What another process had begun to send, which is no longer at it, is free at once; as all writes under a lease, nothing where that is lost. */
  reclaim(fence: Fence): Promise<void>;
  /** Whether the message is new; false for a key that was there before. */
  add(message: OutboxMessage): Promise<boolean>;
  /** The oldest message that nobody is at work on, for this process alone for `leaseMs`; null where there is none, or the lease is lost. */
  claim(leaseMs: number, fence?: Fence | null): Promise<OutboxMessage | null>;
  /** The message was sent, or can never be; its key stays known, its body and target are forgotten. */
  settle(key: string, fence?: Fence | null): Promise<void>;
  /** Its target takes no messages; it is kept, to be shown when the target is met. */
  refuse(key: string, fence?: Fence | null): Promise<void>;
  /** What a user did not take, oldest first, at most 3. */
  listRefused(userId: string): Promise<OutboxMessage[]>;
  /** The user takes messages again: what was refused is to be sent. */
  reopen(userId: string): Promise<void>;
}
