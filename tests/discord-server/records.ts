import type { ChannelType } from 'discord-api-types/v10';
import type { AttachmentJson, ComponentJson, EmbedJson } from './bodies.js';

export interface UserRecord {
  id: string;
  username: string;
  globalName: string | null;
  bot: boolean;
  /** The client's language, sent with the member's interactions. */
  locale: string;
  /** Refuses direct messages: the bot gets 50007. */
  closedDms: boolean;
}

export interface RoleRecord {
  id: string;
  name: string;
  permissions: bigint;
  position: number;
  mentionable: boolean;
}

export interface MemberRecord {
  userId: string;
  roleIds: string[];
  nick: string | null;
  joinedAt: string;
}

export interface GuildRecord {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  roles: Map<string, RoleRecord>;
  members: Map<string, MemberRecord>;
  systemChannelId: string | null;
}

export interface OverwriteRecord {
  /** Role or user. */
  id: string;
  type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

export interface ChannelRecord {
  id: string;
  type: ChannelType;
  /** Null for direct messages. */
  guildId: string | null;
  name: string;
  parentId: string | null;
  overwrites: OverwriteRecord[];
  /** Members of a direct message, the bot left out. */
  recipientIds: string[];
  /** Who opened a thread. */
  ownerId: string | null;
  archived: boolean;
  locked: boolean;
  position: number;
  /** Oldest first. */
  messages: MessageRecord[];
}

export interface ReactionRecord {
  emoji: { id: string | null; name: string };
  userIds: string[];
}

export interface MessageRecord {
  id: string;
  channelId: string;
  guildId: string | null;
  authorId: string;
  /** Message type: 0 default, 19 reply, 20 command answer, 23 context menu answer. */
  type: number;
  content: string;
  embeds: EmbedJson[];
  components: ComponentJson[];
  attachments: (AttachmentJson & { url: string; size: number; content_type: string })[];
  flags: number;
  mentionedUserIds: string[];
  mentionedRoleIds: string[];
  mentionsEveryone: boolean;
  reference: { channelId: string; messageId: string } | null;
  /** Milliseconds since 1970. */
  pinnedAtMs: number | null;
  editedAtMs: number | null;
  reactions: ReactionRecord[];
  nonce: string | number | null;
  /** The one member who sees an ephemeral message. */
  visibleTo: string | null;
  /** The interaction that this message answers. */
  interaction: { id: string; type: number; userId: string; name: string | null } | null;
}
