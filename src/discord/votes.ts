/** What somebody thinks of an answer; the last vote of a person counts. */
export interface Vote {
  readonly messageId: string;
  readonly userId: string;
  readonly isHelpful: boolean;
  readonly question: string | null;
}

export interface VoteStore {
  record(vote: Vote): Promise<void>;
}

const maxKeptMessages = 10_000;

/** Keeps votes while the program runs; the oldest messages are forgotten first. */
export class MemoryVoteStore implements VoteStore {
  private readonly votes = new Map<string, Map<string, Vote>>();

  record(vote: Vote): Promise<void> {
    const own = this.votes.get(vote.messageId) ?? new Map<string, Vote>();
    own.set(vote.userId, vote);
    this.votes.set(vote.messageId, own);
    const oldest = this.votes.keys().next().value;
    if (this.votes.size > maxKeptMessages && oldest !== undefined) this.votes.delete(oldest);
    return Promise.resolve();
  }

  /** The votes on one message. */
  of(messageId: string): readonly Vote[] {
    return [...(this.votes.get(messageId)?.values() ?? [])];
  }
}
