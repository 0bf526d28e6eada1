import { VerbatimError } from '../core/errors.js';
import { readCommonSettings, SettingsReader } from './settings.js';
import { readCommonStoreSettings } from './store-settings.js';
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const defaults = {
    LOG_LEVEL: 'info',
    USER_COOLDOWN_SECONDS: '0',
    CHANNEL_COOLDOWN_SECONDS: '0',
    QUEUE_LIMIT: '500',
    USER_QUEUE_LIMIT: '200',
};
const missingToken = 'DISCORD_TOKEN is not set. Make a bot at https://discord.com/developers/applications, copy its token (Bot → Reset Token) ' +
    'into the file .env as DISCORD_TOKEN=…, then run "npm start"; the README shows each click. ' +
    'Without Discord, try it in the terminal: npm run -s ask -- "YOUR QUESTION"';
const snowflake = /^\d{17,20}$/;
/** Reads the bot's settings as `readSettings` does; throws `bad-settings` with how to get a token where there is none. */
export function readBotSettings(environment = process.env) {
    const reader = new SettingsReader(environment);
    const settings = gatherSettings(reader);
    if (settings.token === '')
        throw new VerbatimError('bad-settings', missingToken);
    reader.finish();
    return settings;
}
/**
 * Reads the bot's settings and what is wrong with them, without a judgement: the token may be empty, and a setting with a fault may
 * hold anything.
 */
export function surveyBotSettings(environment = process.env) {
    const reader = new SettingsReader(environment);
    const settings = gatherSettings(reader);
    return { settings, faults: reader.faults };
}
function gatherSettings(reader) {
    const common = readCommonSettings(reader);
    const token = reader.text('DISCORD_TOKEN', '').replace(/^Bot\s+/, '');
    if (/\s/.test(token))
        reader.refuse('DISCORD_TOKEN', 'a token without spaces', 'one with spaces');
    const guildId = reader.text('DISCORD_GUILD_ID', '') || null;
    if (guildId !== null && !snowflake.test(guildId))
        reader.refuse('DISCORD_GUILD_ID', 'a number', `"${guildId}"`);
    const moderatorChannel = reader.text('MODERATOR_CHANNEL', '') || null;
    if (moderatorChannel !== null && !snowflake.test(moderatorChannel)) {
        reader.refuse('MODERATOR_CHANNEL', 'the id of a channel', `"${moderatorChannel}"`);
    }
    return {
        ...common,
        ...readCommonStoreSettings(reader),
        moderatorChannel,
        token,
        guildId,
        apiUrl: readApiUrl(reader),
        allowedChannels: readChannels(reader),
        logLevel: readLogLevel(reader),
        userCooldownSeconds: reader.wholeNumber('USER_COOLDOWN_SECONDS', defaults.USER_COOLDOWN_SECONDS, 0, 86_400),
        channelCooldownSeconds: reader.wholeNumber('CHANNEL_COOLDOWN_SECONDS', defaults.CHANNEL_COOLDOWN_SECONDS, 0, 86_400),
        queueLimit: reader.wholeNumber('QUEUE_LIMIT', defaults.QUEUE_LIMIT, 1, 100_000),
        userQueueLimit: reader.wholeNumber('USER_QUEUE_LIMIT', defaults.USER_QUEUE_LIMIT, 1, 100_000),
    };
}
function readApiUrl(reader) {
    const given = reader.text('DISCORD_API_URL', '');
    if (given === '')
        return null;
    if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) {
        reader.refuse('DISCORD_API_URL', 'an http or https address', `"${given}"`);
    }
    return given.replace(/\/+$/, '').replace(/\/v\d+$/, '');
}
function readChannels(reader) {
    const ids = reader.text('ALLOWED_CHANNELS', '').split(/[\s,;]+/);
    const given = ids.filter((id) => id !== '');
    const wrong = given.filter((id) => !snowflake.test(id));
    if (wrong.length > 0)
        reader.refuse('ALLOWED_CHANNELS', 'channel ids, parted by commas', `"${wrong.join(', ')}"`);
    return given;
}
function readLogLevel(reader) {
    const given = reader.text('LOG_LEVEL', defaults.LOG_LEVEL).toLowerCase();
    const level = logLevels.find((known) => known === given);
    if (level === undefined)
        reader.refuse('LOG_LEVEL', `one of ${logLevels.join(', ')}`, `"${given}"`);
    return level ?? defaults.LOG_LEVEL;
}
//# sourceMappingURL=bot-settings.js.map