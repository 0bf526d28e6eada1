import type { BriefContent, DraftContent } from './brief-content.js';
import type { QuoteMark } from './brief-marks.js';
import type { PersonHash } from '../people/person.js';

/** What is shown of a brief that another one has replaced; stands in place of a digest of its marks. */
export const replacedDigest = 'replaced';

/** A preview that a moderator is at work on. */
export interface BriefDraft {
  /** Also the id of the brief that it becomes. */
  readonly id: string;
  readonly guildId: string;
  /** Where it is to be posted. */
  readonly channelId: string;
  readonly person: PersonHash;
  readonly content: DraftContent;
  /** The id of the brief that it is to replace; null for none. */
  readonly replaces: string | null;
  readonly state: 'open' | 'posted';
}

export interface ClaimedDraft extends BriefDraft {
  /** How often it was claimed, this time included. */
  readonly attempts: number;
}

/** A message of the bot's own made of quotes. */
export interface Brief {
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly messageId: string;
  /** Of `writeTopicKey`. */
  readonly topicKey: string;
  readonly content: BriefContent;
  /** `gone`: somebody has deleted the message or its channel. */
  readonly status: 'posted' | 'replaced' | 'gone';
  /** The id of the brief that has replaced it. */
  readonly replacedBy: string | null;
  /** Milliseconds since 1970; `pinnedAtMs` is null while it is not pinned. */
  readonly postedAtMs: number;
  readonly pinnedAtMs: number | null;
  /** What its message shows: the digest of its marks, or `replacedDigest`. */
  readonly shown: string;
  readonly marks: readonly QuoteMark[];
}

export type NewBrief = Pick<Brief, 'id' | 'guildId' | 'channelId' | 'messageId' | 'topicKey' | 'content'> & {
  readonly person: PersonHash;
};

/** Briefs and their drafts. What one process has claimed no other one gets until the lease runs out. */
export interface BriefStore {
  addDraft(draft: Omit<BriefDraft, 'state'>): Promise<void>;
  findDraft(id: string): Promise<BriefDraft | null>;
  /** False where the draft is being posted, was posted or is gone. */
  changeDraft(id: string, content: DraftContent): Promise<boolean>;
  removeDraft(id: string): Promise<boolean>;
  /** Null while somebody else has it, or when it is gone. A draft that was posted can be claimed to be pinned. */
  claimDraft(id: string, leaseMs: number): Promise<ClaimedDraft | null>;
  /** Gives a claim back; the draft stays as it is. */
  releaseDraft(id: string): Promise<void>;
  /** Drafts that somebody has claimed and not posted as far as is known. */
  listClaimedDrafts(): Promise<
    (BriefDraft & { /** Whether whoever has claimed it never came back. */ readonly isAbandoned: boolean })[]
  >;

  /** Writes down a brief whose message is there, and that its draft is posted. */
  addBrief(brief: NewBrief): Promise<void>;
  findBrief(id: string): Promise<Brief | null>;
  /** Of a channel, those that are there, oldest first. */
  listInChannel(channelId: string): Promise<Brief[]>;
  /** All whose message may have to be changed. */
  listLiving(): Promise<Brief[]>;
  setPinned(id: string, pinnedAtMs: number | null): Promise<void>;
  replaceBrief(id: string, replacedBy: string): Promise<void>;
  markGone(id: string): Promise<void>;

  /**
   * Takes on the change of a brief's message to what `digest` names. Null where the message shows it already, or
   * somebody is at it; else the marks to show: those of the first who took it on, so that a second attempt says the same.
   */
  claimChange(id: string, digest: string, marks: readonly QuoteMark[], leaseMs: number): Promise<QuoteMark[] | null>;
  /** The message shows it. */
  settleChange(id: string, digest: string): Promise<void>;
  /** The message could not be changed; anybody may try again. */
  releaseChange(id: string): Promise<void>;
}
