import { readWords } from '../text/document.js';
import { shorten, type Span } from '../text/span.js';
import { citationOf, type Citation } from './quote.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/** A place near the question, for an asker who got no answer: a heading, or the first words of a passage, without notation. */
export interface NearestPlace extends Span {
  readonly document: Citation;
  readonly text: string;
}

const nearestCount = 3;
const nearestLength = 80;

/** The sections nearest to a question, each once: their heading, or the first words of the passage. */
export function findNearest(ranking: Ranking, index: SearchIndex): NearestPlace[] {
  const places = new Map<string, NearestPlace>();
  for (const { row } of ranking.candidates) {
    if (places.size >= nearestCount) break;
    const document = citationOf(index, row);
    const heading = index.headingOf(row);
    const { document: source, span } = index.locate(heading ?? row);
    const text = shorten(readWords(source, span), nearestLength);
    const key = `${document.id}:${heading ?? paragraphKey(index, row)}`;
    if (!places.has(key)) places.set(key, { document, text, start: span.start, end: span.end });
  }
  return [...places.values()];
}

function paragraphKey(index: SearchIndex, row: number): string {
  return `p${index.locate(row).span.block}`;
}
