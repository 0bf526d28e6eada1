import { asksUnmarked } from '../text/asking.js';
import type { Span } from '../text/span.js';
import type { Unit } from '../text/units.js';
import type { SearchIndex } from './search-index.js';

/** A unit of at most this many UTF-16 units is quoted whole; a longer one is cut at a sentence, an item or a row. */
export const maxUnitLength = 500;

/** What is quoted for a row that stands in a unit. */
export interface UnitQuote {
  /** In text order, without a gap. */
  readonly rows: readonly number[];
  /** From where to where to quote: the whole unit, or where it is cut. */
  readonly span: Span;
  /** What it is a whole or a part of. */
  readonly of: Unit;
}

/** The list that an item stands in without a lead-in, as much of it as may be quoted; null for a row that is no item. */
export function listAround(index: SearchIndex, row: number): UnitQuote | null {
  const { document } = index.locate(row);
  const isItem = (at: number): boolean => {
    const block = document.blocks[index.rows.at(at) ? index.locate(at).span.block : -1];
    const isHere = index.rows.documentOf(at) === index.rows.documentOf(row);
    return isHere && block?.kind === 'list-item' && !block.broken;
  };
  if (!isItem(row)) return null;
  let [first, last] = [row, row];
  while (first > 0 && isItem(first - 1)) first--;
  while (last + 1 < index.rows.length && isItem(last + 1)) last++;
  const { start } = index.locate(first).span;
  const of: Unit = { kind: 'list', start, end: index.locate(last).span.end };
  const rows: number[] = [];
  for (let at = first; at <= last && (at === first || index.locate(at).span.end - start <= maxUnitLength); at++)
    rows.push(at);
  // An item is not parted.
  const cut = index.locate(rows.at(-1) ?? first).span;
  const next = rows.length <= last - first ? index.locate(first + rows.length).span : null;
  if (next?.block === cut.block)
    while (rows.length > 1 && index.locate(rows.at(-1) ?? first).span.block === next.block) rows.pop();
  return { rows, span: { start, end: index.locate(rows.at(-1) ?? first).span.end }, of };
}

/** The unit of a row, or as much of it as may be quoted; null for a sentence of prose. */
export function quoteUnit(index: SearchIndex, row: number): UnitQuote | null {
  const unit = index.unitOf(row);
  if (unit.kind === 'sentences') return null;
  const rows = index.rowsOfUnit(row);
  if (unit.end - unit.start <= maxUnitLength) return rows.length > 0 ? { rows, span: unit, of: unit } : null;
  const { span } = index.locate(row);
  // What stands before belongs to it if there is room: "Yes. The second one is free."
  const startsWhole = span.end - unit.start <= maxUnitLength;
  const first = startsWhole ? (rows[0] ?? row) : row;
  const start = startsWhole ? unit.start : span.start;
  const kept = rows.filter(
    (other) => other >= first && (other === row || index.locate(other).span.end - start <= maxUnitLength),
  );
  const last = kept.at(-1) ?? row;
  return { rows: kept, span: { start, end: index.locate(last).span.end }, of: unit };
}

/** Whether two rows may stand in one quote: never over the end of a table's row, of code or of what somebody says. */
export function standTogether(index: SearchIndex, one: number, other: number): boolean {
  const [own, unit] = [index.unitOf(one), index.unitOf(other)];
  if (index.speakerOf(one)?.start !== index.speakerOf(other)?.start) return false;
  if (own.start === unit.start && own.end === unit.end) return true;
  return ![own, unit].some(({ kind }) => kind === 'row' || kind === 'code' || kind === 'turn');
}

/** Words that agree, thank or react, and say nothing. */
const assents = new Set(
  (
    'yes no yeah yep nope yup ok okay k kk right sure exactly indeed correct thanks thank thx ty ta cheers you u youre re ' +
    'welcome please pls well true agreed hello hi hey morning evening hm hmm oh ah aha good fine great nice cool lol haha ' +
    'yay wow ouch awesome perfect super brilliant lovely done noted same me too both all a the star legend hero it its ' +
    'that is s works worked np done deal wonderful amazing sorry bye see'
  ).split(' '),
);

/** Whether a row asks, or answers nothing by itself: it is quoted where there is nothing else. */
export function isEmptyRow(index: SearchIndex, row: number): boolean {
  return asks(index, row) || onlyReacts(index, row);
}

/** Whether a row is a question, or stands in a turn that asks and is answered. */
export function asks(index: SearchIndex, row: number): boolean {
  if (isQuestion(index, row)) return true;
  const unit = index.unitOf(row);
  if (unit.kind !== 'turn' || index.dependantsOf(row).length === 0) return false;
  return /\?(?=[\s"”’)]|$)/u.test(index.locate(row).document.text.slice(unit.start, unit.end));
}

/** Whether a row is a question, in what somebody says also without its mark. */
export function isQuestion(index: SearchIndex, row: number): boolean {
  const words = index.textOf(row);
  return /\?["”’)*_]*$/u.test(words) || (index.speakerOf(row) !== null && asksUnmarked(words));
}

/** "3) Bounties", as whoever leads a meeting calls its points. */
const point =
  /^(?:(?:ok(?:ay)?|so|and|next|then|now|moving|up|on|to)\b[\s,:;-]*)*\(?\p{Nd}{1,2}(?:\.\p{Nd}{1,2})?\)\s+(?=\p{L})(?:[^\s.!?]+(?:\s+|$)){1,6}$/iu;
const maxPointLength = 80;

/** Whether a row stands in a turn that only agrees, thanks or greets, or calls the next point. */
export function onlyReacts(index: SearchIndex, row: number): boolean {
  const unit = index.unitOf(row);
  if (unit.kind !== 'turn') return false;
  const { text } = index.locate(row).document;
  if (unit.end - unit.start <= maxPointLength && point.test(text.slice(unit.start, unit.end).trim())) return true;
  const words = text.slice(unit.start, Math.min(unit.end, unit.start + 60)).match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return words.every((word) => assents.has(word.toLowerCase()));
}
