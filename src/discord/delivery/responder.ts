import {
  DiscordAPIError,
  MessageFlags,
  Routes,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type PrimaryEntryPointCommandInteraction,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import type { Log } from '../../app/log.js';
import { codeOf, describeFailure, discordCodes, isTransient, retryCall } from '../failures.js';
import { addLine, renderNotice, type Card } from '../cards/card.js';
import { toBody } from './body.js';
import { sendToChannel, sendToUser } from './send.js';
import type { Texts } from '../texts/texts.js';

export type RepliableInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | UserContextMenuCommandInteraction
  | PrimaryEntryPointCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** Who sees the answer; `update` changes the message that the component sits on, the others answer with a new one. */
export type Visibility = 'public' | 'private' | 'update';

/** The way of an answer to whoever has asked. */
export interface Responder {
  /** Says that an answer comes, unless that is known already. Never throws. */
  acknowledge(): Promise<void>;
  /** Shows a notice while something takes long. Never throws. */
  announce(card: Card): Promise<void>;
  /** Brings the answer, whatever becomes of the ways on which it should come. Never throws. */
  deliver(card: Card): Promise<void>;
  /** Says instead of an answer why there is none, to nobody else where that can be. */
  refuse(card: Card): Promise<void>;
}

/** What the answer to an interaction needs to know. */
interface InteractionReply {
  readonly visibility: Visibility;
  /** Until when Discord takes an acknowledgement, in milliseconds since 1970. */
  readonly acknowledgeByMs: number;
  readonly requestId: string;
  readonly log: Log;
  /** In the language of whoever acts. */
  readonly texts: Texts;
}

const acknowledgePausesMs = [100, 250, 500, 900];
const editPausesMs = [300, 700, 1_500, 3_000, 6_000];

/** Into the reply of the interaction, else after it, else into the channel or to the asker directly. */
export class InteractionResponder implements Responder {
  /** Whether Discord has given the interaction up. */
  private isLost = false;
  private visibility: Visibility;
  private readonly log: Log;
  private readonly texts: Texts;

  constructor(
    private readonly interaction: RepliableInteraction,
    private readonly reply: InteractionReply,
  ) {
    this.log = reply.log;
    this.texts = reply.texts;
    this.visibility = reply.visibility;
  }

  async refuse(card: Card): Promise<void> {
    const own = new InteractionResponder(this.interaction, { ...this.reply, visibility: 'private' });
    await own.acknowledge();
    await own.deliver(card);
  }

  /** Private or public is settled here. */
  async acknowledge(): Promise<void> {
    const { interaction, log } = this;
    if (interaction.deferred || interaction.replied) return;
    for (const pauseMs of [...acknowledgePausesMs, null]) {
      try {
        await this.defer();
        return;
      } catch (error) {
        // After a lost answer it is not known whether the call arrived, and a second one would be an offence.
        if (codeOf(error) === discordCodes.alreadyAcknowledged || (isTransient(error) && (await this.isThere()))) {
          interaction.deferred = true;
          return;
        }
        // The message that was pressed on is gone, such as one that has just been dismissed: the answer is one of its own.
        if (codeOf(error) === discordCodes.unknownMessage && this.visibility === 'update') {
          this.visibility = 'private';
          continue;
        }
        const isTooLate = pauseMs === null || Date.now() + pauseMs > this.reply.acknowledgeByMs;
        if (isTooLate || !isTransient(error)) {
          this.isLost = true;
          log.warn(describeFailure(error), 'interaction could not be acknowledged');
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  private async defer(): Promise<void> {
    const { interaction } = this;
    const mode = this.visibility;
    if (mode !== 'update') await interaction.deferReply(mode === 'private' ? { flags: MessageFlags.Ephemeral } : {});
    else if (interaction.isMessageComponent() || interaction.isModalSubmit()) await interaction.deferUpdate();
  }

  /** Whether Discord has a reply of ours to this interaction, which is so only after an acknowledgement. */
  private async isThere(): Promise<boolean> {
    const { client, applicationId, token } = this.interaction;
    return client.rest.get(Routes.webhookMessage(applicationId, token), { auth: false }).then(
      () => true,
      () => false,
    );
  }

  async deliver(card: Card): Promise<void> {
    if (!this.isLost && (await this.tryEdit(card))) return;
    await this.deliverElsewhere(this.isLost ? addLine(card, this.texts.late) : card);
  }

  async announce(card: Card): Promise<void> {
    if (this.isLost) return;
    await this.interaction.editReply(toBody(card)).catch((error: unknown) => {
      this.log.warn(describeFailure(error), 'notice could not be shown');
    });
  }

  /** `isLast` for what is shown instead of a message that Discord finds fault with. */
  private async tryEdit(card: Card, isLast = false): Promise<boolean> {
    const { interaction, log } = this;
    try {
      await retryCall(() => interaction.editReply(toBody(card)), editPausesMs);
      return true;
    } catch (error) {
      log.error(describeFailure(error), 'reply could not be edited');
      if (!(error instanceof DiscordAPIError)) return false;
      if (error.code === discordCodes.invalidBody && !isLast) {
        return this.tryEdit(renderNotice(this.texts.failed(this.reply.requestId), 'warning'), true);
      }
    }
    try {
      const flags =
        this.visibility === 'public'
          ? ([MessageFlags.IsComponentsV2] as const)
          : ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const);
      await interaction.followUp({ ...toBody(card), flags });
      return true;
    } catch (error) {
      log.error(describeFailure(error), 'follow-up could not be sent');
      return false;
    }
  }

  private async deliverElsewhere(card: Card): Promise<void> {
    const { client, user, channelId } = this.interaction;
    if (this.visibility === 'public' && channelId !== null) {
      const sent = await sendToChannel(client, channelId, addLine(card, `<@${user.id}>`), this.log);
      if (sent) return;
    }
    if (!(await sendToUser(user, card, this.log))) this.log.error('nobody could be told');
  }
}
