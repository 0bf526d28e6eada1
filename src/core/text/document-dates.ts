import type { SourceDocument } from './document.js';
import { readDate, readOpeningDate, writeDate } from './read-date.js';
import type { Turn } from './units.js';

type Dated = Pick<SourceDocument, 'text' | 'metadata' | 'structure'>;

/** Longest opening of a turn, in UTF-16 units: a time, a name, an office. */
const maxOpeningLength = 120;
/** "05/11/2026", of which only other dates tell which number is the month. */
const slashed = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)(?!\d)/;

/** What stands in the text between the beginning of a speaker's line and what is said: "[05/11/2026, 18:02] Leif:". */
export function readOpening({ text }: Pick<SourceDocument, 'text'>, { speaker, start }: Turn): string {
  const from = Math.max(text.lastIndexOf('\n', speaker.start - 1) + 1, speaker.start - maxOpeningLength);
  return text.slice(from, Math.max(speaker.end, Math.min(start, speaker.end + maxOpeningLength))).trim();
}

/** The date on a speaker's line, `YYYY-MM-DD`; null where it has none, or one that can be read in two ways. */
export function dateOfTurn(document: Dated, turn: Turn): string | null {
  const opening = readOpening(document, turn);
  const written = readDate(opening);
  if (written !== null) return written;
  const [, first = '', second = '', year = ''] = slashed.exec(opening) ?? [];
  if (first === '') return null;
  const order = isMonth(first) && isMonth(second) ? findOrder(document) : isMonth(second) ? 'day first' : 'month first';
  if (order === null && first !== second) return null;
  const [month, day] = order === 'month first' ? [first, second] : [second, first];
  return writeDate(year.length === 2 ? `20${year}` : year, Number(month), Number(day));
}

/** The date that the item of a list opens with, `YYYY-MM-DD` or `YYYY-MM`; null for what is no item or opens with none. */
export function dateOfItem({ text, blocks }: Pick<SourceDocument, 'text' | 'blocks'>, block: number): string | null {
  const item = blocks[block];
  return item?.kind === 'list-item'
    ? readOpeningDate(text.slice(item.start, Math.min(item.end, item.start + 60)))
    : null;
}

/** Which number of slashed dates is the day, by those of the document that leave no doubt, else by its own date. */
function findOrder(document: Dated): 'day first' | 'month first' | null {
  let first: RegExpExecArray | null = null;
  for (const turn of document.structure.turns) {
    const found = slashed.exec(readOpening(document, turn));
    first ??= found;
    if (found && !isMonth(found[1])) return 'day first';
    if (found && !isMonth(found[2])) return 'month first';
  }
  const month = Number(document.metadata.date?.slice(5, 7) ?? 0);
  const [isFirst, isSecond] = [Number(first?.[1]) === month, Number(first?.[2]) === month];
  return isFirst === isSecond ? null : isSecond ? 'day first' : 'month first';
}

function isMonth(number: string | undefined): boolean {
  return Number(number) >= 1 && Number(number) <= 12;
}

/**
 * The first and the last date that a document covers, as written: those of its sections, of what is said in it, and its own where
 * these do not say it in full; not those of single items. Null where it has none.
 */
export function rangeOfDates(document: Dated): { readonly from: string; readonly to: string } | null {
  const { metadata, structure } = document;
  const { turns, sections } = structure;
  const said = [turns[0], turns.at(-1)].map((turn) => turn && dateOfTurn(document, turn));
  const inner = [...sections.map(({ date }) => date), ...said].filter((date) => typeof date === 'string');
  const own = metadata.date !== null && /^\d{4}/.test(metadata.date) ? metadata.date : null;
  const isInFull = own === null || inner.some((date) => date.startsWith(own));
  const dates = [...inner, ...(isInFull ? [] : [own])].sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
