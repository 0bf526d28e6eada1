import type { ManifestDocument } from './manifest.js';

/** Most segments that an index is made of; beyond, all but the largest are written together. */
const maxSegments = 8;
/** A segment is written anew when a larger share than this of its sentences is of use no more. */
const maxUnusedShare = 0.5;

/**
 * Which of an index's segments, by their numbers, stay as they are when a new one is added, given the documents that may stay where they
 * are. What the others hold of them is copied into the new one.
 */
export function chooseKeptSegments(staying: readonly ManifestDocument[], count: number): ReadonlySet<number> {
  const used = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { segment, sentences, row } of staying) {
    used.set(segment, (used.get(segment) ?? 0) + sentences);
    ends.set(segment, Math.max(ends.get(segment) ?? 0, row + sentences));
  }
  const kept = Array.from({ length: count }, (_, segment) => segment).filter(
    (segment) => (used.get(segment) ?? 0) > (1 - maxUnusedShare) * (ends.get(segment) ?? Infinity),
  );
  if (kept.length < maxSegments) return new Set(kept);
  const [largest] = kept.sort((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0));
  return new Set(largest === undefined ? [] : [largest]);
}
