import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const resolutionMs = 5;

/** Watches how long this thread is kept from questions, clocks and messages. */
export class LoopWatch {
  private readonly delays = monitorEventLoopDelay({ resolution: resolutionMs });

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.delays.enable();
    await sleep(4 * resolutionMs); // the first delays are not counted
    this.delays.reset();
    try {
      await sleep(4 * resolutionMs);
      return await work();
    } finally {
      await sleep(4 * resolutionMs);
      this.delays.disable();
    }
  }

  /** The longest of the last time, with its unit. */
  get longest(): string {
    return `${Math.max(0, this.delays.max / 1e6 - resolutionMs).toFixed(0)} ms`;
  }
}
