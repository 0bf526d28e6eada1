/** Who waits for a turn. */
interface TurnOf {
  /** The server that it is for; null for the operator. */
  readonly serverId: string | null;
  /** What only one at a time may have to do with, such as a host that is fetched from; null for nothing. */
  readonly host: string | null;
}

interface Waiting extends TurnOf {
  readonly go: () => void;
}

/**
 * Lets some work be done at a time: at most half of it, or one, for one server, so that none waits for another one's slow links, and
 * of those that wait first whose server has had its last turn the longest ago.
 */
export class FairTurns {
  private waiting: Waiting[] = [];
  private readonly running = new Set<Waiting>();
  /** When a server had its last turn, counted in turns. */
  private readonly lastTurns = new Map<string | null, number>();
  private count = 0;

  constructor(private readonly most: number) {}

  async run<T>(turn: TurnOf, work: () => Promise<T>): Promise<T> {
    let entry: Waiting | undefined;
    await new Promise<void>((go) => {
      entry = { ...turn, go };
      this.waiting.push(entry);
      this.startNext();
    });
    try {
      return await work();
    } finally {
      if (entry) this.running.delete(entry);
      this.startNext();
    }
  }

  private startNext(): void {
    while (this.running.size < this.most) {
      const [next] = this.waiting.filter((one) => this.mayStart(one)).sort((a, b) => this.lastOf(a) - this.lastOf(b));
      if (!next) break;
      this.waiting = this.waiting.filter((one) => one !== next);
      this.running.add(next);
      this.lastTurns.set(next.serverId, ++this.count);
      next.go();
    }
    if (this.running.size === 0) this.lastTurns.clear();
  }

  private mayStart({ serverId, host }: TurnOf): boolean {
    const others = [...this.running];
    if (host !== null && others.some((one) => one.host === host)) return false;
    return others.filter((one) => one.serverId === serverId).length < Math.max(1, this.most / 2);
  }

  private lastOf({ serverId }: TurnOf): number {
    return this.lastTurns.get(serverId) ?? 0;
  }
}
