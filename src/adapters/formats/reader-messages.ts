import type { DerivedText, Format } from '../../core/formats/derived-document.js';

/** What the program that reads formats is sent: a file. */
export interface ReadRequest {
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** What has come of a file: its documents, or the reason why there are none, as the end of a sentence; a lasting one is the file's. */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly texts: readonly DerivedText[] }
  | { readonly kind: 'refused'; readonly reason: string; readonly isLasting: boolean };
