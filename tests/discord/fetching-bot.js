/** The bot, whose texts come from one server on this machine: the one that plays Discord, whatever host is named. */
import { createLog } from '#verbatim/app/log.js';
import { readBotSettings } from '#verbatim/app/settings.js';
import { startBot } from '#verbatim/discord/bot.js';

const settings = readBotSettings();
const ownPort = Number(new URL(settings.apiUrl ?? '').port);
const network = {
  resolve: () => Promise.resolve(['127.0.0.1']),
  /**
   * @param {string} address
   * @param {number} port
   */
  permits: (address, port) => address === '127.0.0.1' && port === ownPort,
};
const bot = await startBot(settings, createLog(settings.logLevel), () => process.exit(1), { network });
process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
