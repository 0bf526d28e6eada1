/** Facts that have to be fetched and are used as if they were at hand: what was asked for in vain is fetched, and then asked again. */
export class GatheredFacts<Wanted, Fact> {
  private readonly known = new Map<string, Fact>();
  private readonly missing = new Map<string, Wanted>();

  /** `keyOf` is the same for what asks for the same fact; `stopgap` stands for a fact that is not known yet. */
  constructor(
    private readonly keyOf: (wanted: Wanted) => string,
    private readonly stopgap: Fact,
  ) {}

  get(wanted: Wanted): Fact {
    const key = this.keyOf(wanted);
    const fact = this.known.get(key);
    if (fact !== undefined) return fact;
    this.missing.set(key, wanted);
    return this.stopgap;
  }

  /** Whether it is known. */
  has(wanted: Wanted): boolean {
    return this.known.has(this.keyOf(wanted));
  }

  add(wanted: Wanted, fact: Fact): void {
    this.known.set(this.keyOf(wanted), fact);
  }

  /** What was asked for in vain since this was called last. */
  takeMissing(): Wanted[] {
    const taken = [...this.missing.values()];
    this.missing.clear();
    return taken;
  }
}

/** Something whose facts may be missing. */
export interface Gathering {
  /** Fetches what is missing; false where nothing is. */
  gather(): Promise<boolean>;
}

/** Does pure work over facts as often as it takes until no fact is missing. */
export async function settle<Result>(facts: Gathering, work: () => Result): Promise<Result> {
  for (;;) {
    const result = work();
    if (!(await facts.gather())) return result;
  }
}

/** Several such as one. */
export function gatherAll(parts: readonly Gathering[]): Gathering {
  return {
    async gather() {
      let isNew = false;
      for (const part of parts) isNew = (await part.gather()) || isNew;
      return isNew;
    },
  };
}
