import type { AllowedMentionsJson } from './bodies.js';
import type { ChannelRecord } from './records.js';
import type { World } from './world.js';

/** Whom a message notifies. */
export interface Mentions {
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** The mentions in a message's texts; Discord finds none inside code. */
export function parseMentions(world: World, channel: ChannelRecord, texts: readonly string[]): Mentions {
  const text = texts.map((each) => each.replace(/```[\s\S]*?```|`[^`\n]*`/g, ' ')).join('\n');
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const users = [...text.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) =>
    id !== undefined && world.users.has(id) ? id : [],
  );
  const roles = [...text.matchAll(/<@&(\d+)>/g)].flatMap(([, id]) =>
    id !== undefined && guild?.roles.has(id) ? id : [],
  );
  return {
    users: [...new Set(users)],
    roles: [...new Set(roles)],
    everyone: guild !== undefined && /@(everyone|here)\b/.test(text),
  };
}

/** Keeps those mentions that `allowed_mentions` lets through; without it all of them, and the author replied to. */
export function allowMentions(
  found: Mentions,
  allowed: AllowedMentionsJson | null | undefined,
  repliedUserId: string | null,
): Mentions {
  const withReplied = (users: readonly string[]) =>
    repliedUserId === null ? [...users] : [...new Set([...users, repliedUserId])];
  if (allowed === undefined || allowed === null) return { ...found, users: withReplied(found.users) };
  const parse = allowed.parse ?? [];
  const users = parse.includes('users') ? found.users : found.users.filter((id) => allowed.users?.includes(id));
  return {
    users: allowed.replied_user === true ? withReplied(users) : users,
    roles: parse.includes('roles') ? found.roles : found.roles.filter((id) => allowed.roles?.includes(id)),
    everyone: found.everyone && parse.includes('everyone'),
  };
}
