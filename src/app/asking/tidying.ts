import { collectGarbage } from '../../adapters/collect-garbage.js';

/** By then what comes after a new index is done, too: the reader is there, briefs are compared. */
const settledAfterMs = 10_000;
/** Beside an index of more sentences garbage is left to be collected bit by bit: all at once would keep questions waiting. */
const maxSentences = 30_000;

/** Collects what loading an index has left behind, at once and when all that follows is done; that is told to `onSettled`. */
export class Tidying {
  private settling: NodeJS.Timeout | null = null;

  constructor(private readonly onSettled: () => void) {}

  tidy(sentences: number): void {
    this.stop();
    const collect = sentences > maxSentences ? (): void => undefined : collectGarbage;
    collect();
    this.settling = setTimeout(() => {
      collect();
      this.onSettled();
    }, settledAfterMs).unref();
  }

  stop(): void {
    if (this.settling) clearTimeout(this.settling);
  }
}
