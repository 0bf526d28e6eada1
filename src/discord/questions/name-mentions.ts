import type { BaseInteraction, Client, Guild, Message } from 'discord.js';
import { withinTime } from '../../app/within-time.js';
import type { Request } from '../request/request.js';

/**
 * Mentions of people, roles and channels, commands and emoji, as Discord writes them
 * (https://discord.com/developers/docs/reference#message-formatting).
 */
const mention = /<(?:(@!?|@&|#)(\d{15,21})|a?:\w+:\d{15,21}|\/([^:>]+):\d{15,21})>/g;
const personMention = /<@!?(\d{15,21})>/g;
/** Names that are not known are asked for, of this many people at most and for this long. */
const maxFetched = 5;
const fetchLimitMs = 1_000;

/** What the bot is called, by which it may be greeted. */
export function namesOfBot({ client: { user }, guild }: Pick<Message | BaseInteraction, 'client' | 'guild'>): string[] {
  return [user.username, user.displayName, guild?.members.me?.displayName ?? ''];
}

/** Where names are looked up. */
export interface NameSource {
  readonly client: Client;
  readonly guild: Guild | null;
  /** Names that came with what is read, by id. */
  readonly known: ReadonlyMap<string, string>;
  /** What stands for somebody of whom no name is known, such as "somebody". */
  readonly somebody: string;
}

/**
 * A text with names in place of mentions, so that it can be read everywhere and no id is kept of it. The bot's own mention and custom
 * emoji are left out; white space is made one space.
 */
export function nameMentions(text: string, { client, guild, known, somebody }: NameSource): string {
  const nameOf = (kind: string, id: string): string => {
    if (kind === '@&') return known.get(id) ?? guild?.roles.cache.get(id)?.name ?? somebody;
    if (kind === '#') return '#…'; // it may be hidden from whoever asks
    if (id === client.user?.id) return ' ';
    const member = guild?.members.cache.get(id) ?? client.users.cache.get(id);
    return known.get(id) ?? member?.displayName ?? somebody;
  };
  return text
    .replace(mention, (_, kind?: string, id?: string, command?: string) => {
      if (kind !== undefined && id !== undefined) return nameOf(kind, id);
      return command === undefined ? ' ' : `/${command}`;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same for words that came with an interaction; names that are nowhere known are asked for. */
export async function nameMentionsIn(
  text: string,
  { source: interaction, texts: { somebody } }: Pick<Request<BaseInteraction>, 'source' | 'texts'>,
): Promise<string> {
  const { client, guild } = interaction;
  const known = new Map<string, string>(readResolved(interaction));
  const ids = new Set(Array.from(text.matchAll(personMention), ([, id = '']) => id));
  const isUnknown = (id: string): boolean =>
    id !== client.user.id && !known.has(id) && !guild?.members.cache.has(id) && !client.users.cache.has(id);
  await Promise.all(
    [...ids]
      .filter(isUnknown)
      .slice(0, maxFetched)
      .map(async (id) => {
        const name = await withinTime(fetchName(id, client, guild), fetchLimitMs, null);
        if (name !== null) known.set(id, name);
      }),
  );
  return nameMentions(text, { client, guild, known, somebody });
}

function* readResolved(interaction: BaseInteraction): Iterable<[string, string]> {
  if (!interaction.isChatInputCommand()) return;
  const { users, members, roles } = interaction.options.resolved ?? {};
  for (const [id, role] of roles ?? []) if (role) yield [id, role.name];
  for (const [id, user] of users ?? []) yield [id, user.displayName];
  for (const [id, member] of members ?? []) if (member && 'displayName' in member) yield [id, member.displayName];
}

async function fetchName(id: string, client: Client, guild: Guild | null): Promise<string | null> {
  const member = (await guild?.members.fetch(id).catch(() => null)) ?? null;
  return (member ?? (await client.users.fetch(id).catch(() => null)))?.displayName ?? null;
}
