import { SimpleShardingStrategy, type IShardingStrategy, type SessionInfo, type WebSocketOptions } from 'discord.js';

export type GatewayManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

export type ShardStatuses = Awaited<ReturnType<IShardingStrategy['fetchStatus']>>;

/** What becomes of a shard's session, and what comes over it. */
interface TenureHooks {
  /** Hears how far the session has come, so that another process may go on with it; null where it is at its end. */
  readonly onSession: (session: SessionInfo | null) => void;
  /** May hold an event of the gateway back for a while. */
  readonly pass: (event: string, payload: object, send: () => void) => void;
}

/** Lets a manager tell of an event, whose name and content fit each other where they come from. */
export function emitAsGiven(manager: GatewayManager, event: string, payload: object): void {
  manager.emit(event as 'resumed', payload);
}

/** Tells Discord that the session will be resumed; with 1000 or 1001 it would be given up. */
const resumable = 4_200;

/**
 * One shard for as long as this process holds its lease. Once that is over it opens no connection any more, whatever it was waiting for,
 * and nothing of it is heard.
 */
export class Tenure {
  private readonly strategy: IShardingStrategy;
  private isOver = false;

  constructor(
    private readonly manager: GatewayManager,
    private readonly shardId: number,
    hooks: TenureHooks,
  ) {
    const { options } = manager;
    const never = new Promise<never>(() => undefined);
    const retrieve = async (id: number): Promise<SessionInfo | null> => {
      const found = this.isOver ? await never : await options.retrieveSessionInfo(id);
      return this.isOver ? never : found;
    };
    const own = Object.create(manager) as GatewayManager; // the same manager, but for what is its own below
    Object.defineProperties(own, {
      options: {
        value: {
          ...options,
          retrieveSessionInfo: retrieve,
          updateSessionInfo: async (id: number, found: SessionInfo | null) => {
            if (this.isOver) return;
            await options.updateSessionInfo(id, found);
            hooks.onSession(found);
          },
        },
      },
      emit: {
        value: (event: string, payload: object) => {
          hooks.pass(event, payload, () => {
            if (!this.isOver) emitAsGiven(manager, event, payload);
          });
          return true;
        },
      },
    });
    this.strategy = new SimpleShardingStrategy(own);
  }

  /** Connects, and goes on with a session where Discord still knows it. Resolves when events come. */
  async begin(session: SessionInfo | null): Promise<void> {
    await this.manager.options.updateSessionInfo(this.shardId, session);
    await this.strategy.spawn([this.shardId]);
    if (!this.isOver) await this.strategy.connect();
  }

  async send(...[id, payload]: Parameters<IShardingStrategy['send']>): Promise<void> {
    await this.strategy.send(id, payload);
  }

  async fetchStatus(): Promise<ShardStatuses> {
    return this.strategy.fetchStatus();
  }

  /** Ends at once; resolves when the connection is closed. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.strategy.destroy({ code: resumable, reason: 'Another process goes on' });
  }
}
