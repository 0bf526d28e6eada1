import {
  DiscordAPIError,
  HTTPError,
  REST,
  RateLimitError,
  Routes,
  type APIApplication,
  type APIChannel,
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  type APIUser,
  type RESTAPIPartialCurrentUserGuild,
  type RESTGetAPIGatewayBotResult,
} from 'discord.js';

const timeoutMs = 10_000;
const guildsOfPage = 200;

/** A guild as far as the bot's permissions in it depend on it. */
export interface GuildView {
  readonly guild: APIGuild;
  readonly member: APIGuildMember;
  readonly channels: readonly APIGuildChannel[];
}

/** Reads from Discord without logging in. Each call takes 10 s at most. */
export class DiscordReader {
  private readonly rest: REST;

  constructor(token: string, apiUrl: string | null) {
    this.rest = new REST({
      timeout: timeoutMs,
      retries: 1,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > timeoutMs,
      ...(apiUrl === null ? {} : { api: apiUrl }),
    }).setToken(token);
  }

  // The types are those that Discord documents for these routes.
  readUser = () => this.rest.get(Routes.user('@me')) as Promise<APIUser>;
  readApplication = () => this.rest.get(Routes.currentApplication()) as Promise<APIApplication>;
  readGateway = () => this.rest.get(Routes.gatewayBot()) as Promise<RESTGetAPIGatewayBotResult>;
  readChannel = (id: string) => this.rest.get(Routes.channel(id)) as Promise<APIChannel>;

  async listGuilds(): Promise<RESTAPIPartialCurrentUserGuild[]> {
    const guilds: RESTAPIPartialCurrentUserGuild[] = [];
    for (;;) {
      const query = new URLSearchParams({ limit: String(guildsOfPage) });
      const last = guilds.at(-1);
      if (last) query.set('after', last.id);
      const page = (await this.rest.get(Routes.userGuilds(), { query })) as RESTAPIPartialCurrentUserGuild[];
      guilds.push(...page);
      if (page.length < guildsOfPage) return guilds;
    }
  }

  async readGuild(id: string, botId: string): Promise<GuildView> {
    const [guild, member, channels] = await Promise.all([
      this.rest.get(Routes.guild(id)) as Promise<APIGuild>,
      this.rest.get(Routes.guildMember(id, botId)) as Promise<APIGuildMember>,
      this.rest.get(Routes.guildChannels(id)) as Promise<APIGuildChannel[]>,
    ]);
    return { guild, member, channels };
  }
}

/** One line on why Discord did not answer; it holds no token. */
export function describeRefusal(error: unknown): string {
  if (error instanceof DiscordAPIError) return `${error.status}: ${error.message} (code ${error.code})`;
  if (error instanceof HTTPError) return `status ${error.status}`;
  if (error instanceof RateLimitError) return `asked to wait ${Math.ceil(error.retryAfter / 1_000)} s`;
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1_000} s`;
  const code = [error, error.cause].flatMap((each) =>
    each instanceof Error && 'code' in each ? [String(each.code)] : [],
  );
  return code[0] ?? 'no answer';
}

export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}
