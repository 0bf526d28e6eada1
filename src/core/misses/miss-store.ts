import type { RefusalReason } from '../search/answer.js';
import type { Lane } from '../labelling/labels.js';
import type { OutboxMessage } from '../store/outbox.js';
import type { PersonHash } from '../people/person.js';

/** Why a question counts as missed: how it was refused, or that somebody voted its answer not helpful. */
export type MissReason = RefusalReason | 'not-helpful';

/** A place that came nearest to a question. */
export interface MissedPlace {
  /** A heading, or the first words of a passage. */
  readonly text: string;
  readonly title: string;
  readonly path: string;
}

/** What makes two missed questions one: everything but capitals, white space and the punctuation at the end. */
export interface MissKey {
  /** Null for a direct message. */
  readonly guildId: string | null;
  /** As it was understood. */
  readonly question: string;
  readonly lane: Lane | null;
  readonly documentId: string | null;
  /** The thread, channel or category for which it was set what was asked; null or left out where that was the server's. */
  readonly placeId?: string | null;
}

/** One time that a question was missed. */
export interface Asking extends MissKey {
  readonly person: PersonHash;
  readonly reason: MissReason;
  /** Best first. */
  readonly nearest: readonly MissedPlace[];
  /** The version of the index that was asked. */
  readonly index: string;
  /** Null for a refusal. */
  readonly downVote: DownVote | null;
}

interface DownVote {
  readonly messageId: string;
  /** Fingerprint of the first quote of the answer. */
  readonly mark: string;
}

/** A missed question with all its askings. */
export interface Miss extends MissKey {
  readonly id: number;
  readonly state: 'open' | 'answered' | 'dismissed';
  readonly nearest: readonly MissedPlace[];
  /** The version of the index that was asked last. */
  readonly index: string;
  /** The question's embedding, of unit length, with the checksum of its model; null until it is made. */
  readonly embedding: { readonly model: string; readonly vector: Float32Array } | null;
  /** How often it was missed; by how many people, who count once. */
  readonly askings: number;
  readonly people: readonly PersonHash[];
  /** Milliseconds since 1970. */
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly reasons: readonly MissReason[];
  /** Fingerprints of the first quotes that were voted not helpful. */
  readonly downVoted: readonly string[];
  /** Whether somebody waits to be told. */
  readonly isAwaited: boolean;
  /** For one answered later: the quote, and the miss under which its group is reported. */
  readonly answer: MissAnswer | null;
  readonly leaderId: number | null;
}

/** The first quote that answered a missed question later. */
export interface MissAnswer {
  readonly exact: string;
  readonly lane: Lane;
  readonly attributedTo: string | null;
  readonly title: string;
  readonly path: string;
  /** From 1. */
  readonly paragraph: number;
}

/** Somebody who wants to be told when a question can be answered. */
export interface OptIn {
  readonly id: number;
  readonly missId: number;
  /** The user's own id, without which nobody can be told. */
  readonly userId: string;
  /** Language of the message to come, such as `en-GB`. */
  readonly locale: string;
  /** The thread, channel and category in which they wanted it, the most specific first. */
  readonly placeIds: readonly string[];
}

export interface MissFilter {
  /** Null for direct messages; left out for all. */
  readonly guildId?: string | null;
  /** Counts askings from then on only; those never asked since are left out. */
  readonly sinceMs: number;
  /** The most often asked, then the latest. */
  readonly limit: number;
}

/** Questions that the bot could not answer, or not well enough. Each method is one step that happens wholly or not at all. */
export interface Misses {
  /** Notes an asking and gives the miss's id; one that was answered before is open again. */
  record(asking: Asking): Promise<number>;
  /** Takes a down-vote back; a miss without any asking is gone. */
  withdraw(messageId: string, person: PersonHash): Promise<void>;
  /**
   * Takes back that a person has asked this, waits for an answer, and has voted on its refusal; a miss that nobody else has asked or waits for
   * is gone, unless it was set aside. Says whether the person was waiting.
   */
  retract(key: MissKey, person: PersonHash): Promise<boolean>;
  find(id: number): Promise<Miss | null>;
  /** The id of the miss with this key; null where there is none. */
  findId(key: MissKey): Promise<number | null>;
  /** Those that are open, and those that were dismissed, so that others can be seen to mean the same. */
  list(filter: MissFilter): Promise<readonly Miss[]>;
  saveEmbeddings(
    embeddings: readonly { readonly id: number; readonly model: string; readonly vector: Float32Array }[],
  ): Promise<void>;
  /** Sets the open ones of a guild's misses aside, under the leader's id. */
  dismiss(guildId: string, ids: readonly number[], leaderId: number): Promise<number>;
  /** Opens again what was dismissed under this leader. */
  restore(guildId: string, leaderId: number): Promise<number>;
  /** Notes that a version of the index was asked in vain. */
  keepOpen(ids: readonly number[], index: string, nearest: readonly MissedPlace[]): Promise<void>;
  /** Sets open ones answered and hands the messages to those who wait over to the outbox, whose opt-ins are deleted; null where a person is told already. */
  settle(
    ids: readonly number[],
    answer: { readonly index: string; readonly leaderId: number; readonly quote: MissAnswer },
    messages: readonly { readonly optInId: number; readonly message: OutboxMessage | null }[],
  ): Promise<void>;
  /** The answered ones of a guild that nobody has been told of, answered since then. */
  listUnreported(guildId: string, sinceMs: number): Promise<readonly Miss[]>;
  /** Hands a digest of these over to the outbox; nothing happens when there is one with its key. */
  report(ids: readonly number[], digest: OutboxMessage): Promise<void>;
  /** Whether the person was not waiting before. */
  optIn(
    missId: number,
    person: PersonHash,
    userId: string,
    locale: string,
    placeIds?: readonly string[],
  ): Promise<boolean>;
  /** Whether the person was waiting. */
  optOut(missId: number, person: PersonHash): Promise<boolean>;
  listOptIns(missIds: readonly number[]): Promise<readonly OptIn[]>;
}
