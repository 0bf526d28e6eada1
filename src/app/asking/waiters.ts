interface Waiter<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

/** All that wait for the same thing. */
export class Waiters<Value> {
  private readonly waiting = new Set<Waiter<Value>>();

  wait(): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.waiting.add({ resolve, reject });
    });
  }

  resolve(value: Value): void {
    for (const waiter of this.waiting) waiter.resolve(value);
    this.waiting.clear();
  }

  reject(error: Error): void {
    for (const waiter of this.waiting) waiter.reject(error);
    this.waiting.clear();
  }
}
