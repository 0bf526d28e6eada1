import { overlapping, type Span } from './span.js';

/** Where something stands in its source, in the source's own terms. */
export type Place =
  /** A page by its number from 1, and as it is printed or named in the file ("xii"); null where that is the same or unknown. */
  | { readonly kind: 'page'; readonly page: number; readonly printed: string | null }
  /** A time from the beginning of a recording, in milliseconds. */
  | { readonly kind: 'time'; readonly ms: number }
  /** A message: its id, when it was sent (ISO 8601) and its address. */
  | { readonly kind: 'message'; readonly id: string; readonly at: string | null; readonly url: string | null }
  /** A chapter by its name in the table of contents, where no heading says it. */
  | { readonly kind: 'chapter'; readonly title: string };

/** The stretch of a derived text that comes from one place. */
export interface Mark extends Span {
  readonly place: Place;
}

export type RepairKind = 'hyphen' | 'ligature' | 'drop-cap';

/** A stretch of a derived text whose letters stand otherwise in the source. */
export interface Repair extends Span {
  readonly kind: RepairKind;
  /** What stood there. */
  readonly stood: string;
}

/**
 * What a reader is not sure of: pages without text, with letters that mean nothing, or recognised from a picture; tables and formulas,
 * which lose their form; letters that run from right to left, whose order may be another; notes at the foot of a page or the end, which are
 * left out; other parts that are left out, since they are deleted, hidden or too much.
 */
export type DoubtKind =
  'no-text' | 'garbled' | 'recognised' | 'table' | 'formula' | 'right-to-left' | 'notes' | 'left-out';

export interface Doubt {
  readonly kind: DoubtKind;
  /** The pages it is about, from 1; none where it is about the whole. */
  readonly pages: readonly number[];
}

/** How a text came out of its file. */
export interface Derivation {
  /** The file's path relative to the corpus folder. */
  readonly file: string;
  readonly part: string | null;
  /** SHA-256 of the file's bytes as it was read. */
  readonly digest: string;
  /** By its name in `readerVersions`. */
  readonly format: string;
  /** The reader's version at the time. */
  readonly version: number;
  readonly marks: readonly Mark[];
  readonly repairs: readonly Repair[];
  readonly doubts: readonly Doubt[];
}

/** Where a stretch of a text stands in its source, and what was put right in it. */
export interface PlacedSpan {
  /** Where it begins; left out where the text has no places. */
  readonly place?: Place;
  /** Where it ends, if that is another place. */
  readonly lastPlace?: Place;
  /** Left out where it stands as in the source. */
  readonly repairs?: readonly Repair[];
}

/** The places and the repairs of a stretch of a document's text; nothing for a text that is the file's own. */
export function placesIn({ derivation }: { readonly derivation?: Derivation }, span: Span): PlacedSpan {
  if (!derivation) return {};
  const marks = overlapping(derivation.marks, span).flatMap((at) => derivation.marks[at] ?? []);
  const repairs = overlapping(derivation.repairs, span).flatMap((at) => derivation.repairs[at] ?? []);
  const [first, last] = [marks[0], marks.at(-1)];
  return {
    ...(first && { place: first.place }),
    ...(last && last !== first && { lastPlace: last.place }),
    ...(repairs.length > 0 && { repairs }),
  };
}
