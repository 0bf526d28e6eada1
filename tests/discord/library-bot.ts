import type { DiscordServer } from '../discord-server/discord-server.js';
import type { MessageLike } from '../discord-server/member.js';
import { readText } from '../discord-server/message-view.js';
import { DEFAULT_GUILD, type GuildSetup } from '../discord-server/setup.js';
import type { AttachedFile } from '../discord-server/site.js';
import { layColumn, writePdf } from '../helpers/write-pdf.js';
import { BotProcess, type BotOptions } from './bot-process.js';

/** Two communities on one bot, each with a moderator and a member. */
const guilds: readonly GuildSetup[] = [
  DEFAULT_GUILD,
  {
    name: 'Harbour',
    roles: DEFAULT_GUILD.roles ?? [],
    channels: [{ name: 'quay' }],
    members: [{ name: 'otto', roles: ['moderator'] }, { name: 'ulla' }],
  },
];

/** A bot that fetches from the test's own server, with one text of the operator's. */
export function startLibraryBot(options: BotOptions = {}): Promise<BotProcess> {
  const files = {
    'lighthouse.md':
      '# The lighthouse\n\nThe lighthouse on Skerry Point was lit for the first time on 2 October 1911.\n',
  };
  return BotProcess.start({ server: { guilds, maxConcurrency: 4 }, files, program: 'fetching', ...options });
}

const column = { x: 72, width: 460, y: 100 };

/** Three pages, the last of which has no text. */
export const wellPdf: AttachedFile = {
  name: 'The well.pdf',
  type: 'application/pdf',
  content: writePdf(
    [
      layColumn('The well of Brindle gives 900 litres of water an hour. It was dug by hand in 1874.', column).texts,
      layColumn('The well is 31 metres deep. Its water has been tested every spring since 1950.', column).texts,
      [],
    ],
    { info: { Title: 'The well of Brindle' } },
  ),
};

/** A page about a mill. */
export function millPage(sentence: string): { type: string; content: string } {
  const filler = 'The mill of Aldersey stands beside the river and still has its wheel, which was built of oak.';
  return {
    type: 'text/html; charset=utf-8',
    content: `<!doctype html><html lang="en"><head><title>The mill of Aldersey</title></head><body><article>
      <h1>The mill of Aldersey</h1><p>${sentence}</p><p>${filler}</p>
      <p>Its last miller was Orla Venn, who ground barley there until the spring of 1962.</p></article></body></html>`,
  };
}

/** Waits until a card says something; gives all that it says then. */
export async function waitForCard(server: DiscordServer, message: MessageLike, words: string | RegExp) {
  const read = (): string => {
    const now = server.message(message);
    return now ? readText(now) : '';
  };
  const fits = (): boolean => (typeof words === 'string' ? read().includes(words) : words.test(read()));
  await server.waitUntil(fits, `on the card: ${String(words)}`).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${read()}`);
  });
  return read();
}
