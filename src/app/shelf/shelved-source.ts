import type { FetchProblem } from '../../adapters/fetch/fetch-failure.js';
import type { Format } from '../../core/formats/derived-document.js';
import type { Doubt, Place } from '../../core/text/derivation.js';

/** Whoever asks for something: the operator of this host, or a member of a server whose right to it was checked. */
export type Actor =
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'member';
      readonly serverId: string;
      /** As the store keeps a user's id. */
      readonly person: string;
      /** As it is shown to moderators; kept in the trail only. */
      readonly name: string;
    };

/** What is to be put on the shelf. */
export type AddRequest =
  /** Fetched, by the rules of robots.txt, and refreshed once it is in use. */
  | { readonly kind: 'link'; readonly url: string; readonly collection: string }
  /** Fetched once from where somebody has put it for us, such as Discord's; its address is not kept with it. */
  | {
      readonly kind: 'attachment';
      readonly url: string;
      /** The name of the file, whose ending says what it is. */
      readonly name: string;
      readonly collection: string;
    }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly collection: string }
  /** Words, such as those of a message, read as Markdown. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly title: string;
      readonly author: string | null;
      /** `YYYY-MM-DD` */
      readonly date: string | null;
      /** Where the words stand. */
      readonly url: string | null;
      readonly collection: string;
    };

/** Where a source comes from; `folder` for a file that somebody has put into the corpus folder by hand. */
export type Origin =
  { readonly kind: 'link' | 'text'; readonly url: string | null } | { readonly kind: 'attachment' | 'file' | 'folder' };

/** A sentence as it would be quoted. */
export interface SampleQuote {
  readonly exact: string;
  /** Where it stands, where its file has places. */
  readonly place?: Place;
}

/** What reading a source has shown. */
export interface SourceReading {
  readonly title: string;
  /** `text`, `markdown`, or the name of the reader. */
  readonly format: 'text' | 'markdown' | Format;
  /** Number of documents in it: more than one for a feed. */
  readonly documents: number;
  readonly sentences: number;
  /** Number of its pages; null where it has none. */
  readonly pages: number | null;
  readonly bytes: number;
  /** Also in words: `describeDoubts` in `app/indexing/describe-doubts.ts`. */
  readonly doubts: readonly Doubt[];
  /** In how many places its letters stand otherwise in the file. */
  readonly repairs: number;
  /** What there is to say of how its letters are written, such as that it is not in UTF-8; left out where there is nothing. */
  readonly notice?: string;
  /** At most three, from its beginning, its middle and its end. */
  readonly samples: readonly SampleQuote[];
  /** The path of a file with the same bytes in the same collection, which makes this one of no use; null where there is none. */
  readonly sameAs: string | null;
}

/** Why a source could not be had, for whoever words it in another language. */
export type FailureKind =
  | FetchProblem
  /** A reader has refused it: encrypted, damaged, without text; see the reason. */
  | 'unreadable'
  /** Of a link that is looked at again: its file was changed by hand, and is left alone. */
  | 'edited';

export type SourceState =
  | { readonly kind: 'queued' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready' }
  /** `reason` is one line in English, as the end of a sentence: "it is encrypted: save it without its password". */
  | { readonly kind: 'failed'; readonly problem: FailureKind; readonly reason: string }
  /** Its file is in the corpus folder, or about to be. `isMissing`: somebody has taken the file away by hand. */
  | { readonly kind: 'in-use'; readonly isMissing: boolean }
  /** No longer in use; until then it can be undone. */
  | {
      readonly kind: 'removed';
      readonly untilMs: number;
      /** Where in the corpus folder it was, and is put back to if nothing else is there then. */
      readonly path?: string;
    }
  /** Its bytes are no more: thrown away before it was in use, or a week after it was removed. */
  | { readonly kind: 'discarded' };

/** What is known of the original behind an address. */
export interface FetchedFrom {
  /** Where it was found in the end, after redirects. */
  readonly url: string;
  /** The day on which these bytes were fetched, `YYYY-MM-DD`. */
  readonly on: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How it stands with looking at a link again. */
export interface RefreshState {
  /** Not looked at again before. */
  readonly dueAtMs: number;
  /** When it was last looked at. */
  readonly lastAtMs: number;
  /** Why that has failed, as the reason of a failure; null where it has not. The text before stays in use. */
  readonly problem: { readonly problem: FailureKind; readonly reason: string } | null;
}

export type TrailAction = 'add' | 'use' | 'discard' | 'remove' | 'undo' | 'change';

/** One line of who has done what; for moderators only. */
export interface TrailEntry {
  readonly action: TrailAction;
  readonly atMs: number;
  /** Null for the operator, for what happens by itself, and for somebody whose name was forgotten. */
  readonly by: { readonly person: string; readonly name: string } | null;
}

/** A source on the shelf: a file that is looked at, in use, or was, with all that is known of it. */
export interface ShelvedSource {
  /** At most 20 letters and digits; stays as it is for good. */
  readonly id: string;
  /** The name of the file, in use or to be; made safe from what it was given. */
  readonly name: string;
  /** Relative to the corpus folder, with `/` between folders; null while it is not in use. */
  readonly path: string | null;
  /** Empty for the collection without a name. */
  readonly collection: string;
  /** The server that it was added from; null for the operator's own, which no server may change. */
  readonly serverId: string | null;
  readonly origin: Origin;
  readonly state: SourceState;
  /** From `ready` on; null before, and for a file that was put there by hand. */
  readonly reading: SourceReading | null;
  readonly fetched: FetchedFrom | null;
  /** Of a link in use; null else. */
  readonly refresh: RefreshState | null;
  readonly addedAtMs: number;
  /** The oldest first. */
  readonly trail: readonly TrailEntry[];
}

/** What has come of looking at a link again. */
export type RefreshOutcome = 'changed' | 'unchanged' | 'failed' | 'not-yet' | 'no-link';
