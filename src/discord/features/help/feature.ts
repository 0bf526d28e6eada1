import type { Guild } from 'discord.js';
import { makeHelp } from '../../cards/help.js';
import { drainOutbox, post } from '../../delivery/outbox.js';
import { findLacking, neededToWrite, refusePlace } from '../../request/admission.js';
import { locateChannel, viewFor } from '../../request/asking-place.js';
import { commandForEverybody } from '../../request/command-parts.js';
import { usualRules, type Feature } from '../../request/feature.js';
import { openIndex } from '../../request/request.js';
import type { Services } from '../../services.js';
import { textsFor } from '../../texts/languages.js';

/** What the bot can do: when somebody asks for it, and once where it is new. */
export const helpFeature = {
  name: 'help',
  commands: [
    {
      on: 'slash',
      definition: commandForEverybody('help'),
      rules: usualRules,
      run: async (request) => makeHelp('help', await openIndex(request), request.texts),
    },
  ],
  components: {},
  messages: [],
  afterIndexing: null,
  onJoin: sayHello,
} as const satisfies Feature;

/** In the channel for messages of the system, if the bot may write there; nobody is told elsewhere. However many processes see it, once. */
async function sayHello(guild: Guild, services: Services): Promise<void> {
  const { systemChannel: channel, client, members } = guild;
  const { guildId: onlyGuild } = services.settings;
  if (!channel || (onlyGuild !== null && onlyGuild !== guild.id)) return;
  const texts = textsFor(guild.preferredLocale);
  await services.places.refresh();
  const place = { userId: client.user.id, guildId: guild.id, ...(await locateChannel(client, channel.id, channel)) };
  const held = members.me && channel.permissionsFor(members.me);
  if (findLacking(held, neededToWrite(false)).length > 0 || refusePlace(place, services, texts) !== null) return;
  const index = await viewFor(place, await services.library.whenReady(), services);
  const card = await makeHelp('greeting', index, texts);
  await post(`hello:${guild.id}:${guild.joinedTimestamp}`, { kind: 'channel', id: channel.id }, card, services);
  await drainOutbox(client, services);
}
