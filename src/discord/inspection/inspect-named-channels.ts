import type { ChannelType } from 'discord.js';
import type { BotSettings } from '../../app/settings.js';
import { fail, pass, skip, warn, type Finding } from '../../app/doctor/finding.js';
import { codeOf } from '../failures.js';
import { channelPermissions } from './channel-permissions.js';
import { describeRefusal, type DiscordReader, type GuildView } from './discord-reader.js';
import { findMissing, isSilenced, listNames, neededIn, type PermissionName } from './needed-permissions.js';

/** Discord's codes for a channel that is not there, and for one that must not be seen. */
const unknownChannel = 10_003;
const missingAccess = 50_001;

type Place =
  | { readonly name: string; readonly missing: readonly PermissionName[] }
  /** Why nothing can be said of it. */
  | { readonly fault: string };

interface ChannelLike {
  readonly type: ChannelType;
  readonly name?: string | null;
  readonly parent_id?: string | null;
}

interface Source {
  readonly reader: DiscordReader;
  readonly views: readonly GuildView[];
  readonly botId: string;
}

/** Looks at the channels of the settings: those of ALLOWED_CHANNELS that are in no list of a guild, and MODERATOR_CHANNEL. */
export async function inspectNamedChannels(
  { allowedChannels, moderatorChannel }: Pick<BotSettings, 'allowedChannels' | 'moderatorChannel'>,
  source: Source,
): Promise<Finding[]> {
  const listed = new Set(source.views.flatMap(({ channels }) => channels.map(({ id }) => id)));
  const findings: Finding[] = [];
  for (const id of allowedChannels.filter((each) => !listed.has(each))) {
    findings.push(judge('ALLOWED_CHANNELS', id, await findPlace(id, source)));
  }
  findings.push(
    moderatorChannel === null
      ? skip('MODERATOR_CHANNEL', 'not set: nobody is told about changed sources and newly answered questions')
      : judge('MODERATOR_CHANNEL', moderatorChannel, await findPlace(moderatorChannel, source)),
  );
  return findings;
}

function judge(setting: string, id: string, place: Place): Finding {
  if ('fault' in place)
    return fail(setting, `${id}: ${place.fault}`, `Correct the id: right-click the channel → Copy Channel ID.`);
  const { name, missing } = place;
  if (missing.length === 0) return pass(setting, name);
  const detail = `the bot is missing ${listNames(missing)} in ${name}`;
  return (isSilenced(missing) || missing.includes('SendMessagesInThreads') ? fail : warn)(
    setting,
    detail,
    'Grant it to the bot\u2019s role: Edit Channel → Permissions.',
  );
}

async function findPlace(id: string, { reader, views, botId }: Source): Promise<Place> {
  let channel: ChannelLike | undefined;
  const view = views.find(({ channels }) => channels.some((each) => each.id === id));
  try {
    // A thread is in no list.
    channel = view ? view.channels.find((each) => each.id === id) : await reader.readChannel(id);
  } catch (error) {
    if (codeOf(error) === unknownChannel) return { fault: 'there is no such channel' };
    if (codeOf(error) === missingAccess) return { fault: 'the bot cannot see this channel' };
    return { fault: `Discord does not tell (${describeRefusal(error)})` };
  }
  if (!channel || neededIn(channel.type) === null) return { fault: 'this is not a channel for messages' };
  const home = view ?? views.find(({ channels }) => channels.some((each) => each.id === channel.parent_id));
  if (!home) return { fault: 'it is in a server that was not looked at' };
  const rules = home.channels.find((each) => each.id === (view ? id : channel.parent_id));
  const permissions = channelPermissions(home.guild, botId, home.member, rules?.permission_overwrites ?? []);
  return { name: `#${channel.name ?? id} in "${home.guild.name}"`, missing: findMissing(channel.type, permissions) };
}
