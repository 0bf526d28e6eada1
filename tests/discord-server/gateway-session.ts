import { randomBytes } from 'node:crypto';
import type { GatewayConnection } from './gateway-connection.js';

const DISPATCH = 0;

interface SentEvent {
  s: number;
  t: string;
  d: object;
}

/** What a client identified as; it outlives its connection, so that events can be replayed. */
export class GatewaySession {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  connection: GatewayConnection | null;
  #sequence = 0;
  readonly #sent: SentEvent[] = [];

  constructor(intents: number, shard: readonly [number, number], connection: GatewayConnection) {
    this.intents = intents;
    this.shard = shard;
    this.connection = connection;
  }

  /** Sends an event, or keeps it for RESUME while there is no connection. */
  dispatch(t: string, d: object): void {
    this.#sequence += 1;
    const event = { s: this.#sequence, t, d };
    this.#sent.push(event);
    this.connection?.send({ op: DISPATCH, ...event });
  }

  /** Continues on a new connection after the last event that the client saw. */
  resume(connection: GatewayConnection, lastSeen: number): number {
    const before = this.connection;
    this.connection = connection;
    if (before !== connection) before?.drop(); // a session has one connection
    const missed = this.#sent.filter(({ s }) => s > lastSeen);
    for (const event of missed) connection.send({ op: DISPATCH, ...event });
    this.#sequence += 1;
    connection.send({ op: DISPATCH, s: this.#sequence, t: 'RESUMED', d: { _trace: [] } });
    return missed.length;
  }

  /** Guilds are spread over the shards by their id; direct messages go to the first. */
  covers(guildId: string | null): boolean {
    const [id, count] = this.shard;
    return (guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))) === id;
  }
}
