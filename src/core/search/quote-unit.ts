import type { Span } from '../text/span.js';
import type { SearchIndex } from './search-index.js';

/** A unit of at most this many UTF-16 units is quoted whole; a longer one is cut at a sentence, an item or a row. */
const maxUnitLength = 500;

/** What is quoted for a row that stands in a unit. */
export interface UnitQuote {
  /** In text order, without a gap. */
  readonly rows: readonly number[];
  /** From where to where to quote: the whole unit, or where it is cut. */
  readonly span: Span;
}

/** The unit of a row, or as much of it as may be quoted; null for a sentence of prose. */
export function quoteUnit(index: SearchIndex, row: number): UnitQuote | null {
  const unit = index.unitOf(row);
  if (unit.kind === 'sentences') return null;
  const rows = index.rowsOfUnit(row);
  if (unit.end - unit.start <= maxUnitLength) return rows.length > 0 ? { rows, span: unit } : null;
  const { span } = index.locate(row);
  // What stands before belongs to it if there is room: "Yes. The second one is free."
  const startsWhole = span.end - unit.start <= maxUnitLength;
  const first = startsWhole ? (rows[0] ?? row) : row;
  const start = startsWhole ? unit.start : span.start;
  const kept = rows.filter(
    (other) => other >= first && (other === row || index.locate(other).span.end - start <= maxUnitLength),
  );
  const last = kept.at(-1) ?? row;
  return { rows: kept, span: { start, end: index.locate(last).span.end } };
}

const assents = new Set(
  'yes no yeah yep nope ok okay right sure exactly indeed correct thanks thank you welcome please well true agreed hello hi hm hmm oh ah good fine great'.split(
    ' ',
  ),
);

/** Whether a row asks, or answers nothing by itself: it is quoted where there is nothing else. */
export function isEmptyRow(index: SearchIndex, row: number): boolean {
  const text = index.textOf(row);
  if (/\?["”’)*_]*$/u.test(text)) return true;
  if (index.unitOf(row).kind !== 'turn') return false;
  const unit = index.unitOf(row);
  const words =
    index
      .locate(row)
      .document.text.slice(unit.start, Math.min(unit.end, unit.start + 60))
      .match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return words.every((word) => assents.has(word.toLowerCase()));
}
