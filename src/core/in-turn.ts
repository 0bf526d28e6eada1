/** Does one thing after the other. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  /** Rejects as the work does; what comes after it is done all the same. */
  do<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }
}
