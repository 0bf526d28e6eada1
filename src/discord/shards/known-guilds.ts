import type { Client } from 'discord.js';
import { describeFailure } from '../failures.js';
import type { Log } from '../../app/log.js';

/** The parts of an event that say where it comes from and whom it speaks to. */
interface GatewayEvent {
  readonly t: string;
  readonly d: {
    readonly guild_id?: string;
    readonly channel_id?: string;
    readonly mentions?: readonly { readonly id: string }[];
    readonly referenced_message?: { readonly author: { readonly id: string } } | null;
  };
}

/**
 * Servers of a session that another process began: Discord names them only at its beginning, and discord.js passes over messages from
 * servers that it does not know. So a server is asked for when something of it concerns the bot.
 */
export class KnownGuilds {
  private readonly asked = new Map<string, Promise<void>>();

  constructor(
    private readonly client: Client,
    private readonly log: Log,
  ) {}

  /** Sends an event on: at once, or once its server is known. */
  pass(payload: object, send: () => void): void {
    const { t, d } = (payload as { readonly data: GatewayEvent }).data; // what Discord has sent
    const { guilds, channels, user } = this.client;
    const { guild_id: guildId, channel_id: channelId } = d;
    const isKnown = guildId === undefined || guilds.cache.has(guildId);
    if (isKnown || (t !== 'MESSAGE_CREATE' && t !== 'INTERACTION_CREATE')) {
      send();
      return;
    }
    const isToUs = (d.mentions ?? []).some(({ id }) => id === user?.id) || d.referenced_message?.author.id === user?.id;
    if (t === 'INTERACTION_CREATE')
      send(); // has all that its answer needs with it, and three seconds
    else if (!isToUs) return;
    const learnt = this.learn(guildId).then(async () => {
      if (channelId !== undefined) await channels.fetch(channelId);
    });
    void learnt
      .catch((error: unknown) => {
        this.log.warn(describeFailure(error), 'a server could not be read');
      })
      .then(() => {
        if (t === 'MESSAGE_CREATE') send();
      });
  }

  private learn(guildId: string): Promise<void> {
    const known = this.asked.get(guildId);
    if (known) return known;
    const asking = this.client.guilds
      .fetch(guildId)
      .then(async (guild) => {
        await Promise.all([guild.channels.fetch(), guild.members.fetchMe()]);
      })
      .finally(() => this.asked.delete(guildId));
    this.asked.set(guildId, asking);
    return asking;
  }
}
