import { openStore } from '#verbatim/app/store/open-store.js';
import { readStoreSettings } from '#verbatim/app/settings.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listComponents } from '../discord-server/component-tree.js';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { Interaction } from '../discord-server/interactions.js';
import type { Member } from '../discord-server/member.js';
import type { MessagePayload } from '../discord-server/message-payloads.js';
import { listButtons, readText } from '../discord-server/message-view.js';
import { runCli } from '../helpers/run-cli.js';
import { DEFAULT_GUILD, type GuildSetup } from '../discord-server/setup.js';
import { BotProcess } from './bot-process.js';
import { corpusFiles } from './corpus.js';
import { pressInMenu } from './etc-menu.js';

const question = 'What did the council reject in 2008 because the rock under the harbour was too soft?';
const words = 'The council rejected it in 2008, because the rock under the harbour was too soft.';
const labelNow = '### CLAIMED BY THE COUNCIL';
const file = 'harbour-bridge.md';
const content = corpusFiles[file] ?? '';
/** Fills a message: four quotes of four sources in all lanes, each with a link, and more to come. */
const quarry = `---
title: The quarry of Brin
url: https://example.org/quarry
---

${[
  'Ann Lee said that the quarry of Brin was closed.',
  'Bo Ray claims that the quarry of Brin is a danger.',
  'The quarry of Brin is 300 metres wide and closed in May.',
  'The quarry of Brin is a hideous scar, and nobody should be proud of the quarry of Brin.',
  'Cy Orr said that the quarry of Brin would be flooded.',
  'Di Poe argues that the quarry of Brin should be kept open.',
].join('\n\n')}
`;

let bot: BotProcess;
let server: DiscordServer;
let ada: Member;
let mara: Member;
let isRewritten = false;

beforeAll(async () => {
  const archive: GuildSetup = {
    ...DEFAULT_GUILD,
    name: 'Archive',
    channels: [{ name: 'stacks' }],
    members: [{ name: 'archivist', roles: ['moderator'] }],
  };
  bot = await BotProcess.start({
    server: { guilds: [DEFAULT_GUILD, archive] },
    files: { ...corpusFiles, 'quarry.md': quarry },
  });
  ({ server } = bot);
  [ada, mara] = [server.member('ada'), server.member('mara')];
});

afterEach(async () => {
  server.assertClean();
  await clearReviews();
  if (isRewritten) await rewrite(content);
});

afterAll(() => bot.close());

/** Leaves nothing disputed and no label set, as another process on the same store may do it. */
async function clearReviews(): Promise<void> {
  const store = await openStore(readStoreSettings(bot.settings));
  const { labelReviews } = store;
  const guildId = server.guild('Library').id;
  for (const { quote, id } of await labelReviews.listOpen(guildId)) {
    await labelReviews.decline({ guildId, quote, newestId: id });
  }
  const overrides = await labelReviews.listOverrides();
  for (const { id } of overrides) await labelReviews.undo(guildId, id);
  store.close();
  if (overrides.length > 0) await otherProcessesNotice();
}

/** The bot looks for what another process has changed at most once a second. */
function otherProcessesNotice(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_050));
}

async function ask(member = ada, text = question): Promise<MessagePayload> {
  return member.slash('ask', { question: text }).response();
}

/** The lane's heading above the quote with these words. */
function headingOf(answer: MessagePayload, quoted = words): string | undefined {
  return readText(answer)
    .split(quoted)[0]
    ?.match(/^### .*/gm)
    ?.at(-1);
}

interface Filled {
  label: string;
  source?: string;
  note?: string;
  quoted?: string;
}

/** Fills in the form that a press of **Wrong label** has opened. */
async function fill(member: Member, opened: Interaction, { label, source, note, quoted = words }: Filled) {
  const components = listComponents((await opened.modal()).components).map(({ component }) => component);
  const choice = components.find(({ custom_id }) => custom_id === 'quote');
  const option = choice?.options?.find((each) => each.label.startsWith(quoted.slice(0, 40)));
  const sent = await member.submitModal(opened, {
    label: [label],
    ...(option && { quote: [option.value] }),
    ...(source !== undefined && { source }),
    ...(note !== undefined && { note }),
  });
  expect(await sent.acknowledged).toMatchObject({ type: 5, flags: 64 });
  return readText(await sent.response());
}

async function dispute(member: Member, answer: MessagePayload, filled: Filled): Promise<string> {
  return fill(member, await pressInMenu(member, answer, 'Wrong label'), filled);
}

async function review(show?: string): Promise<MessagePayload> {
  return mara.slash('review', show === undefined ? {} : { show }).response();
}

/** Disputes as ada and accepts as mara. */
async function setLabel(filled: Filled): Promise<void> {
  await dispute(ada, await ask(), filled);
  const accepted = await mara.clickButton(await review(), 'Accept').response();
  expect(readText(accepted)).toContain('Accepted: the label is now');
}

/** Writes the file anew and waits until it is indexed. */
async function rewrite(text: string): Promise<void> {
  const times = bot.log.split('index in use').length;
  isRewritten = text !== content;
  await bot.writeText(file, text);
  await bot.waitForLog('index in use', times);
}

describe('Wrong label', () => {
  test('opens a form at once, which asks for the quote where there are several', async () => {
    const opened = await pressInMenu(ada, await ask(ada, 'What is known of the quarry of Brin?'), 'Wrong label');
    const { title, components } = await opened.modal();
    expect(opened.acknowledgement).toMatchObject({ type: 9 });
    expect(title).toBe('Wrong label');
    expect(components.map(({ label }) => label)).toEqual([
      'Which quote?',
      'What should the label be?',
      'If claimed: by whom?',
      'Why?',
    ]);
    const [which] = listComponents(components).flatMap(({ component }) =>
      component.custom_id === 'quote' ? [component] : [],
    );
    expect(which?.options?.map(({ label }) => label)).toEqual([
      expect.stringContaining('quarry of Brin'),
      expect.stringContaining('quarry of Brin'),
    ]);
  });

  test('from “Why / Verify” asks about that quote alone', async () => {
    const why = await ada.clickButton(await ask(), /^why:/).response();
    const opened = ada.clickButton(why, 'Wrong label');
    expect((await opened.modal()).components).toHaveLength(3);
    const thanks = await fill(ada, opened, { label: 'opinion' });
    expect(thanks).toContain('The moderators will see that this should be **opinion** and not');
    expect(readText(await review())).toContain('1 of 1');
  });

  test('is there on an answer with two quotes, about either of them', async () => {
    const answer = await ask(ada, 'What is known of the quarry of Brin?');
    const labels = listButtons(answer).map(({ label }) => label);
    expect(labels).toEqual(['Context', 'Why / Verify', 'Context', 'Why / Verify', 'More', '…']);
    const menu = await ada.clickButton(answer, '…').response();
    const inMenu = ['Helpful', 'Not helpful', 'Wrong label', 'Ask further', 'Dismiss'];
    expect(listButtons(menu).map(({ label }) => label)).toEqual(inMenu);
    const { components } = await ada.clickButton(menu, 'Wrong label').modal();
    const which = listComponents(components).find(({ component }) => component.custom_id === 'quote');
    expect(which?.component.options?.map(({ label }) => label)).toHaveLength(2);
  });

  test('with the label that the quote has already is told kindly, and not kept', async () => {
    const told = await dispute(ada, await ask(), { label: 'attributed', source: 'The council' });
    expect(told).toContain('the label it has already: **claimed** by the council');
    expect(readText(await review())).toContain('No label is disputed');
  });

  test('may be about the source alone', async () => {
    await dispute(ada, await ask(), { label: 'attributed', source: 'the geologists' });
    expect(readText(await review())).toContain('**claimed** by the geologists – 1 person');
    await mara.clickButton(await review(), 'Accept').response();
    expect(headingOf(await ask())).toBe('### CLAIMED BY THE GEOLOGISTS');
  });

  test('a second time replaces the first', async () => {
    const answer = await ask();
    await dispute(ada, answer, { label: 'opinion' });
    expect(await dispute(ada, answer, { label: 'reported' })).toContain('This replaces what you said before');
    const text = readText(await review());
    expect(text).toContain('**reported** – 1 person');
    expect(text).not.toContain('**opinion** – ');
  });

  test('about words that have gone is told so', async () => {
    const answer = await ask();
    await rewrite(content.replace(words, 'It came to nothing.'));
    // Before the form where that is known, else after it.
    const late = await pressInMenu(ada, answer, 'Wrong label');
    expect(readText(await late.response())).toContain('no longer in it');
    await rewrite(content);
    const opened = await pressInMenu(ada, answer, 'Wrong label');
    const { components } = await opened.modal();
    const choice = listComponents(components).find(({ component }) => component.custom_id === 'quote')?.component;
    expect(choice).toBeUndefined(); // of one quote there is none
    await rewrite(content.replace(words, 'It came to nothing.'));
    const sent = await ada.submitModal(opened, { label: ['reported'] });
    expect(readText(await sent.response())).toContain('no longer in it');
  });

  test('in a direct message is not offered, and says where to go where it still is', async () => {
    const [stale] = listButtons(
      await ada.clickButton(await ada.slash('ask', { question }).response(), '…').response(),
    ).filter(({ label }) => label === 'Wrong label');
    const direct = await ada.slash('ask', { question }, { channel: 'dm' }).response();
    const menu = await ada.clickButton(direct, '…').response();
    const reasons = await ada.clickButton(direct, 'Why / Verify').response();
    for (const shown of [menu, reasons])
      expect(listButtons(shown).map(({ label }) => label)).not.toContain('Wrong label');
    const record = server.channel(direct.channel_id).messages.find(({ id }) => id === direct.id);
    if (!record || !stale) throw new Error('no answer, or no button');
    const parts: unknown[] = [...record.components, { type: 1, components: [stale] }];
    record.components = parts as typeof record.components;
    const pressed = ada.clickButton(direct, 'Wrong label');
    expect(readText(await pressed.response())).toContain('Ask in a server');
  });

  test('is asked in German by whoever speaks it', async () => {
    const opened = await pressInMenu(ada, await ask(), 'Falsch eingeordnet', { locale: 'de' });
    expect((await opened.modal()).title).toBe('Falsch eingeordnet');
  });
});

describe('/review', () => {
  test('is for moderators', async () => {
    expect(() => ada.slash('review')).toThrow();
    await dispute(ada, await ask(), { label: 'reported' });
    const card = await review();
    const { members } = server.guild('Library');
    const member = members.get(mara.user.id);
    if (member) members.set(mara.user.id, { ...member, roleIds: [] });
    const refused = mara.clickButton(card, 'Accept');
    expect(readText(await refused.response())).toContain('permission Manage Messages');
    if (member) members.set(mara.user.id, member);
    expect(headingOf(await ask())).toBe(labelNow);
  });

  test('shows the quote, its label with reasons, and what people say, escaped', async () => {
    const answer = await ask();
    await dispute(ada, answer, { label: 'reported', note: 'It is a *fact* @everyone' });
    await dispute(server.addMember({ name: 'bea' }), answer, { label: 'attributed', source: 'the <engineers>' });
    await dispute(server.addMember({ name: 'cyd' }), answer, { label: 'reported' });
    const text = readText(await review());
    expect(text).toContain('1 of 1');
    expect(text).toContain(`“${words}”`);
    expect(text).toContain('The harbour bridge, ten years on');
    expect(text).toContain('Label now: **claimed** by the council');
    expect(text).toMatch(/Strongest reasons[^]*“rejected” – strong/);
    expect(text).toContain(String.raw`- **reported** – 2 people
> It is a \*fact\* \@everyone`);
    expect(text).toContain(String.raw`**claimed** by the \<engineers\> – 1 person`);
    expect(text).not.toContain(ada.user.id);
    const context = await mara.clickButton(await review(), 'Context').response();
    expect(readText(context)).toContain('harbour-bridge.md');
  });

  test('lets the moderator choose between proposals', async () => {
    const answer = await ask();
    await dispute(ada, answer, { label: 'reported' });
    await dispute(server.addMember({ name: 'bea' }), answer, { label: 'opinion' });
    await dispute(server.addMember({ name: 'cem' }), answer, { label: 'opinion' });
    const length = await ask(ada, 'How long is the harbour bridge?');
    const other = 'The harbour bridge at Lunden is 412 metres long.';
    await dispute(ada, length, { label: 'opinion', quoted: other });
    await dispute(mara, length, { label: 'attributed', quoted: other });
    const card = await review();
    // Several at once: with how many want that label, and none about which people do not agree.
    const several = listComponents(card.components).find(
      ({ component }) => component.custom_id?.startsWith('label:accept-some') === true,
    )?.component;
    expect(several?.options?.map(({ description }) => description)).toEqual(['→ Opinion · 2 people']);
    const menu = listComponents(card.components).find(
      ({ component }) => component.custom_id?.startsWith('label:choose') === true,
    )?.component;
    const option = menu?.options?.find(({ label }) => label === 'Opinion');
    const chosen = await mara.select(card, /^label:choose/, [option?.value ?? '']).response();
    expect(readText(chosen)).toContain('sets the label to **opinion**');
    await mara.clickButton(chosen, 'Accept').response();
    expect(headingOf(await ask())).toBe('### OPINION');
    expect(readText(await review())).toMatch(/1 of 1[^]*412 metres long/);
  });

  test('takes the most disputed first, goes on, and comes round', async () => {
    const other = 'The harbour bridge at Lunden is 412 metres long.';
    const length = await ask(ada, 'How long is the harbour bridge?');
    await dispute(ada, length, { label: 'opinion', quoted: other });
    const answer = await ask();
    await dispute(ada, answer, { label: 'reported' });
    await dispute(server.addMember({ name: 'bea' }), answer, { label: 'reported' });
    const first = await review();
    expect(readText(first)).toMatch(/1 of 2[^]*Most disputed first[^]*The council rejected it/);
    const second = await mara.clickButton(first, 'Next').response();
    expect(readText(second)).toMatch(/2 of 2[^]*412 metres long/);
    const again = await mara.clickButton(second, 'Next').response();
    expect(readText(again)).toMatch(/1 of 2/);
    const next = await mara.clickButton(again, 'Decline').response();
    expect(readText(next)).toMatch(/Declined[^]*1 of 1[^]*412 metres long/);
    expect(headingOf(await ask())).toBe(labelNow);
  });

  test('lets several be accepted or declined at once, and each be taken back', async () => {
    const other = 'The harbour bridge at Lunden is 412 metres long.';
    const disputeBoth = async (): Promise<void> => {
      await dispute(ada, await ask(ada, 'How long is the harbour bridge?'), { label: 'opinion', quoted: other });
      await dispute(ada, await ask(), { label: 'reported' });
    };
    const choose = async (kind: RegExp): Promise<MessagePayload> => {
      const card = await review();
      const menu = listComponents(card.components).find(({ component }) => kind.test(component.custom_id ?? ''));
      const values = menu?.component.options?.map(({ value }) => value) ?? [];
      return mara.select(card, kind, values).response();
    };
    await disputeBoth();
    const declined = await choose(/^label:decline-some/);
    expect(readText(declined)).toContain('Declined: 2 of 2');
    expect(headingOf(await ask())).toBe(labelNow);
    const backs = listButtons(declined).filter(({ label }) => label?.startsWith('Undo: ') === true);
    expect(backs).toHaveLength(2);
    for (const { custom_id } of backs) await mara.clickButton(declined, custom_id ?? '').response();
    expect(readText(await review())).toContain('1 of 2');
    expect(readText(await choose(/^label:accept-some/))).toMatch(/Accepted: 2 of 2[^]*No label is disputed/);
    expect(headingOf(await ask())).toBe('### REPORTED');
  });

  test('tells the second of two moderators that it is decided already', async () => {
    await dispute(ada, await ask(), { label: 'reported' });
    const dee = server.addMember({ name: 'dee', roles: ['moderator'] });
    const [hers, mine] = [await dee.slash('review').response(), await review()];
    const both = [dee.clickButton(hers, 'Decline'), mara.clickButton(mine, 'Accept')];
    const told = (await Promise.all(both.map((each) => each.response()))).map(readText);
    expect(told.filter((text) => text.includes('decided or has changed in the meantime'))).toHaveLength(1);
    expect(told.filter((text) => /Declined|Accepted/.test(text))).toHaveLength(1);
  });

  test('takes back what has just been decided, so that it is open again', async () => {
    await dispute(ada, await ask(), { label: 'reported', note: 'an act' });
    for (const [decide, said] of [
      ['Accept', 'Accepted'],
      ['Decline', 'Declined'],
    ] as const) {
      const decided = await mara.clickButton(await review(), decide).response();
      expect(readText(decided)).toMatch(new RegExp(`${said}[^]*No label is disputed`));
      expect(headingOf(await ask())).toBe(decide === 'Accept' ? '### REPORTED' : labelNow);
      const back = readText(await mara.clickButton(decided, 'Undo').response());
      expect(back).toMatch(/Undone: the quote is open again[^]*1 of 1[^]*> an act/);
      expect(headingOf(await ask())).toBe(labelNow);
    }
    const accepted = await mara.clickButton(await review(), 'Accept').response();
    await mara.clickButton(await review('decided'), 'Undo').response();
    expect(readText(await mara.clickButton(accepted, 'Undo').response())).toContain('undone already');
  });

  test('does not accept a proposal that its author has changed since', async () => {
    const answer = await ask();
    await dispute(ada, answer, { label: 'reported' });
    const card = await review();
    await dispute(ada, answer, { label: 'opinion' });
    const told = readText(await mara.clickButton(card, 'Accept').response());
    expect(told).toMatch(/changed in the meantime[^]*\*\*opinion\*\* – 1 person/);
    expect(headingOf(await ask())).toBe(labelNow);
  });

  test('sets disputes aside whose words no longer stand, until they do again', async () => {
    await dispute(ada, await ask(), { label: 'reported' });
    await rewrite(content.replace(words, ''));
    expect(readText(await review())).toMatch(/No label is disputed[^]*1 quote is set aside/);
    await rewrite(content);
    expect(readText(await review())).toContain('1 of 1');
  });

  test('shows a guild’s moderators what is their guild’s only', async () => {
    const archivist = server.member('archivist');
    await setLabel({ label: 'reported' });
    await dispute(ada, await ask(), { label: 'opinion' });
    expect(readText(await review())).toContain('1 of 1');
    expect(readText(await archivist.slash('review').response())).toContain('No label is disputed');
    const decided = await archivist.slash('review', { show: 'decided' }).response();
    expect(readText(decided)).toContain('No label is set by a moderator of this server');
    expect(headingOf(await ask(archivist))).toBe('### REPORTED');
  });
});

describe('a label set by a moderator', () => {
  test('is in the next answer, in “Why / Verify” and in the terminal', async () => {
    await setLabel({ label: 'reported', note: 'The council acted; it did not claim.' });
    const asked = 'Why did the council reject the tunnel in 2008?';
    const answer = await ask(ada, asked);
    expect(headingOf(answer)).toBe('### REPORTED');
    expect(readText(answer)).toMatch(/too soft\.”\n(?:-# .*\n)*-# Label set by a moderator\./);
    const why = readText(await ada.clickButton(answer, /^why:/).response());
    expect(why).toMatch(
      /Set by a moderator on <t:\d+:D>: \*\*reported\*\*\.\nThe automatic label was: \*\*claimed by a source\*\*/,
    );
    expect(why).toContain('“rejected” – strong');
    const { stdout, stderr } = await terminal('ask', asked);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/REPORTED[^]*too soft\.”[^]*Label set by a moderator\./);
    const json = JSON.parse((await terminal('ask', asked, '--json')).stdout) as {
      quotes: Record<string, unknown>[];
    };
    expect(json.quotes.find(({ exact }) => exact === words)).toMatchObject({
      label: 'reported',
      step: 'clear',
      labelledBy: 'moderator',
    });
  });

  test('stays when text is put in before it, goes with its sentence and comes back with it', async () => {
    await setLabel({ label: 'reported' });
    await rewrite(content.replace('A tunnel had', 'This is a new paragraph.\n\nAnd a new sentence. A tunnel had'));
    expect(headingOf(await ask())).toBe('### REPORTED');
    await rewrite(content.replace(words, 'The plan came to nothing.'));
    expect(readText(await ask())).not.toContain(words);
    expect(readText(await review('decided'))).toContain('no longer in the texts');
    await rewrite(content);
    const answer = await ask();
    expect(headingOf(answer)).toBe('### REPORTED');
    expect(readText(answer)).toContain('Label set by a moderator.');
  });

  test('outlives a restart and a kill', async () => {
    await setLabel({ label: 'opinion' });
    await bot.stop('SIGKILL');
    await bot.launch();
    expect(headingOf(await ask())).toBe('### OPINION');
    expect(readText(await review('decided'))).toContain('**opinion** instead of **claimed** by a source');
  });

  test('can be undone, once', async () => {
    await setLabel({ label: 'reported', note: 'an act' });
    const [list, stale] = [await review('decided'), await review('decided')];
    expect(readText(list)).toMatch(/Labels set by moderators: 1[^]*\*\*reported\*\* instead of[^]*> an act/);
    expect(readText(await mara.clickButton(list, 'Undo').response())).toContain('Undone');
    expect(headingOf(await ask())).toBe(labelNow);
    expect(readText(await mara.clickButton(stale, 'Undo').response())).toContain('undone already');
  });

  test('can be disputed and set anew', async () => {
    await setLabel({ label: 'reported' });
    await setLabel({ label: 'opinion' });
    expect(headingOf(await ask())).toBe('### OPINION');
    expect(readText(await review('decided'))).toContain('Labels set by moderators: 1');
  });

  test('of a quote of two sentences is that of both where both had the label found wrong', async () => {
    const asked = 'When was the bridge opened and what did the bridge cost?';
    const quoted = 'It was opened on 3 May 2013 and carries about 18,000 vehicles a day. The bridge cost 96 million';
    await dispute(ada, await ask(ada, asked), { label: 'attributed', source: 'Ines Valdar', quoted });
    await mara.clickButton(await review(), 'Accept').response();
    const answer = await ask(ada, asked);
    expect(headingOf(answer, quoted)).toBe('### CLAIMED BY INES VALDAR');
    expect(readText(await review('decided'))).toContain('Labels set by moderators: 2');
  });

  test('is seen by another bot on the same store', async () => {
    const second = await BotProcess.start({ environment: { DATA_DIR: `${bot.folder}/data` } });
    try {
      const there = second.server.member('ada');
      const askThere = () => there.slash('ask', { question }).response();
      expect(headingOf(await askThere())).toBe(labelNow);
      await setLabel({ label: 'reported' });
      await otherProcessesNotice();
      expect(headingOf(await askThere())).toBe('### REPORTED');
      second.server.assertClean();
    } finally {
      await second.close();
    }
  });

  test('is exported by a button and in the terminal', async () => {
    await setLabel({ label: 'reported', note: 'an act' });
    const exported = await mara.clickButton(await review('decided'), 'Export').response();
    expect(readText(exported)).toContain('1 label set by moderators');
    expect(exported.attachments).toMatchObject([{ filename: 'label-overrides.jsonl' }]);
    const { stdout } = await terminal('overrides');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      {
        document: file,
        genre: 'news',
        sentence: words,
        label: 'R',
        was: 'A',
        line: `R| ${words}`,
        note: 'an act',
        stands: true,
        before: 'A tunnel had been planned first.',
        after: null,
      },
    ]);
  });
});

function terminal(...args: string[]) {
  const env = { ...bot.settings, READER_MODEL: 'bundled' };
  return runCli(args, { cwd: bot.folder, env });
}
