import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Client,
  type Message,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startClientSession, type ClientSession } from './discord-server/client-session.js';
import type { DiscordServer } from './discord-server/discord-server.js';
import { listButtons, readText } from './discord-server/message-view.js';

let session: ClientSession;
let server: DiscordServer;
let client: Client<true>;

beforeEach(async () => {
  session = await startClientSession();
  ({ server, client } = session);
});

afterEach(() => session.close());

function button(customId: string): ButtonBuilder {
  return new ButtonBuilder().setCustomId(customId).setLabel(customId).setStyle(ButtonStyle.Secondary);
}

function answerCard(text: string) {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button('context:1'), button('verify:1'));
  const container = new ContainerBuilder()
    .setAccentColor(0x2f7d31)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents(row);
  return { components: [container], flags: MessageFlags.IsComponentsV2 as const };
}

function nextMessage(): Promise<Message> {
  return new Promise((resolve) => client.once(Events.MessageCreate, resolve));
}

test('the client knows its guild, channels and application', async () => {
  expect(client.user.id).toBe(server.botId);
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Library']);
  expect(client.channels.cache.size).toBe(2);
  expect((await client.application.fetch()).id).toBe(server.applicationId);
  expect(server.gateway.identifies).toHaveLength(1);
  server.assertClean();
});

test('commands are registered, kept and counted', async () => {
  await session.registerCommands();
  await session.registerCommands(server.guild().id);
  const fetched = await client.application.commands.fetch();
  expect(fetched.map(({ name }) => name)).toEqual(['ask', 'Check this message']);
  expect(server.commands.puts).toBe(2);
  server.assertClean();
});

test('a slash command is deferred and answered with Components V2', async () => {
  await session.registerCommands();
  session.onSlash(async (interaction) => {
    await interaction.deferReply();
    await interaction.editReply(
      answerCard(`${interaction.options.getString('question', true)} in ${interaction.locale}`),
    );
    await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
  });
  const asked = server.member('ada').slash('ask', { question: 'Why?' }, { channel: 'questions', locale: 'de' });
  expect(await asked.acknowledged).toMatchObject({ type: 5, flags: 0 });
  const response = await asked.response();
  expect(readText(response)).toBe('Why? in de');
  expect(listButtons(response).map(({ id }) => typeof id)).toEqual(['number', 'number']);
  expect((await asked.followUp()).content).toBe('more');
  server.assertClean();
});

test('an option is completed', async () => {
  await session.registerCommands();
  session.onInteraction(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${name} ${value}`, value: 'x' }]);
  });
  const typed = server.member('ada').autocomplete('ask', 'in', 'his');
  expect(await typed.choices()).toEqual([{ name: 'in his', value: 'x' }]);
});

test('a button updates its message, another opens a modal, whose answer is private', async () => {
  await session.registerCommands();
  const field = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short);
  const form = new ModalBuilder()
    .setCustomId('form')
    .setTitle('Form')
    .addLabelComponents(new LabelBuilder().setLabel('Why').setTextInputComponent(field));
  session.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(answerCard('first'));
    else if (interaction.isButton() && interaction.customId === 'context:1')
      await interaction.update(answerCard('second'));
    else if (interaction.isButton()) await interaction.showModal(form);
    else if (interaction.isModalSubmit())
      await interaction.reply({
        content: interaction.fields.getTextInputValue('why'),
        flags: MessageFlags.Ephemeral,
      });
  });
  const ada = server.member('ada');
  const message = await ada.slash('ask', { question: 'Why?' }).response();
  expect(readText(await ada.clickButton(message, 'context:1').response())).toBe('second');
  const sent = await ada.submitModal(ada.clickButton(message, /^verify:/), { why: 'because' });
  expect(await sent.response()).toMatchObject({ content: 'because', flags: MessageFlags.Ephemeral });
  server.assertClean();
});

test('a message command carries the text of its target', async () => {
  await session.registerCommands();
  session.onInteraction(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
  });
  const target = server.seedMessage('general', 'mara', 'to be checked');
  const checked = server.member('ada').messageCommand('Check this message', target);
  expect((await checked.response()).content).toBe('to be checked');
});

test('text is hidden without the Message Content intent, except in direct messages and mentions', async () => {
  const ada = server.member('ada');
  const read = async (act: () => unknown) => {
    const arrived = nextMessage();
    act();
    return (await arrived).content;
  };
  expect(await read(() => ada.send('general', 'secret'))).toBe('');
  expect(await read(() => ada.send('general', `<@${server.botId}> hello`))).toBe(`<@${server.botId}> hello`);
  expect(await read(() => ada.dm('direct'))).toBe('direct');
});

test('a mention and a direct message are answered, and a reply refers to its message', async () => {
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply(`heard ${message.content}`);
  });
  const ada = server.member('ada');
  const answer = await ada.send('general', `<@${server.botId}> hello`).answer();
  expect(answer.message_reference?.channel_id).toBe(server.channel('general').id);
  expect((await ada.dm('hello').answer()).content).toBe('heard hello');
  server.assertClean();
});

test('pins come in pages of at most 50, latest first', async () => {
  const start = Date.now() - 100_000;
  for (let i = 0; i < 60; i += 1) server.seedMessage('general', 'mara', `pin ${i}`, { pinnedAtMs: start + i });
  const channel = await session.findGeneral();
  const first = await channel.messages.fetchPins();
  expect(first).toMatchObject({ hasMore: true });
  const last = first.items.at(-1);
  const second = await channel.messages.fetchPins({ before: last?.pinnedAt ?? 0 });
  expect([first.items.length, second.items.length, second.hasMore]).toEqual([50, 10, false]);
});

test('pinning takes its own permission', async () => {
  server.setOverwrites('general', [{ for: 'bot', allow: ['ManageMessages'] }]);
  const channel = await session.findGeneral();
  const message = await channel.send('mine');
  await expect(message.pin()).rejects.toMatchObject({ code: 50013 });
  server.setOverwrites('general', [{ for: 'bot', allow: ['PinMessages'] }]);
  await message.pin();
  expect(server.message({ id: message.id, channel_id: channel.id })?.pinned).toBe(true);
});

test('threads, reactions, deletion and history work', async () => {
  const channel = await session.findGeneral();
  const message = await channel.send('root');
  const thread = await message.startThread({ name: 'further' });
  await thread.send('inside');
  await message.react('👍');
  server.member('ada').react({ id: message.id, channel_id: channel.id }, '👍');
  expect((await channel.messages.fetch()).map(({ content }) => content)).toEqual(['root']);
  expect(server.message({ id: message.id, channel_id: channel.id })?.reactions?.[0]?.count).toBe(2);
  await message.delete();
  expect(server.messages('general')).toEqual([]);
  server.assertClean();
});

test('a missing permission and closed direct messages are refused', async () => {
  server.addMember({ name: 'shy', closedDms: true });
  server.setOverwrites('general', [{ for: 'bot', deny: ['SendMessages'] }]);
  await expect((await session.findGeneral()).send('x')).rejects.toMatchObject({ code: 50013 });
  server.setOverwrites('general', [{ for: 'bot', deny: ['ViewChannel'] }]);
  await expect(client.rest.get(`/channels/${server.channel('general').id}`)).rejects.toMatchObject({ code: 50001 });
  await expect(client.users.send(server.member('shy').user.id, 'x')).rejects.toMatchObject({ code: 50007 });
});

test('open mentions and those whom they reach are recorded', async () => {
  const channel = await session.findGeneral();
  await channel.send({ content: '@everyone `@here`', allowedMentions: { parse: ['everyone'] } });
  await channel.send('@everyone');
  expect(server.openMentions).toHaveLength(1);
  expect(server.pings).toMatchObject([{ everyone: true }]);
  expect(() => {
    server.assertClean();
  }).toThrow('mentions left open');
});

test('files arrive beside the JSON', async () => {
  const sent = await (await session.findGeneral()).send({ files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] });
  expect(sent.attachments.first()).toMatchObject({ name: 'a.txt', size: 3 });
  server.assertClean();
});

test('a route that does not exist is recorded', async () => {
  await expect(client.rest.get('/soundboard-default-sounds')).rejects.toMatchObject({ status: 404 });
  expect(server.unexpected).toMatchObject([{ path: '/soundboard-default-sounds' }]);
});

test('a choice from a menu arrives, in a direct message too', async () => {
  await session.registerCommands();
  const menu = new StringSelectMenuBuilder().setCustomId('lane').addOptions({ label: 'Report', value: 'report' });
  const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
  session.onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ components: [row] });
    else if (interaction.isStringSelectMenu()) await interaction.update({ content: interaction.values.join() });
  });
  const ada = server.member('ada');
  const message = await ada.slash('ask', { question: 'Why?' }, { channel: 'dm' }).response();
  expect((await ada.select(message, 'lane', ['report']).response()).content).toBe('report');
  server.assertClean();
});

test('a message with text cannot become Components V2 unless its text goes', async () => {
  const message = await (await session.findGeneral()).send('text');
  await expect(message.edit(answerCard('card'))).rejects.toMatchObject({ code: 50035 });
  await message.edit({ content: null, ...answerCard('card') });
  expect(server.messages('general').map(readText)).toEqual(['card']);
});
