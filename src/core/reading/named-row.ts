import { strengthIn } from '../search/concept-scores.js';
import type { Ranking } from '../search/ranking.js';
import type { SearchIndex } from '../search/search-index.js';
import type { ReadingWindow } from './windows.js';

/** The end of the first cell of a row: columns of spaces, tabs, or bars. */
const cellEnd = /\s*\||\t| {2,}/;

/**
 * The row of a table that a question is about though words were `marked` in other rows of it too, or in none: the one of the window that
 * alone has what the question speaks of in its first cell ("on Tuesdays"), else the best sentence; it has more of what the question
 * speaks of than they. Null where there is no such row.
 */
export function findAskedRow(
  marked: readonly number[],
  window: ReadingWindow,
  ranking: Ranking,
  index: SearchIndex,
): number | null {
  const { bestRow } = window;
  const rows = marked.length > 0 ? marked : [bestRow];
  const [first = bestRow] = rows;
  if (rows.some((row) => index.unitOf(row).kind !== 'row')) return null;
  const held = (row: number): number =>
    ranking.sentences.concepts.filter((concept) => strengthIn(row, concept) > 0).length;
  const best = index.unitOf(bestRow).kind === 'row' ? bestRow : null;
  const asked = findNamedRow(first, window, ranking, index) ?? best;
  const others = rows.filter((row) => row !== asked);
  return asked !== null && others.length > 0 && others.every((row) => held(asked) > held(row)) ? asked : null;
}

/** The row of the table of `from` whose first cell alone has most of the question's words. */
function findNamedRow(
  from: number,
  { firstRow, lastRow }: ReadingWindow,
  { question }: Ranking,
  index: SearchIndex,
): number | null {
  const [head] = index.contextRowsOf(from);
  let [named, most] = [null as number | null, 0];
  for (let row = firstRow; row <= lastRow; row++) {
    if (index.unitOf(row).kind !== 'row' || index.contextRowsOf(row)[0] !== head) continue;
    const cell =
      index
        .textOf(row)
        .replace(/^\s*\|/, '')
        .trimStart()
        .split(cellEnd, 1)[0] ?? '';
    const words = cell.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const has = ({ terms }: { readonly terms: readonly string[] }): boolean =>
      terms.every((term) => words.some((word) => word.startsWith(term)));
    const count = question.concepts.filter(({ ways }) => ways.some(has)).length;
    if (count === most) named = null;
    if (count > most) [named, most] = [row, count];
  }
  return named;
}
