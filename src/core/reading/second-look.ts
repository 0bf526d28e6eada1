import type { Reading } from '../ports.js';
import type { Ranking } from '../search/ranking.js';
import type { SearchIndex } from '../search/search-index.js';
import type { Finding } from './findings.js';
import { windowOfRows, type ReadingWindow } from './windows.js';

/**
 * The sentences of the best findings alone, with the line above: what answers only beside its neighbours, or only seems to, shows
 * there. `windows` is how many windows were read: half as many findings are looked at again.
 */
export function proposeSecondLooks(
  findings: readonly Finding[],
  ranking: Ranking,
  index: SearchIndex,
  windows: number,
): ReadingWindow[] {
  return findings
    .slice(0, Math.ceil(windows / 2))
    .map(({ rows, window }) => windowOfRows(Math.min(...rows), Math.max(...rows), window, ranking, index));
}

/** The findings with what the second look at the first of them gave, in the same order. */
export function addSecondLooks(findings: readonly Finding[], readings: readonly Reading[]): Finding[] {
  return findings.map((finding, i) => {
    const again = readings[i];
    return again ? { ...finding, alone: { margin: again.margin, answers: again.answers } } : finding;
  });
}
