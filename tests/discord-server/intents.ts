import { GatewayIntentBits as Intent } from 'discord-api-types/v10';

/** Events with the intent that a guild's and a direct channel's need; those not listed need none. */
const INTENTS: Record<string, { guild: number; direct: number }> = {
  MESSAGE_CREATE: { guild: Intent.GuildMessages, direct: Intent.DirectMessages },
  MESSAGE_UPDATE: { guild: Intent.GuildMessages, direct: Intent.DirectMessages },
  MESSAGE_DELETE: { guild: Intent.GuildMessages, direct: Intent.DirectMessages },
  MESSAGE_REACTION_ADD: { guild: Intent.GuildMessageReactions, direct: Intent.DirectMessageReactions },
  MESSAGE_REACTION_REMOVE: { guild: Intent.GuildMessageReactions, direct: Intent.DirectMessageReactions },
  CHANNEL_PINS_UPDATE: { guild: Intent.Guilds, direct: Intent.DirectMessages },
  CHANNEL_CREATE: { guild: Intent.Guilds, direct: 0 },
  CHANNEL_UPDATE: { guild: Intent.Guilds, direct: 0 },
  THREAD_CREATE: { guild: Intent.Guilds, direct: 0 },
  THREAD_UPDATE: { guild: Intent.Guilds, direct: 0 },
  GUILD_CREATE: { guild: Intent.Guilds, direct: 0 },
  GUILD_MEMBER_ADD: { guild: Intent.GuildMembers, direct: 0 },
};

export const PRIVILEGED_INTENTS = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** Whether a session with these intents gets the event. */
export function wantsEvent(intents: number, event: string, isDirect: boolean): boolean {
  const needed = INTENTS[event]?.[isDirect ? 'direct' : 'guild'] ?? 0;
  return needed === 0 || (intents & needed) !== 0;
}

/** Whether a session may read the text of others' messages. */
export function readsContent(intents: number): boolean {
  return (intents & Intent.MessageContent) !== 0;
}
