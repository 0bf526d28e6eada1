import type { AttributionKind, Lane } from '../labelling/labels.js';
import type { Span } from '../text/span.js';
import type { Surroundings } from '../text/surroundings.js';

/**
 * Words of a document with what stood around them, by which they are found again in a later version of it: the text quote
 * selector of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/#text-quote-selector), with the
 * place that they had.
 */
export interface TextAnchor extends Span, Surroundings {
  readonly documentId: string;
  readonly path: string;
  readonly exact: string;
}

/** A label as a person gives it. */
export interface GivenLabel {
  readonly label: Lane;
  /** As given; null unless `label` is `attributed` and somebody is named. */
  readonly source: string | null;
}

/** A label that a moderator has set for one sentence, in place of the labeller's. */
export interface LabelOverride extends TextAnchor, GivenLabel {
  readonly id: number;
  readonly guildId: string;
  /** Of the attribution; null unless `label` is `attributed`. */
  readonly kind: AttributionKind | null;
  /** The labeller's own label when it was decided. */
  readonly was: Lane;
  readonly note: string | null;
  /** Milliseconds since 1970. */
  readonly decidedAtMs: number;
}
