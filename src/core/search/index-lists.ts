import { overlapping, type Span } from '../text/span.js';
import type { SentencePlace, Unit } from '../text/units.js';
import type { NumberLists } from './postings.js';

/** The sentences whose words are searched with those of sentence `own`: of its context, and of the lead-in of its list. */
export function leadingSentences(sentences: readonly Span[], { unit, context }: SentencePlace, own: number): number[] {
  const above = context.flatMap((span) => overlapping(sentences, span));
  const [leadIn] = isLed(unit) ? overlapping(sentences, unit) : [];
  return [...new Set(leadIn === undefined ? above : [...above, leadIn])].filter((sentence) => sentence < own);
}

/** Whether the first sentence of a unit leads in to the others. */
export function isLed({ kind }: Unit): boolean {
  return kind === 'list' || kind === 'code';
}

const noNumbers: readonly number[] = [];

/** The same lists, no longer than they are, and one for all neighbours that have the same. */
export function shareLists(lists: readonly (readonly number[])[]): (readonly number[])[] {
  let before = noNumbers;
  return lists.map((list) => {
    if (list.length === 0) return noNumbers;
    const isSame = list.length === before.length && list.every((value, i) => value === before[i]);
    if (!isSame) before = list.slice();
    return before;
  });
}

/** Turns "what stands above each" round into "what each stands above". */
export function invert(lists: readonly (readonly number[])[]): Map<number, number[]> {
  const inverted = new Map<number, number[]>();
  for (const [from, list] of lists.entries()) {
    for (const to of list) {
      const known = inverted.get(to);
      if (known) known.push(from);
      else inverted.set(to, [from]);
    }
  }
  return inverted;
}

const firstRoom = 1_024;

/** Lists of numbers that are built one after another. */
export class ListBuilder {
  private offsets = new Uint32Array(firstRoom);
  private values = new Uint32Array(firstRoom);
  private lists = 0;
  private length = 0;

  /** Adds numbers to the list that is being built. */
  add(part: ArrayLike<number>): void {
    this.values = withRoom(this.values, this.length + part.length);
    this.values.set(part, this.length);
    this.length += part.length;
  }

  /** Ends that list; the next one begins. */
  end(): void {
    this.lists++;
    this.offsets = withRoom(this.offsets, this.lists + 1);
    this.offsets[this.lists] = this.length;
  }

  finish(): NumberLists {
    return { offsets: this.offsets.slice(0, this.lists + 1), values: this.values.slice(0, this.length) };
  }
}

/** The array, or a larger one that begins as it does: with room for as many as are wanted, and at least twice as large. */
export function withRoom(array: Uint32Array<ArrayBuffer>, wanted: number): Uint32Array<ArrayBuffer> {
  if (wanted <= array.length) return array;
  const larger = new Uint32Array(Math.max(wanted, array.length * 2));
  larger.set(array);
  return larger;
}
