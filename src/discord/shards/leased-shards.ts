import { hostname } from 'node:os';
import {
  makeURLSearchParams,
  Status,
  type RESTGetAPICurrentUserGuildsResult,
  type APIGatewayBotInfo,
  type APIUser,
  type APIApplication,
  type Client,
  type IShardingStrategy,
  type SessionInfo,
  type WebSocketOptions,
  Collection,
  Routes,
} from 'discord.js';
import type { Log } from '../../app/log.js';
import type { LeaseKeeper } from '../../app/processes/lease-keeper.js';
import { isShared, nameShard, readToldPlan, shareShards, type ToldPlan } from '../../app/processes/share-shards.js';
import type { ShardPlan } from '../../app/shard-plan.js';
import { VerbatimError } from '../../core/errors.js';
import type { Pauses, ProcessesSight } from '../../core/store/processes.js';
import { describeFailure } from '../failures.js';
import type { Reconnecting } from '../reconnecting.js';
import { SharedIdentifyThrottler } from './identify-throttle.js';
import { KnownGuilds } from './known-guilds.js';
import { shardOf, type Shards } from './shards.js';
import { emitAsGiven, Tenure, type GatewayManager, type ShardStatuses } from './tenure.js';

/** Where nobody has a shard yet, a process waits so long for others that come with it, so that each takes its part at once. */
const settleMs = 2_000;
/** So long it leaves their part to those that have come, but take none yet. */
const newMs = 10_000;
const guildsPerPage = 200;

/**
 * The shards whose leases this process holds, in one client. A shard that changes hands goes on with its session, so that no event is
 * lost and nothing has to be identified anew, as long as Discord keeps the session.
 */
export class LeasedShards implements IShardingStrategy, Shards {
  readonly areShared = true;
  private readonly tenures = new Map<number, Tenure>();
  private manager: GatewayManager | null = null;
  private client: Client | null = null;
  private guilds: KnownGuilds | null = null;
  private self: { readonly user: APIUser; readonly application: APIApplication } | null = null;
  private count = 0;
  /** Until when it waits for others, by a clock that nobody sets; `Infinity` before it is connected. */
  private waitsUntilMs = Infinity;
  /** Since when it takes its part; null where it does not. */
  private sharesSinceMs: number | null = null;

  constructor(
    private readonly plan: ShardPlan,
    private readonly keeper: LeaseKeeper,
    private readonly pauses: Pauses,
    private readonly log: Log,
  ) {}

  /** Joins the other processes before the client logs in. Throws `bad-settings` where they want another number of shards. */
  async prepare(client: Client, token: string): Promise<void> {
    client.rest.setToken(token);
    const user = (await client.rest.get(Routes.user('@me'))) as APIUser; // Discord's own shapes
    const application = (await client.rest.get(Routes.currentApplication())) as APIApplication;
    this.self = { user, application };
    if (this.count === 0) this.count = await this.join(client);
    // The client makes a place for each shard of the bot; only those that are held are connected.
    client.options.shardCount = this.count;
    client.options.shards = Array.from({ length: this.count }, (_, id) => id);
    this.client = client;
    this.guilds = new KnownGuilds(client, this.log);
  }

  /** For the client's options. */
  connectWith(reconnecting: Reconnecting): WebSocketOptions {
    return {
      buildStrategy: (manager) => {
        reconnecting.slowDown(manager);
        this.manager = manager;
        return this;
      },
      buildIdentifyThrottler: async (manager) => {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        return new SharedIdentifyThrottler(this.pauses, limit.max_concurrency);
      },
    };
  }

  spawn(): void {
    // Nothing is spawned before its lease is held.
  }

  /** Makes the client ready without any shard: this process works for the bot, whoever has the shards. */
  connect(): void {
    const { client, manager, self } = this;
    if (!client || !manager) return;
    for (const shard of client.ws.shards.values()) shard.status = Status.Ready; // the client waits for none
    const data = { v: 10, ...self, guilds: [], session_id: '', resume_gateway_url: '' };
    emitAsGiven(manager, 'ready', { data, shardId: 0 });
    emitAsGiven(manager, 'dispatch', { data: { op: 0, s: 0, t: 'READY', d: data }, shardId: 0 });
    this.waitsUntilMs = performance.now() + (this.count > 1 ? settleMs : 0);
  }

  /** Hears of all processes and leases after each beat: takes its part of the shards, and gives up what is too much. */
  share(sight: ProcessesSight, ownId: string): void {
    const nowMs = performance.now();
    if (this.sharesSinceMs === null) {
      const isReady = this.waitsUntilMs < Infinity && (nowMs >= this.waitsUntilMs || isShared(sight, ownId));
      if (!isReady) return;
      this.sharesSinceMs = nowMs;
      this.keeper.tell(this.describe({}));
    }
    const { take, giveUp } = shareShards(this.count, sight, ownId, nowMs - this.sharesSinceMs < newMs);
    for (let id = 0; id < this.count; id++) {
      const name = nameShard(id);
      if (take.includes(id)) this.want(id);
      else if (id === giveUp || this.keeper.grip(name) === null) void this.keeper.release(name);
    }
  }

  isConnected(): boolean {
    const { client } = this;
    if (client?.isReady() !== true || !this.keeper.isInTouch) return false;
    return [...this.tenures.keys()].every((id) => client.ws.shards.get(id)?.status === Status.Ready);
  }

  /** All servers of the bot, which no process knows by itself; there may be thousands, so only when the commands are new. */
  async listGuilds(isKnown: boolean): Promise<string[]> {
    const ids: string[] = [];
    while (!isKnown && this.client) {
      const query = makeURLSearchParams({ limit: guildsPerPage, after: ids.at(-1) });
      const page = (await this.client.rest.get(Routes.userGuilds(), { query })) as RESTGetAPICurrentUserGuildsResult; // Discord's own shape
      ids.push(...page.map(({ id }) => id));
      if (page.length < guildsPerPage) break;
    }
    return ids;
  }

  /** Gives all shards to the other processes, which go on at once, however long this one still works on what has come before. */
  async giveUp(): Promise<void> {
    this.waitsUntilMs = Infinity;
    this.sharesSinceMs = null;
    this.keeper.tell(this.describe({ own: [], takesOthers: false }));
    await this.keeper.release(...Array.from({ length: this.count }, (_, id) => nameShard(id)));
  }

  async destroy(): Promise<void> {
    await Promise.all([...this.tenures.keys()].map((id) => this.end(id)));
  }

  async send(...[id, payload]: Parameters<IShardingStrategy['send']>): Promise<void> {
    await this.tenures.get(id)?.send(id, payload);
  }

  async fetchStatus(): Promise<ShardStatuses> {
    const all = await Promise.all([...this.tenures.values()].map((tenure) => tenure.fetchStatus()));
    return new Collection<number, unknown>(all.flatMap((one) => [...one])) as unknown as ShardStatuses; // the same class, of another copy
  }

  private async join(client: Client): Promise<number> {
    const told = (count: number): string => this.describe({ count, isJoining: true });
    const wanted = this.plan.count ?? ((await client.rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards; // Discord's own shape
    const [other] = await this.keeper.open(wanted, told(wanted));
    if (!other) return wanted;
    const theirs = readToldPlan(other.plan)?.count ?? 0;
    // Discord advises more connections as a bot grows; they all change together.
    if (this.plan.count === null && theirs > 0 && (await this.keeper.open(theirs, told(theirs))).length === 0)
      return theirs;
    throw new VerbatimError('bad-settings', {
      problem: `SHARDS wants ${wanted} shards, but other processes of this bot are running with ${theirs}`,
      advice: 'Give all the same number, or end those first',
    });
  }

  private describe(otherwise: Partial<ToldPlan>): string {
    const { own, takesOthers } = this.plan;
    const plan = { count: this.count, own, takesOthers, isJoining: false, host: hostname(), pid: process.pid };
    return JSON.stringify({ ...plan, ...otherwise } satisfies ToldPlan);
  }

  private want(id: number): void {
    this.keeper.want(nameShard(id), {
      onGain: (note) => {
        this.begin(id, readSession(note));
      },
      onLose: () => {
        void this.end(id).catch((error: unknown) => {
          this.log.warn({ ...describeFailure(error), shard: id }, 'connection could not be closed');
        });
      },
    });
  }

  private begin(id: number, session: SessionInfo | null): void {
    const { manager, guilds, log } = this;
    if (!manager || !guilds) return;
    const tenure = new Tenure(manager, id, {
      onSession: (found) => {
        this.keeper.note(nameShard(id), found ? JSON.stringify(found) : '');
      },
      pass: (event, payload, send) => {
        if (event === 'dispatch') guilds.pass(payload, send);
        else send();
      },
    });
    this.tenures.set(id, tenure);
    log.info({ shard: id, resumes: session !== null }, 'shard taken');
    tenure.begin(session).then(
      () => {
        log.info({ shard: id }, 'shard connected');
      },
      (error: unknown) => {
        log.warn({ ...describeFailure(error), shard: id }, 'shard could not be connected');
      },
    );
  }

  private async end(id: number): Promise<void> {
    const tenure = this.tenures.get(id);
    if (!tenure || !this.client) return;
    this.tenures.delete(id);
    this.log.info({ shard: id }, 'shard given up');
    const { guilds, channels, ws } = this.client;
    const shard = ws.shards.get(id);
    if (shard) shard.status = Status.Ready;
    // What is known of its servers would grow old.
    channels.cache.sweep((channel) => 'guildId' in channel && shardOf(channel.guildId, this.count) === id);
    guilds.cache.sweep((guild) => shardOf(guild.id, this.count) === id);
    await tenure.end();
    if (shard && !this.tenures.has(id)) shard.status = Status.Ready;
  }
}

/** A session that the process before has left; null for none. */
function readSession(note: string | null): SessionInfo | null {
  return note === null || note === '' ? null : (JSON.parse(note) as SessionInfo); // written by `onSession`
}
