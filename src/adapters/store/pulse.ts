/** Whether a server that somebody waits for still answers anything. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, type Pool, type PoolClient } from './postgres-client.js';
import { messageOf } from './sql-failures.js';

/** Whoever waits longer has the server asked, and then every so often: what takes long there is no fault. */
const askAfterMs = 1_000;
const askEveryMs = 1_000;
/** A server that gives no answer to the smallest question for so long stands still, or the way to it is cut. */
const silenceMs = 10_000;
/** Where the answer was looked for so much later, it was this process that stood still. */
const lateMs = 500;

/** A server that stands still keeps its connections, so that nobody hears of it otherwise for a minute; here it takes some eleven seconds. */
export class Pulse {
  private readonly pool: Pool;
  private asking: Promise<boolean> | null = null;

  constructor(url: string) {
    this.pool = createPool(url, { connections: 1, connectWithinMs: silenceMs, answerWithinMs: silenceMs });
    this.pool.on('error', () => undefined); // the next question opens another
  }

  /**
   * What the work comes to. Rejects as for a lost connection when the server is silent meanwhile; the work's signal is aborted then, and it
   * is to give up without any effect.
   */
  async watch<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const [silent, done] = [new AbortController(), new AbortController()];
    try {
      return await Promise.race([work(silent.signal), this.waitForSilence(done.signal)]);
    } catch (error) {
      silent.abort();
      throw error;
    } finally {
      done.abort();
    }
  }

  close(): void {
    this.pool.end().catch(() => undefined);
  }

  /** Never resolves. */
  private async waitForSilence(done: AbortSignal): Promise<never> {
    const never = new Promise<never>(() => undefined);
    const isOver = (waitMs: number): Promise<boolean> => sleep(waitMs, false, { signal: done }).catch(() => true); // aborted
    for (let waitMs = askAfterMs; ; waitMs = askEveryMs) {
      if (await isOver(waitMs)) return never;
      if (await this.isSilent()) break;
    }
    if (done.aborted) return never;
    throw Object.assign(new Error('the server gives no answer'), { code: 'ETIMEDOUT' });
  }

  private isSilent(): Promise<boolean> {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** What else goes wrong is found out by whoever waits. */
  private async ask(): Promise<boolean> {
    const askedMs = performance.now();
    const isTimeout = await this.pool.query('SELECT 1').then(
      () => false,
      (error: unknown) => /time ?out/i.test(messageOf(error)),
    );
    return isTimeout && performance.now() - askedMs < silenceMs + lateMs;
  }
}

/**
 * Takes a connection until it is released, which may be done again without effect; `isLost` says that it is not to be used again. Once the
 * signal is aborted it is closed at once, so that the server undoes what was begun there.
 */
export async function takeClient(
  pool: Pool,
  signal: AbortSignal,
): Promise<{ readonly client: PoolClient; readonly release: (isLost: boolean) => void }> {
  const client = await pool.connect();
  let isReleased = false;
  const release = (isLost: boolean): void => {
    if (isReleased) return;
    isReleased = true;
    signal.removeEventListener('abort', abandon);
    client.release(isLost);
  };
  const abandon = (): void => {
    release(true);
  };
  signal.addEventListener('abort', abandon);
  if (signal.aborted) abandon();
  signal.throwIfAborted();
  return { client, release };
}
