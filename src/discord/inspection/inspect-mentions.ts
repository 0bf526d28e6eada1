import { renderNotice } from '../cards/card.js';
import { MessagePayload, type Client, type MessageCreateOptions, type MessageTarget } from 'discord.js';
import { fail, pass, type Finding } from '../../app/doctor/finding.js';
import { toNewBody } from '../delivery/body.js';

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
