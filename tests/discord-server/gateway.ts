import type { IncomingMessage, Server } from 'node:http';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import { renderApplication } from './application-routes.js';
import type { Context } from './context.js';
import { GatewayConnection, type GatewayCommand } from './gateway-connection.js';
import { GatewaySession } from './gateway-session.js';
import { PRIVILEGED_INTENTS, readsContent, wantsEvent } from './intents.js';
import { hideContent, type MessagePayload } from './message-payloads.js';
import { renderGuildCreate, renderUser } from './payloads.js';
import { canInChannel } from './permissions.js';
import type { EventPlace } from './world.js';

/** The IDENTIFY command's content. */
export interface Identify {
  token: string;
  intents: number;
  shard?: [number, number];
  compress?: boolean;
  properties: object;
}

interface Resume {
  token: string;
  session_id: string;
  seq: number;
}

/** Makes coming events late or repeated. */
export interface Disturbance {
  /** Name such as MESSAGE_CREATE; any without it. */
  event?: string;
  delayMs?: number;
  /** How often the event comes again. */
  repeat?: number;
  /** How many events are concerned. Default 1. */
  times?: number;
}

const FATAL_SESSION_CODES: readonly number[] = [GatewayCloseCodes.InvalidSeq, GatewayCloseCodes.SessionTimedOut];

/** Discord's gateway, with switches for what goes wrong on it. */
export class Gateway {
  readonly identifies: Identify[] = [];
  /** When each shard has identified, in milliseconds since 1970. */
  readonly identifiedAt: { shard: number; atMs: number }[] = [];
  /** How many events each RESUME replayed. */
  readonly resumes: { replayed: number }[] = [];
  /** When each connection was opened, in milliseconds since 1970. */
  readonly openedAtMs: number[] = [];
  /** Cuts every connection as soon as it is opened. */
  isDead = false;
  readonly #context: Context;
  readonly #token: string;
  readonly #heartbeatIntervalMs: number;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<GatewayConnection>();
  #sessions: GatewaySession[] = [];
  #disturbances: { disturbance: Disturbance; left: number }[] = [];

  constructor(context: Context, { token, heartbeatIntervalMs }: { token: string; heartbeatIntervalMs: number }) {
    this.#context = context;
    this.#token = token;
    this.#heartbeatIntervalMs = heartbeatIntervalMs;
    context.world.onEvent((name, data, place) => {
      this.#dispatchDisturbed(name, data, place);
    });
  }

  listenOn(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (client) => {
        this.#welcome(client, request);
      });
    });
  }

  /** How many clients are connected now. */
  get connected(): number {
    return this.#connections.size;
  }

  /** The numbers of the shards that have a connection, each once for every connection. */
  get connectedShards(): number[] {
    const sessions = this.#sessions.filter(({ connection }) => connection?.isOpen === true);
    return sessions.map(({ shard: [id] }) => id).sort((a, b) => a - b);
  }

  /** Closes all connections with a code, such as 4000 or 1001. */
  closeWith(code: number): void {
    if (FATAL_SESSION_CODES.includes(code)) this.#sessions = [];
    for (const connection of this.#connections) connection.close(code, 'Injected');
  }

  /** Cuts all connections without a closing handshake. */
  dropSocket(): void {
    for (const connection of this.#connections) connection.drop();
  }

  /** Opcode 7. */
  requestReconnect(): void {
    for (const connection of this.#connections) connection.send({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Opcode 9. */
  invalidateSession(resumable: boolean): void {
    if (!resumable) this.#sessions = [];
    for (const connection of this.#connections) connection.send({ op: GatewayOpcodes.InvalidSession, d: resumable });
  }

  /** Leaves the heartbeats of the present connections unanswered; new connections are healthy. */
  stopAcknowledging(): void {
    for (const connection of this.#connections) connection.acknowledges = false;
  }

  disturbNext(disturbance: Disturbance): void {
    this.#disturbances.push({ disturbance, left: disturbance.times ?? 1 });
  }

  close(): void {
    this.dropSocket();
    this.#sockets.close();
  }

  #welcome(socket: WebSocket, request: IncomingMessage): void {
    this.openedAtMs.push(Date.now());
    if (this.isDead) {
      socket.terminate();
      return;
    }
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const connection = new GatewayConnection(socket, query.get('compress') === 'zlib-stream');
    this.#connections.add(connection);
    connection.onCommand((command) => {
      this.#obey(connection, command);
    });
    connection.onClose((givenUp) => {
      this.#connections.delete(connection);
      const session = this.#sessions.find((each) => each.connection === connection);
      if (session === undefined) return;
      session.connection = null;
      if (givenUp) this.#sessions = this.#sessions.filter((each) => each !== session);
    });
    connection.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#heartbeatIntervalMs } });
  }

  #obey(connection: GatewayConnection, { op, d }: GatewayCommand): void {
    if (op === GatewayOpcodes.Heartbeat && connection.acknowledges)
      connection.send({ op: GatewayOpcodes.HeartbeatAck });
    // The casts trust the client to fill its commands as documented.
    if (op === GatewayOpcodes.Identify) this.#identify(connection, d as Identify);
    if (op === GatewayOpcodes.Resume) this.#resume(connection, d as Resume);
  }

  #identify(connection: GatewayConnection, identify: Identify): void {
    this.identifies.push(identify);
    this.identifiedAt.push({ shard: identify.shard?.[0] ?? 0, atMs: Date.now() });
    const { world, privilegedIntents } = this.#context;
    if (identify.token !== this.#token) {
      connection.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return;
    }
    if ((identify.intents & PRIVILEGED_INTENTS & ~privilegedIntents) !== 0) {
      connection.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
      return;
    }
    connection.compressesEvents = identify.compress === true;
    const session = new GatewaySession(identify.intents, identify.shard ?? [0, 1], connection);
    this.#sessions.push(session);
    const guilds = [...world.guilds.values()].filter(({ id }) => session.covers(id));
    session.dispatch('READY', {
      v: 10,
      user: { ...renderUser(world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.#context.gatewayUrl(),
      shard: session.shard,
      application: { id: world.applicationId, flags: renderApplication(world, privilegedIntents).flags },
    });
    if (!wantsEvent(session.intents, 'GUILD_CREATE', false)) return;
    for (const guild of guilds) session.dispatch('GUILD_CREATE', renderGuildCreate(world, guild));
  }

  #resume(connection: GatewayConnection, { token, session_id, seq }: Resume): void {
    const session = this.#sessions.find(({ id }) => id === session_id);
    if (session === undefined || token !== this.#token) {
      connection.send({ op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    this.resumes.push({ replayed: session.resume(connection, seq) });
  }

  #dispatchDisturbed(name: string, data: object, place: EventPlace): void {
    const found = this.#disturbances.find(({ disturbance: { event } }) => event === undefined || event === name);
    if (found === undefined) {
      this.#dispatch(name, data, place);
      return;
    }
    found.left -= 1;
    this.#disturbances = this.#disturbances.filter(({ left }) => left > 0);
    const { delayMs = 0, repeat = 0 } = found.disturbance;
    const send = () => {
      for (let sent = 0; sent <= repeat; sent += 1) this.#dispatch(name, data, place);
    };
    if (delayMs === 0) send();
    else setTimeout(send, delayMs).unref();
  }

  #dispatch(name: string, data: object, { guildId, channelId }: EventPlace): void {
    const { world } = this.#context;
    const channel = channelId === undefined ? undefined : world.channels.get(channelId);
    // Interactions reach the bot even from channels that it cannot see.
    const isHidden = channel !== undefined && !canInChannel(world, channel, world.bot.id, 'ViewChannel');
    if (isHidden && name !== 'INTERACTION_CREATE') return;
    for (const session of this.#sessions) {
      if (!session.covers(guildId) || !wantsEvent(session.intents, name, guildId === null)) continue;
      const isMessage = name === 'MESSAGE_CREATE' || name === 'MESSAGE_UPDATE';
      const hides = isMessage && !readsContent(session.intents);
      // Message events carry what renderMessageEvent made.
      session.dispatch(name, hides ? hideContent(world, data as MessagePayload) : data);
    }
  }
}
