import type { ErrorCode, ErrorFields } from '../../core/errors.js';
import type { Embeddings, EmbeddingModel } from '../../core/ports.js';

/** What a model is opened with. */
export interface ModelSettings {
  /** `bundled`, a folder or the id of a model on the hub. */
  readonly model: string;
  readonly modelsDir: string;
  /** Threads of one run. */
  readonly threads: number;
  /** Base address that models are downloaded from. */
  readonly hubHost: string;
}

/** To the embedding thread. `id` is chosen by the sender and comes back in replies; `handle` is the id that a model was opened with. */
export type ThreadRequest =
  | { readonly type: 'open'; readonly id: number; readonly settings: ModelSettings }
  | { readonly type: 'question'; readonly id: number; readonly handle: number; readonly text: string }
  | { readonly type: 'texts'; readonly id: number; readonly handle: number; readonly texts: readonly string[] }
  | { readonly type: 'close'; readonly id: number; readonly handle: number };

/** From the embedding thread: any number of reports, then one of the last four, which ends the request. */
export type ThreadReply =
  | { readonly type: 'notice'; readonly id: number; readonly line: string }
  | { readonly type: 'export'; readonly id: number; readonly share: number }
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'opened'; readonly id: number; readonly model: EmbeddingModel }
  | { readonly type: 'answer'; readonly id: number; readonly embeddings: Embeddings }
  | { readonly type: 'closed'; readonly id: number }
  | { readonly type: 'failure'; readonly id: number; readonly code: ErrorCode; readonly fields: ErrorFields };
