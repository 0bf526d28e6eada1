import { DiscordAPIError, HTTPError, REST, RateLimitError, Routes, } from 'discord.js';
const timeoutMs = 10_000;
const guildsOfPage = 200;
/** Reads from Discord without logging in. Each call takes 10 s at most. */
export class DiscordReader {
    rest;
    constructor(token, apiUrl) {
        this.rest = new REST({
            timeout: timeoutMs,
            retries: 1,
            rejectOnRateLimit: ({ retryAfter }) => retryAfter > timeoutMs,
            ...(apiUrl === null ? {} : { api: apiUrl }),
        }).setToken(token);
    }
    // The types are those that Discord documents for these routes.
    readUser = () => this.rest.get(Routes.user('@me'));
    readApplication = () => this.rest.get(Routes.currentApplication());
    readGateway = () => this.rest.get(Routes.gatewayBot());
    readChannel = (id) => this.rest.get(Routes.channel(id));
    async listGuilds() {
        const guilds = [];
        for (;;) {
            const query = new URLSearchParams({ limit: String(guildsOfPage) });
            const last = guilds.at(-1);
            if (last)
                query.set('after', last.id);
            const page = (await this.rest.get(Routes.userGuilds(), { query }));
            guilds.push(...page);
            if (page.length < guildsOfPage)
                return guilds;
        }
    }
    async readGuild(id, botId) {
        const [guild, member, channels] = await Promise.all([
            this.rest.get(Routes.guild(id)),
            this.rest.get(Routes.guildMember(id, botId)),
            this.rest.get(Routes.guildChannels(id)),
        ]);
        return { guild, member, channels };
    }
}
/** One line on why Discord did not answer; it holds no token. */
export function describeRefusal(error) {
    if (error instanceof DiscordAPIError)
        return `${error.status}: ${error.message} (code ${error.code})`;
    if (error instanceof HTTPError)
        return `status ${error.status}`;
    if (error instanceof RateLimitError)
        return `asked to wait ${Math.ceil(error.retryAfter / 1_000)} s`;
    if (!(error instanceof Error))
        return 'no answer';
    if (error.name === 'AbortError' || error.name === 'TimeoutError')
        return `no answer within ${timeoutMs / 1_000} s`;
    const code = [error, error.cause].flatMap((each) => each instanceof Error && 'code' in each ? [String(each.code)] : []);
    return code[0] ?? 'no answer';
}
export function isTokenRefused(error) {
    return error instanceof DiscordAPIError && error.status === 401;
}
//# sourceMappingURL=discord-reader.js.map