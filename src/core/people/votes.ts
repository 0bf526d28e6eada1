import type { PersonHash } from './person.js';

/** What somebody thinks of an answer of the bot. */
export interface Vote {
  readonly messageId: string;
  readonly person: PersonHash;
  /** Null for a direct message. */
  readonly guildId: string | null;
  readonly isHelpful: boolean;
  /** The question as it was understood; null for a message that has none. */
  readonly question: string | null;
}

export interface Votes {
  /** Keeps a vote in the place of an earlier one of the same person on the same message. */
  cast(vote: Vote): Promise<void>;
}
