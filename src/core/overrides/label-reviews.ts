import type { AttributionKind, Lane } from '../labelling/labels.js';
import type { GivenLabel, LabelOverride, TextAnchor } from './label-override.js';
import type { PersonHash } from '../people/person.js';

/** Somebody's word that the label of a quote is wrong, and which is right. */
export interface NewDispute extends TextAnchor, GivenLabel {
  readonly guildId: string;
  readonly person: PersonHash;
  /** Names the quote, see `quoteKey`. */
  readonly quote: string;
  /** The label that the quote was shown with. */
  readonly was: Lane;
  readonly note: string | null;
}

/** A dispute as it waits for a moderator; who has brought it up is nobody's business. */
export interface LabelDispute extends Omit<NewDispute, 'person'> {
  /** Rises with time. */
  readonly id: number;
}

/** What a decision is about: the disputes of one quote that the moderator has seen, the newest of them being `newestId`. */
export interface DecidedQuote {
  readonly guildId: string;
  readonly quote: string;
  readonly newestId: number;
}

/** A sentence's new label. */
export interface NewOverride extends TextAnchor, GivenLabel {
  /** Names the sentence, see `quoteKey`. */
  readonly sentence: string;
  readonly kind: AttributionKind | null;
  readonly was: Lane;
  readonly note: string | null;
}

/** Labels that people find wrong, and those that moderators have set. A guild's moderators see what is its own. */
export interface LabelReviews {
  /** Keeps a dispute; says whether it takes the place of the same person's older one about the same quote. */
  open(dispute: NewDispute): Promise<{ readonly replaced: boolean }>;
  /** The open disputes, oldest first; of one guild if it is given. */
  listOpen(guildId?: string): Promise<LabelDispute[]>;
  /**
   * Accepts the proposal of one dispute: the overrides come into force, in place of older ones of this guild for the same
   * sentences; the other disputes are accepted where they propose the same, else declined. Gives the name of the
   * decision, by which it can be taken back; null, with nothing done, where that dispute is no longer open.
   */
  accept(
    decided: DecidedQuote,
    moderator: PersonHash,
    disputeId: number,
    overrides: readonly NewOverride[],
  ): Promise<string | null>;
  /** Gives the name of the decision; null where none of them is open any more. */
  decline(decided: DecidedQuote): Promise<string | null>;
  /**
   * Makes a decision as if it had not been made: its disputes are open again, unless their authors have opened newer ones, and its
   * overrides out of force. False where it is taken back already, its overrides are undone, or it is another guild's.
   */
  takeBack(guildId: string, decision: string): Promise<boolean>;
  /** Every override in force, oldest first; of one guild if it is given. */
  listOverrides(guildId?: string): Promise<LabelOverride[]>;
  /** Takes an override out of force. False where it is not in force in that guild. */
  undo(guildId: string, overrideId: number): Promise<boolean>;
  /** Changes whenever the overrides in force do. */
  overridesRevision(): Promise<string>;
}
