import {
  ApplicationFlags,
  GatewayIntentBits,
  MessagePayload,
  type APIApplication,
  type Client,
  type MessageCreateOptions,
  type MessageTarget,
} from 'discord.js';
import { fail, pass, warn, type Finding } from '../../app/doctor/finding.js';
import { renderNotice } from '../cards/card.js';
import { toNewBody } from '../delivery/body.js';

/** The privileged intents, by their names in Discord's developer portal, with the flags that show them as switched on. */
const privileged = [
  [
    'Presence Intent',
    GatewayIntentBits.GuildPresences,
    ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
  ],
  [
    'Server Members Intent',
    GatewayIntentBits.GuildMembers,
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    'Message Content Intent',
    GatewayIntentBits.MessageContent,
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  ],
] as const;

/** Which events the bot asks Discord for. */
export function inspectIntents({ options }: Client): Finding {
  const asked = privileged.filter(([, intent]) => options.intents.has(intent)).map(([name]) => name);
  if (asked.length > 0)
    return fail('intents', `the bot asks for the ${asked.join(', ')}`, 'Do not start this version; report it.');
  return pass('intents', `the bot asks for ${options.intents.toArray().join(', ')}; none is privileged`);
}

/** Whether the application may receive what the bot never asks for. */
export function inspectApplication({ name, flags }: APIApplication): Finding {
  const on = privileged.filter(([, , flag]) => (flags & flag) !== 0).map(([intent]) => intent);
  if (on.length === 0) return pass('application', `"${name}", all privileged intents switched off`);
  return warn(
    'application',
    `"${name}" has privileged intents switched on that the bot does not need: ${on.join(', ')}`,
    'Switch them off: https://discord.com/developers/applications → Bot.',
  );
}

const sample = '@everyone @here <@81384788765712384> <@&81384788765712385>';

/** Makes the bodies of messages as they are made for sending and looks whether anybody would be pinged by them. */
export function inspectMentions(client: Client): Finding {
  const bodies = [bodyOf(client, toNewBody(renderNotice(sample))), bodyOf(client, { content: sample })];
  return bodies.every(isClosed)
    ? pass('mentions', 'no message of the bot can ping anybody')
    : fail('mentions', 'a message of the bot could ping people', 'Do not start this version; report it.');
}

function bodyOf(client: Client, options: MessageCreateOptions): unknown {
  // Of where it is sent only the client counts, whose defaults are part of the body.
  const target = { client } as unknown as MessageTarget;
  return MessagePayload.create(target, options).resolveBody().body;
}

function isClosed(body: unknown): boolean {
  const { allowed_mentions: allowed } = body as { allowed_mentions?: Record<string, unknown> };
  const lists = [allowed?.['parse'], allowed?.['users'] ?? [], allowed?.['roles'] ?? []];
  return lists.every((list) => Array.isArray(list) && list.length === 0) && allowed?.['replied_user'] !== true;
}
