/** Work waits at most this long for acknowledgements, so that a steady stream of them cannot starve it. */
const maxWaitMs = 300;

/** Lets acknowledgements go before the work for questions: they have a deadline of three seconds, answers have minutes. */
export class ArrivalGate {
  private pending = 0;
  private readonly waiting = new Set<() => void>();

  /** Carries out an acknowledgement. */
  async pass(acknowledge: () => Promise<void>): Promise<void> {
    this.pending++;
    try {
      await acknowledge();
    } finally {
      this.pending--;
      if (this.pending === 0) this.open();
    }
  }

  /** Resolves once no acknowledgement is under way, or after a moment. */
  whenQuiet(): Promise<void> {
    if (this.pending === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(go, maxWaitMs);
      const { waiting } = this;
      function go(): void {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      }
      waiting.add(go);
    });
  }

  private open(): void {
    for (const go of [...this.waiting]) go();
  }
}
