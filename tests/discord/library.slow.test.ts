import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readStoreSettings } from '#verbatim/app/settings.js';
import { openStore } from '#verbatim/app/store/open-store.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Member } from '../discord-server/member.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import type { BotProcess } from './bot-process.js';
import { millPage, startLibraryBot, waitForCard, wellPdf } from './library-bot.js';

const millQuestion = 'How tall is the mill of Aldersey?';
const wellQuestion = 'How many litres of water does the well of Brindle give?';

let bot: BotProcess;
let server: DiscordServer;
let mara: Member;
let otto: Member;

beforeAll(async () => {
  bot = await startLibraryBot();
  ({ server } = bot);
  [mara, otto] = [server.member('mara'), server.member('otto')];
});

afterEach(() => {
  server.setOverwrites('general', []);
  server.assertClean();
});

afterAll(() => bot.close());

async function ask(member: Member, question: string, channel?: string): Promise<string> {
  const where = channel === undefined ? {} : { channel };
  return readText(await server.member(member.user.username).slash('ask', { question }, where).response());
}

/** Ends the bot at once, and starts it again; where nothing is asked of it, its index is not waited for. */
async function kill({ isAsked = true } = {}): Promise<void> {
  await bot.stop('SIGKILL');
  await bot.launch({ untilReady: isAsked });
  if (!isAsked) await bot.waitForLog('commands registered');
}

async function list(member: Member, values = {}): Promise<string> {
  return readText(await member.slash('library list', values).response());
}

test('is offered to moderators only, and in no direct message', () => {
  const ada = server.member('ada');
  expect(() => ada.slash('library list')).toThrow('hidden');
  expect(() => mara.slash('library list', {}, { channel: 'dm' })).toThrow('not offered');
});

test('a file is previewed, with its doubts and three quotes, and quoted only once it is in use', async () => {
  const added = mara.slash('library add', { file: wellPdf, collection: 'waters' });
  expect(await added.acknowledged).toMatchObject({ type: 5, flags: 64 });
  const card = await added.response();
  const preview = await waitForCard(server, card, 'Read, not in use yet');
  expect(preview).toContain('The well of Brindle');
  expect(preview).toContain('PDF · 3 pages · 4 sentences');
  expect(preview).toContain('**Not sure of:** no text (page 3)');
  expect(preview).toContain('- “The well of Brindle gives 900 litres of water an hour.” (p. 1)');
  expect(preview).toContain('collection “waters” · asked in all channels of this server');
  expect(listButtons(server.message(card) ?? card).map(({ label }) => label)).toEqual(['Put in use', 'Discard']);
  expect(await ask(mara, wellQuestion)).not.toContain('900 litres');

  const same = await mara
    .slash('library add', { file: { ...wellPdf, name: 'x.pdf' }, collection: 'waters' })
    .response();
  await waitForCard(server, same, 'Read, not in use yet');
  const pressed = mara.clickButton(card, 'Put in use');
  expect((await pressed.acknowledged).type).toBe(6);
  expect(readText(await pressed.response())).toContain('In use.');
  await waitForCard(server, card, 'It can be asked.');
  const refused = readText(await mara.clickButton(same, 'Put in use').response());
  expect(refused).toContain('The same file is in this collection already: library/waters/The well.pdf.');
  expect(readText(await mara.clickButton(same, 'Discard').response())).toContain('Discarded.');
  expect(await ask(server.member('ada'), wellQuestion)).toContain('900 litres');
});

test('a link is previewed, found by what is typed, taken out after a question, and brought back', async () => {
  const url = server.site.put('mills.example.org/aldersey.html', millPage('The mill of Aldersey is 23 metres tall.'));
  const card = await mara.slash('library add', { link: `<${url}>`, collection: 'waters' }).response();
  const preview = await waitForCard(server, card, 'Read, not in use yet');
  expect(preview).toMatch(/web page · \d sentences/);
  expect(preview).toContain('mills.example.org');
  await mara.clickButton(card, 'Put in use').response();
  await waitForCard(server, card, 'It can be asked.');
  expect(await ask(mara, millQuestion)).toContain('23 metres');

  const [choice] = await mara.autocomplete('library remove', 'name', 'alder').choices();
  expect(choice?.name).toContain('The mill of Aldersey');
  const confirm = await mara.slash('library remove', { name: String(choice?.value) }).response();
  expect(readText(confirm)).toContain('Take out **The mill of Aldersey**?');
  const kept = await mara.clickButton(confirm, 'Keep it').response();
  expect(readText(kept)).toContain('It can be asked.');
  await mara.clickButton(kept, 'Take out').response();
  const presses = ['Take out', 'Keep it'].map((label) => mara.clickButton(kept, label).response());
  const [taken, late] = (await Promise.all(presses)).map(readText);
  expect(taken).toContain('Taken out.');
  expect(late).not.toContain('Kept as it is.');
  expect(await ask(mara, millQuestion)).not.toContain('23 metres');

  const back = await mara.slash('library undo').response();
  expect(readText(back)).toContain('Brought back.');
  await waitForCard(server, back, 'It can be asked.');
  expect(await ask(mara, millQuestion)).toContain('23 metres');
  const refreshed = readText(await mara.slash('library refresh', { name: 'the mill of aldersey' }).response());
  expect(refreshed).toContain('looked at only just now');
});

test('what cannot be taken in leaves no collection behind', async () => {
  const readOwners = async () => {
    const store = await openStore(readStoreSettings(bot.settings));
    const { owners } = await store.places.read();
    store.close();
    return [...owners.keys()];
  };
  const before = await readOwners();
  expect(before).toContain('waters');
  for (const collection of ['caves', 'waters']) {
    const refused = await mara.slash('library add', { link: 'http://127.0.0.1/cave', collection }).response();
    expect(readText(refused)).not.toContain('to be looked at');
  }
  expect(await readOwners()).toEqual(before);
});

test('a message is added with its files, and each of them is looked at', async () => {
  const ada = server.member('ada');
  const message = ada.send('general', `The ferry of Brindle leaves at nine, says <@${mara.user.id}>.`, {
    files: [{ name: 'fares.txt', type: 'text/plain', content: 'The ferry of Brindle costs four crowns a head.\n' }],
  });
  const card = await mara.messageCommand('Add to library', message).response();
  const read = await waitForCard(server, card, /to be looked at[^]+to be looked at/);
  expect(read).toContain('2 texts to look at');
  expect(read).toMatch(/\*\*Message of ada, \d{4}-\d\d-\d\d\*\*/);
  const [option] = (server.message(card)?.components.flatMap(({ components }) => components ?? []) ?? []).flatMap(
    ({ options }) => options ?? [],
  );
  const looked = await mara.select(card, 'library:look', [option?.value ?? '']).response();
  expect(readText(looked)).toContain('- “The ferry of Brindle leaves at nine, says mara.”');
  expect(readText(await mara.clickButton(looked, 'Discard').response())).toContain('Discarded.');
});

test('what cannot be added says why', async () => {
  const reasonOf = async (values: object, words: string): Promise<string> => {
    const card = await mara.slash('library add', { ...values }).response();
    return waitForCard(server, card, words);
  };
  expect(await reasonOf({}, 'one of the two')).toContain('Give a link or a file');
  await reasonOf(
    { link: server.site.addressOf('mills.example.org/gone.html') },
    'It cannot be fetched: the server answers 404',
  );
  await reasonOf({ link: 'http://10.1.2.3/router' }, 'private network');
  await reasonOf({ link: 'http://10.1.2.3/router', collection: 'a/b' }, 'No collection can be called “a/b”');
  await reasonOf({ link: 'ftp://mills.example.org/x' }, 'could not');
  const large = { name: 'huge.pdf', type: 'application/pdf', content: '', size: 26 * 1024 * 1024 };
  const before = server.site.requests.length;
  await reasonOf({ file: large }, 'larger than 25 MB');
  expect(server.site.requests).toHaveLength(before);
  await reasonOf(
    { file: { name: 'x.exe', type: 'application/octet-stream', content: 'MZ\u0000\u0001' } },
    'neither a text',
  );
});

test('nobody acts who is no moderator any more', async () => {
  const card = await mara.slash('library show', { name: 'The well of Brindle' }).response();
  server.setOverwrites('general', [{ for: 'moderator', deny: ['ManageMessages'] }]);
  const pressed = mara.clickButton(card, 'Take out');
  expect(await pressed.acknowledged).toMatchObject({ type: 5, flags: 64 });
  expect(readText(await pressed.response())).toContain('Only moderators put texts in');
  expect(await mara.autocomplete('ask', 'in', 'well').choices()).not.toEqual([]);
});

test('another server sees nothing of it, and adds nothing to it', async () => {
  expect(await list(mara)).toContain('The well of Brindle');
  const theirs = await list(otto);
  expect(theirs).not.toContain('well');
  expect(theirs).toContain('lighthouse');
  expect(await otto.autocomplete('library show', 'name', 'well').choices()).toEqual([]);
  expect(await otto.autocomplete('library add', 'collection', 'wat').choices()).toEqual([]);
  const [mine] = await mara.autocomplete('library show', 'name', 'well').choices();
  expect(readText(await otto.slash('library show', { name: String(mine?.value) }).response())).toContain('Nothing in');
  const refused = await otto.slash('library add', { file: wellPdf, collection: 'Waters' }).response();
  expect(readText(refused)).toContain('cannot be added to from here');
  expect(readText(await otto.slash('library use', { collection: 'waters' }).response())).toContain('no collection');
  expect(await ask(otto, wellQuestion)).not.toContain('900 litres');
});

test('what the operator has put in is shown, and not taken out', async () => {
  const shown = await mara.slash('library show', { name: 'lighthouse' }).response();
  expect(readText(shown)).toContain('### The lighthouse\n');
  expect(readText(shown)).toContain('text · 2 sentences');
  expect(readText(shown)).toContain('put in by the operator');
  expect(listButtons(shown)).toEqual([]);
  const refused = await mara.slash('library remove', { name: 'lighthouse' }).response();
  expect(readText(refused)).toContain('who alone can take it out');
});

test('a channel asks one collection only', async () => {
  const choices = await mara.autocomplete('library use', 'collection', '', {}, { channel: 'questions' }).choices();
  expect(choices.map(({ name }) => name)).toEqual(['waters', 'What the rest of the server asks']);
  const set = mara.slash('library use', { collection: 'waters' }, { channel: 'questions' });
  expect(readText(await set.response())).toContain('now asks the collection “waters” only');
  expect(await ask(mara, 'When was the lighthouse lit for the first time?', 'questions')).not.toContain('1911');
  expect(await ask(mara, wellQuestion, 'questions')).toContain('900 litres');
  const back = mara.slash('library use', { collection: '/' }, { channel: 'questions' });
  expect(readText(await back.response())).toContain('what the rest of the server does');
  expect(await ask(mara, 'When was the lighthouse lit for the first time?', 'questions')).toContain('1911');
});

test('speaks German', async () => {
  const german = { locale: 'de' };
  const card = await mara.slash('library show', { name: 'The well of Brindle' }, german).response();
  expect(readText(card)).toContain('PDF-Datei · 3 Seiten · 4 Sätze');
  expect(readText(card)).toContain('**Unsicher:** kein Text (Seite 3)');
  expect(readText(await mara.slash('library list', { search: 'nirgends' }, german).response())).toContain(
    'passt nichts',
  );
});

test('a moderator sees and deletes what is kept of what was done', async () => {
  const shown = await mara.slash('mydata').response();
  expect(readText(shown)).toContain('What you did as a moderator with texts of the library');
  expect(await list(mara)).toContain('mara');
  expect(readText(await mara.clickButton(shown, 'Delete').response())).toContain('Deleted:');
  const after = await list(mara);
  expect(after).toContain('The well of Brindle');
  expect(after).not.toContain('mara');
});

test('a bot that is killed between any two steps loses nothing that it has acknowledged, and does nothing twice', async () => {
  const name = 'barge.txt';
  const question = 'How many barrels does the barge of Tarn carry?';
  const answer = '84 barrels';
  const content = `The barge of Tarn carries ${answer}. It was built by Ada Loss in 1931.\n`;
  await mara.slash('library add', { file: { name, type: 'text/plain', content }, collection: 'waters' }).response();
  await kill({ isAsked: false });
  const card = await mara.slash('library show', { name }).response();
  expect(await waitForCard(server, card, 'Read, not in use yet')).toContain(answer);
  await kill({ isAsked: false });
  // The card of a process that is no more; twice, the second time by somebody else.
  const helper = server.addMember({ name: 'mio', roles: ['moderator'] });
  const same = await helper.slash('library show', { name }).response();
  expect(readText(await mara.clickButton(card, 'Put in use').response())).toContain('In use.');
  expect(readText(await helper.clickButton(same, 'Put in use').response())).toContain('In use.');
  await kill();
  expect(await ask(mara, question)).toContain(answer);
  const confirm = await helper.clickButton(same, 'Take out').response();
  const taken = readText(await helper.clickButton(confirm, 'Take out').response());
  expect(taken).toContain('Taken out.');
  expect(taken).toContain('taken out by mio');
  await kill();
  expect(await ask(mara, question)).not.toContain(answer);
  expect(readText(await mara.slash('library undo').response())).toContain('Brought back.');
  await kill();
  expect(await ask(mara, question)).toContain(answer);
  expect(readText(await mara.slash('library show', { name }).response())).toContain('It can be asked.');
});
