import { randomBytes } from 'node:crypto';
import type { ChoiceJson, ModalJson } from './bodies.js';
import { DiscordError } from './errors.js';
import { GENEROUS_TIMEOUT_MS, Latch, waitAtMost } from './latch.js';
import type { MessagePayload } from './message-payloads.js';
import { createSnowflake } from './snowflake.js';

/** How the bot first answered an interaction. */
export interface Acknowledgement {
  /** Callback type, 4 to 9. */
  type: number;
  flags: number;
  /** Milliseconds from the event to the callback. */
  afterMs: number;
}

export interface InteractionOptions {
  type: number;
  channelId: string;
  guildId: string | null;
  userId: string;
  /** Name of the command, null for components and modals. */
  name: string | null;
  /** The message whose component was used. */
  sourceMessageId: string | null;
}

/** One interaction: the server's record of it and the test's view of what the bot does with it. */
export class Interaction {
  readonly id = createSnowflake();
  readonly token = randomBytes(96).toString('base64url');
  readonly createdAtMs = Date.now();
  readonly options: InteractionOptions;
  acknowledgement: Acknowledgement | null = null;
  originalMessageId: string | null = null;
  /** Callbacks after the first; each was answered with 40060. */
  repeatedAcknowledgements = 0;
  readonly #acknowledged = new Latch<Acknowledgement>();
  readonly #response = new Latch<MessagePayload>();
  readonly #choices = new Latch<ChoiceJson[]>();
  readonly #modal = new Latch<ModalJson>();
  readonly #followUps: MessagePayload[] = [];
  #followUpWaiters: { index: number; latch: Latch<MessagePayload> }[] = [];

  constructor(options: InteractionOptions) {
    this.options = options;
  }

  /** The first callback; rejects when the bot has not answered within Discord's 3 s. */
  get acknowledged(): Promise<Acknowledgement> {
    return this.#acknowledged.promise;
  }

  /** The first message that is not the deferred placeholder: the answer, or the updated message of a component. */
  response(timeoutMs = GENEROUS_TIMEOUT_MS): Promise<MessagePayload> {
    return waitAtMost(this.#response.promise, timeoutMs, 'No final answer to the interaction');
  }

  /** The choices of an autocomplete. */
  choices(timeoutMs = GENEROUS_TIMEOUT_MS): Promise<ChoiceJson[]> {
    return waitAtMost(this.#choices.promise, timeoutMs, 'No choices');
  }

  /** The form that the bot opened. */
  modal(timeoutMs = GENEROUS_TIMEOUT_MS): Promise<ModalJson> {
    return waitAtMost(this.#modal.promise, timeoutMs, 'No modal');
  }

  /** Follow-up messages so far. */
  get followUps(): readonly MessagePayload[] {
    return this.#followUps;
  }

  /** The follow-up with this index, 0 for the first, as soon as it is there. */
  followUp(index = 0, timeoutMs = GENEROUS_TIMEOUT_MS): Promise<MessagePayload> {
    const latch = new Latch<MessagePayload>();
    const existing = this.#followUps[index];
    if (existing === undefined) this.#followUpWaiters.push({ index, latch });
    else latch.resolve(existing);
    return waitAtMost(latch.promise, timeoutMs, `No follow-up ${index}`);
  }

  acknowledge(type: number, flags: number): void {
    this.acknowledgement = { type, flags, afterMs: Date.now() - this.createdAtMs };
    this.#acknowledged.resolve(this.acknowledgement);
  }

  /** Called when the time for the first answer is over. */
  expire(): void {
    const error = new Error('The bot did not acknowledge the interaction in time');
    for (const latch of [this.#acknowledged, this.#response, this.#choices, this.#modal]) {
      if (!latch.settled) latch.reject(error);
    }
  }

  settleResponse(message: MessagePayload): void {
    if (!this.#response.settled) this.#response.resolve(message);
  }

  settleDeleted(): void {
    if (!this.#response.settled) this.#response.reject(new Error('The bot deleted its answer'));
  }

  settleChoices(choices: ChoiceJson[]): void {
    this.#choices.resolve(choices);
  }

  settleModal(modal: ModalJson): void {
    this.#modal.resolve(modal);
  }

  addFollowUp(message: MessagePayload): void {
    const index = this.#followUps.push(message) - 1;
    for (const waiter of this.#followUpWaiters) if (waiter.index === index) waiter.latch.resolve(message);
    this.#followUpWaiters = this.#followUpWaiters.filter((waiter) => waiter.index !== index);
  }
}

/** All interactions by token, with Discord's two deadlines. */
export class Interactions {
  readonly #byToken = new Map<string, Interaction>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #acknowledgeWithinMs: number;
  readonly #tokenLifetimeMs: number;

  constructor({ acknowledgeWithinMs = 3_000, tokenLifetimeMs = 900_000 } = {}) {
    this.#acknowledgeWithinMs = acknowledgeWithinMs;
    this.#tokenLifetimeMs = tokenLifetimeMs;
  }

  open(options: InteractionOptions): Interaction {
    const interaction = new Interaction(options);
    this.#byToken.set(interaction.token, interaction);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (interaction.acknowledgement === null) interaction.expire();
    }, this.#acknowledgeWithinMs);
    this.#timers.add(timer);
    return interaction;
  }

  all(): Interaction[] {
    return [...this.#byToken.values()];
  }

  /** For the first callback: 10062 when unknown or late, 40060 when there was one already. */
  requireUnanswered(id: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction?.id !== id) throw new DiscordError(10062);
    if (interaction.acknowledgement !== null) {
      interaction.repeatedAcknowledgements += 1;
      throw new DiscordError(40060);
    }
    if (Date.now() - interaction.createdAtMs > this.#acknowledgeWithinMs) throw new DiscordError(10062);
    return interaction;
  }

  /** For everything after the first callback, for 15 minutes. */
  requireAnswered(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction?.acknowledgement == null) throw new DiscordError(10015);
    if (Date.now() - interaction.createdAtMs > this.#tokenLifetimeMs) throw new DiscordError(50027);
    return interaction;
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
