import { overlapping, type Span } from '../text/span.js';
import { shareList, type SentencePlace } from '../text/units.js';
import type { NumberLists } from './lexical-index.js';

/** The sentences whose words are searched with those of sentence `own`: of its context, and of the lead-in of its list. */
export function leadingSentences(sentences: readonly Span[], { unit, context }: SentencePlace, own: number): number[] {
  const above = context.flatMap((span) => overlapping(sentences, span));
  const [leadIn] = unit.kind === 'list' || unit.kind === 'code' ? overlapping(sentences, unit) : [];
  return [...new Set(leadIn === undefined ? above : [...above, leadIn])].filter((sentence) => sentence < own);
}

const noNumbers: readonly number[] = [];

/** The same lists, no longer than they are, and one for all neighbours that have the same. */
export function shareLists(lists: readonly (readonly number[])[]): (readonly number[])[] {
  let before = noNumbers;
  return lists.map((list) => {
    before = list.length === 0 ? noNumbers : shareList(list, before);
    if (before === list) before = list.slice(); // what was pushed to has room for more
    return before;
  });
}

/** Turns "what stands above each row" round into "what each row stands above". */
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

/** Lists of numbers that are built one after another. */
export class ListBuilder {
  private readonly offsets: number[] = [0];
  private readonly values: number[] = [];

  /** Adds one list, given in parts. */
  add(...parts: readonly (readonly number[])[]): void {
    for (const part of parts) for (const value of part) this.values.push(value);
    this.offsets.push(this.values.length);
  }

  finish(): NumberLists {
    return { offsets: Uint32Array.from(this.offsets), values: Uint32Array.from(this.values) };
  }
}
