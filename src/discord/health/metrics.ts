/** The only file that knows prom-client: figures about the running bot in the text form of Prometheus. */
import type { Counter, Histogram, Registry } from 'prom-client';

/** What is counted while the bot works. Nothing of what was asked, and nobody who asked. */
export interface Metrics {
  /** A request is done; `outcome` is one of few words, as in the log. */
  countRequest(outcome: string, seconds: number): void;
  /** A request was not taken: a pause to keep, a full queue, another channel, not a moderator. */
  countRefusal(): void;
  /** A request could not be answered or its answer not be delivered. */
  countFailure(): void;
  /** The connection to Discord was lost and is opened again. */
  countReconnect(): void;
}

/** What is read when somebody looks. */
export interface Gauges {
  readonly queueWaiting: number;
  readonly queuePlaces: number;
  readonly isReady: Readonly<Record<string, boolean>>;
  /** Null until the first index is in use. */
  readonly index: {
    readonly version: string;
    readonly documents: number;
    readonly passages: number;
    readonly sentences: number;
  } | null;
  /** When the latest backup was made, in milliseconds since 1970; null where there is none. */
  readonly backupAtMs: number | null;
}

/** Counts nothing, for a bot that nobody watches. */
export const noMetrics: Metrics = {
  countRequest: () => undefined,
  countRefusal: () => undefined,
  countFailure: () => undefined,
  countReconnect: () => undefined,
};

const startedAtSeconds = Math.floor(performance.timeOrigin / 1_000);

/** From 20 ms to 20 s: an answer takes about 70 ms, in a crowd a few seconds. */
const secondsBuckets = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** Counts, and renders what was counted. `contentType` is that of the text. */
export class PrometheusMetrics implements Metrics {
  private constructor(
    private readonly registry: Registry,
    private readonly requests: Counter<'outcome'>,
    private readonly seconds: Histogram,
    private readonly reconnects: Counter,
  ) {}

  /** `read` gives the gauges whenever the text is rendered. */
  static async create(read: () => Gauges): Promise<PrometheusMetrics> {
    const { Counter, Gauge, Histogram, Registry } = await import('prom-client');
    const registry = new Registry();
    const registers = [registry];
    const gauge = (name: string, help: string, value: (gauges: Gauges) => number | null): void => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          const found = value(read());
          if (found === null) this.reset();
          else this.set(found);
        },
      });
    };
    // Not the library's own figures of the process: those observe every collection of garbage.
    gauge('process_resident_memory_bytes', 'Resident memory of the process.', () => process.memoryUsage.rss());
    gauge('process_start_time_seconds', 'When the process was started, in seconds since 1970.', () => startedAtSeconds);
    gauge('nodejs_heap_used_bytes', 'What is used of the heap of JavaScript.', () => process.memoryUsage().heapUsed);
    gauge('verbatim_queue_waiting', 'Requests that wait for their turn.', ({ queueWaiting }) => queueWaiting);
    gauge('verbatim_queue_places', 'Requests that are waiting or being answered.', ({ queuePlaces }) => queuePlaces);
    for (const count of ['documents', 'passages', 'sentences'] as const) {
      gauge(`verbatim_index_${count}`, `Number of ${count} in the index in use.`, ({ index }) => index?.[count] ?? 0);
    }
    gauge('verbatim_backup_timestamp_seconds', 'When the latest backup was made, in seconds since 1970.', (gauges) =>
      gauges.backupAtMs === null ? null : gauges.backupAtMs / 1_000,
    );
    new Gauge({
      name: 'verbatim_index_info',
      help: 'The version of the index in use, as a label; always 1.',
      labelNames: ['version'],
      registers,
      collect() {
        this.reset();
        const { index } = read();
        if (index) this.set({ version: index.version }, 1);
      },
    });
    new Gauge({
      name: 'verbatim_ready',
      help: '1 for each part that is ready, else 0.',
      labelNames: ['part'],
      registers,
      collect() {
        for (const [part, isReady] of Object.entries(read().isReady)) this.set({ part }, isReady ? 1 : 0);
      },
    });
    const requests = new Counter({
      name: 'verbatim_requests_total',
      help: 'Requests by what came of them.',
      labelNames: ['outcome'],
      registers,
    });
    const seconds = new Histogram({
      name: 'verbatim_request_seconds',
      help: 'Time from a request to its answer, in seconds.',
      buckets: secondsBuckets,
      registers,
    });
    const reconnects = new Counter({
      name: 'verbatim_gateway_reconnects_total',
      help: 'How often the connection to Discord was opened again.',
      registers,
    });
    return new PrometheusMetrics(registry, requests, seconds, reconnects);
  }

  countRequest(outcome: string, seconds: number): void {
    this.requests.inc({ outcome });
    this.seconds.observe(seconds);
  }

  countRefusal(): void {
    this.requests.inc({ outcome: 'refused' });
  }

  countFailure(): void {
    this.requests.inc({ outcome: 'failed' });
  }

  countReconnect(): void {
    this.reconnects.inc();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  render(): Promise<string> {
    return this.registry.metrics();
  }
}
