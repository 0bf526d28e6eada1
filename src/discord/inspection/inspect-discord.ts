import type { BotSettings } from '../../app/settings.js';
import type { DiscordInspection } from '../../app/doctor/discord-inspection.js';
import { fail, pass, skip, warn, type Finding } from '../../app/doctor/finding.js';
import { createClient } from '../client.js';
import { DiscordReader, describeRefusal, isTokenRefused, type GuildView } from './discord-reader.js';
import { inspectApplication, inspectIntents, inspectMentions } from './inspect-application.js';
import { inspectGuild } from './inspect-guild.js';
import { inspectNamedChannels } from './inspect-named-channels.js';
import { inviteUrl } from './needed-permissions.js';

/** More would take long; what is wrong in one is mostly wrong in all. */
const maxGuilds = 25;
const fewStarts = 20;
const newToken =
  'Make a new one and put it into .env: https://discord.com/developers/applications → Bot → Reset Token.';

type InspectedSettings = Pick<BotSettings, 'token' | 'apiUrl' | 'guildId' | 'allowedChannels' | 'moderatorChannel'>;

/** Looks at all that concerns Discord; without a token, only at what the bot itself would send. Never rejects. */
export async function inspectDiscord(settings: InspectedSettings): Promise<DiscordInspection> {
  const findings = await inspectOwnSide(settings);
  if (settings.token === '') {
    findings.push(skip('Discord', 'not checked: DISCORD_TOKEN is not set'));
    return { findings, gatewayHost: null };
  }
  if (settings.apiUrl !== null && !URL.canParse(settings.apiUrl)) {
    findings.push(skip('Discord', 'not checked: DISCORD_API_URL is wrong'));
    return { findings, gatewayHost: null };
  }
  const reader = new DiscordReader(settings.token, settings.apiUrl);
  try {
    const user = await reader.readUser();
    findings.push(pass('token', `Discord knows it: the bot is "${user.username}"`));
    return { findings, gatewayHost: await inspectAccount(settings, reader, user.id, findings) };
  } catch (error) {
    findings.push(explainFailure(error, settings));
    return { findings, gatewayHost: null };
  }
}

async function inspectOwnSide(settings: InspectedSettings): Promise<Finding[]> {
  const client = createClient(settings, null);
  const findings = [inspectIntents(client), inspectMentions(client)];
  await client.destroy();
  return findings;
}

/** Adds what is found; gives the host of the gateway. */
async function inspectAccount(
  settings: InspectedSettings,
  reader: DiscordReader,
  botId: string,
  findings: Finding[],
): Promise<string> {
  const application = await reader.readApplication();
  findings.push(inspectApplication(application));
  const { url, session_start_limit: starts } = await reader.readGateway();
  if (starts.remaining < fewStarts) {
    const hours = Math.ceil(starts.reset_after / 3_600_000);
    findings.push(
      warn(
        'gateway',
        `only ${starts.remaining} starts are left for the next ${hours} h`,
        'Look why the bot starts so often.',
      ),
    );
  }
  const views = await readGuilds(settings, reader, botId, findings, inviteUrl(application.id));
  for (const view of views) findings.push(...inspectGuild(view, botId, settings.allowedChannels));
  findings.push(...(await inspectNamedChannels(settings, { reader, views, botId })));
  return new URL(url).host;
}

async function readGuilds(
  { guildId }: InspectedSettings,
  reader: DiscordReader,
  botId: string,
  findings: Finding[],
  invitation: string,
): Promise<GuildView[]> {
  const guilds = await reader.listGuilds();
  if (guilds.length === 0) findings.push(fail('servers', 'the bot is in none', `Invite it: ${invitation}`));
  else if (guildId !== null && !guilds.some(({ id }) => id === guildId)) {
    findings.push(
      fail(
        'DISCORD_GUILD_ID',
        `the bot is not in the server ${guildId}`,
        `Correct the id, or invite it: ${invitation}`,
      ),
    );
  }
  const wanted = [...guilds].sort((a, b) => Number(b.id === guildId) - Number(a.id === guildId));
  const views: GuildView[] = [];
  for (const { id, name } of wanted.slice(0, maxGuilds)) {
    try {
      views.push(await reader.readGuild(id, botId));
    } catch (error) {
      if (isTokenRefused(error)) throw error;
      findings.push(warn(`server "${name}"`, `could not be checked (${describeRefusal(error)})`, 'Try again later.'));
    }
  }
  const rest = wanted.length - maxGuilds;
  if (rest > 0) findings.push(skip('servers', `${rest} more were not checked`));
  return views;
}

function explainFailure(error: unknown, { apiUrl }: InspectedSettings): Finding {
  if (isTokenRefused(error)) return fail('token', 'Discord refuses DISCORD_TOKEN', newToken);
  const place = apiUrl === null ? 'discord.com' : new URL(apiUrl).host;
  const advice =
    apiUrl === null
      ? 'Check the network; https://discordstatus.com tells of outages.'
      : 'Check DISCORD_API_URL and the network.';
  return fail('Discord', `${place} cannot be asked (${describeRefusal(error)})`, advice);
}
