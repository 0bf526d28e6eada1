import { createInflate } from 'node:zlib';
import { once } from 'node:events';
import { Client, DiscordAPIError, Events, GatewayIntentBits, type Message } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { INTENTS, startClientSession, type ClientSession } from './client-session.js';
import type { DiscordServer } from './discord-server.js';

let session: ClientSession;
let server: DiscordServer;
let client: Client<true>;

beforeEach(async () => {
  session = await startClientSession();
  ({ server, client } = session);
});

afterEach(() => session.close());

function nextMessage(): Promise<Message> {
  return new Promise((resolve) => client.once(Events.MessageCreate, resolve));
}

describe('REST', () => {
  test('429 is waited out', async () => {
    server.faults.next({ method: 'POST', route: /messages$/, status: 429, retryAfterMs: 100 });
    const before = Date.now();
    await (await session.findGeneral()).send('late');
    expect(Date.now() - before).toBeGreaterThanOrEqual(100);
    expect(server.messages('general')).toHaveLength(1);
  });

  test('500 is tried again, and the nonce keeps a message single when only its answer was lost', async () => {
    server.faults.next({ route: '/messages', status: 500 });
    server.faults.next({ route: '/messages', status: 500, afterApplying: true });
    await (await session.findGeneral()).send('once');
    expect(server.messages('general')).toHaveLength(1);
    expect(server.calls.filter(({ status, method }) => status === 500 && method === 'POST')).toHaveLength(2);
  });

  test('a cut connection fails the call', async () => {
    server.faults.next({ route: '/messages', dropSocket: true });
    server.faults.next({ route: '/messages', dropSocket: true, afterApplying: true });
    const channel = await session.findGeneral();
    await expect(channel.send('lost')).rejects.toThrow();
    expect(server.messages('general')).toHaveLength(0);
    await expect(channel.send('unheard')).rejects.toThrow();
    expect(server.messages('general')).toHaveLength(1);
  });

  test("any of Discord's codes can be given", async () => {
    const channel = await session.findGeneral();
    for (const code of [10062, 40060, 50001, 50013, 50007, 30003]) {
      server.faults.next({ code });
      await expect(channel.send('x')).rejects.toMatchObject({ code });
    }
    expect(server.faults.waiting).toBe(0);
  });
});

test('a second acknowledgement is 40060, one for nothing known 10062', async () => {
  await session.registerCommands();
  const codes: unknown[] = [];
  session.onSlash(async (interaction) => {
    const callback = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const unknown = `/interactions/${interaction.id}/nothing/callback` as const;
    await interaction.deferReply();
    for (const route of [callback, unknown]) {
      await client.rest.post(route, { body: { type: 5 }, auth: false }).catch((error: unknown) => {
        codes.push(error instanceof DiscordAPIError ? error.code : error);
      });
    }
    await interaction.editReply('done');
  });
  await server.member('ada').slash('ask', { question: 'Why?' }).response();
  expect(codes).toEqual([40060, 10062]);
});

describe('gateway', () => {
  const faults: [string, () => void][] = [
    [
      'close 4000',
      () => {
        server.gateway.closeWith(4000);
      },
    ],
    [
      'close 1001',
      () => {
        server.gateway.closeWith(1001);
      },
    ],
    [
      'a cut socket',
      () => {
        server.gateway.dropSocket();
      },
    ],
    [
      'opcode 7',
      () => {
        server.gateway.requestReconnect();
      },
    ],
    [
      'opcode 9 with a session that can go on',
      () => {
        server.gateway.invalidateSession(true);
      },
    ],
  ];
  test.each(faults)('%s leads to a resumption with what was missed', async (_, inject) => {
    const arrived = nextMessage();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    inject();
    await server.waitUntil(() => server.gateway.connected === 0 || server.gateway.resumes.length > 0, 'disconnected');
    server.member('ada').send('general', `<@${server.botId}> missed`);
    expect((await arrived).cleanContent).toContain('missed');
    await resumed;
    expect(server.gateway.identifies).toHaveLength(1);
    expect(server.gateway.resumes).toHaveLength(1);
  });

  test('events can be late and repeated', async () => {
    // The raw events, since the client itself passes a repeated message on only once.
    const contents: string[] = [];
    client.on(Events.Raw, (packet: { t: string; d: { content: string } }) => {
      if (packet.t === 'MESSAGE_CREATE') contents.push(packet.d.content);
    });
    server.gateway.disturbNext({ event: 'MESSAGE_CREATE', delayMs: 50 });
    server.gateway.disturbNext({ event: 'MESSAGE_CREATE', repeat: 1 });
    const ada = server.member('ada');
    ada.dm('first');
    ada.dm('second');
    await server.waitUntil(() => contents.length === 3, 'three events');
    expect(contents).toEqual(['second', 'second', 'first']);
  });
});

describe('clients that start otherwise', () => {
  let other: ClientSession | undefined;

  afterEach(() => other?.close());

  test('unanswered heartbeats lead to a resumption', async () => {
    other = await startClientSession({ heartbeatIntervalMs: 60 });
    const { gateway } = other.server;
    gateway.stopAcknowledging();
    await other.server.waitUntil(() => gateway.resumes.length === 1, 'resumed');
  });

  test('a wrong token and a privileged intent are refused', async () => {
    const rest = { api: server.apiUrl };
    await expect(new Client({ intents: INTENTS, rest }).login('wrong.wrong.wrong')).rejects.toThrow();
    const greedy = new Client({ intents: [...INTENTS, GatewayIntentBits.MessageContent], rest });
    await expect(greedy.login(server.token)).rejects.toThrow(/disallowed intents/i);
    await greedy.destroy();
  });

  test('an interaction acknowledged after its time is unknown', async () => {
    const late = await startClientSession({ acknowledgeWithinMs: 50 });
    other = late;
    await late.registerCommands();
    const failed = new Promise<unknown>((resolve) => {
      late.onSlash(async (interaction) => {
        await new Promise((later) => setTimeout(later, 70));
        await interaction.deferReply().catch(resolve);
      });
    });
    const asked = late.server.member('ada').slash('ask', { question: 'Why?' });
    await expect(asked.acknowledged).rejects.toThrow('in time');
    expect(await failed).toMatchObject({ code: 10062 });
  });

  test('two shards each get their own guilds', async () => {
    const guilds = Array.from({ length: 4 }, (_, index) => ({ name: `guild ${index}` }));
    other = await startClientSession({ guilds, maxConcurrency: 2 }, { shards: [0, 1], shardCount: 2 });
    const shards = other.server.gateway.identifies.map(({ shard }) => shard);
    expect(shards.sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(other.client.guilds.cache.size).toBe(4);
  });
});

test('events come as one zlib stream when a client asks for it', async () => {
  const socket = new WebSocket(`${server.gatewayUrl}/?compress=zlib-stream`);
  const inflate = createInflate();
  socket.on('message', (chunk: Buffer) => inflate.write(chunk));
  const [text] = (await once(inflate, 'data')) as [Buffer];
  socket.terminate();
  expect(JSON.parse(text.toString('utf8'))).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
});
