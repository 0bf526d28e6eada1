import type { AttributionKind } from '../labels.js';
import type { NounPhrase } from '../grammar/noun-phrases.js';

/** How an attribution was recognised. */
type AttributionVia = 'verb' | 'noun' | 'phrase' | 'hearsay' | 'quotation' | 'speaker' | 'carried';

/** One source, its reporting words and how surely they attribute, before it is known how far they reach. */
export interface Attribution {
  readonly via: AttributionVia;
  readonly kind: AttributionKind;
  /** The source in this sentence; null where it is unnamed or stands elsewhere. */
  readonly phrase: NounPhrase | null;
  /** Token indices of the reporting words, both ends included. */
  readonly cueFirst: number;
  readonly cueLast: number;
  /** 0..1: how surely these words attribute in this construction. */
  readonly strength: number;
  /** The source stands after the content ("…", said Jane Roe) or the whole frame does. */
  readonly trailing: boolean;
  /** No quotation and no clause follows: the content is in the author's words ("endorsed the shabby deal"). */
  readonly ownWords?: boolean;
}
