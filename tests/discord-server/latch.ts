/** A promise that is settled from outside; it never counts as an unhandled rejection. */
export class Latch<Value> {
  readonly promise: Promise<Value>;
  settled = false;
  #resolve!: (value: Value) => void;
  #reject!: (error: Error) => void;

  constructor() {
    this.promise = new Promise<Value>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.promise.catch(() => undefined);
  }

  resolve(value: Value): void {
    this.settled = true;
    this.#resolve(value);
  }

  reject(error: Error): void {
    this.settled = true;
    this.#reject(error);
  }
}

/** Far more than anything takes: what is waited for is an event, and the machine may be busy with other tests. */
export const GENEROUS_TIMEOUT_MS = 120_000;

/** Rejects with `what` when the promise is not settled in time. */
export async function waitAtMost<Value>(promise: Promise<Value>, timeoutMs: number, what: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} within ${timeoutMs} ms`));
    }, timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
