import type { AskedQuestion } from '../question/read-question.js';
import { citationOf, type Citation } from './quote.js';
import { fusionWeights, rankSentences } from './ranking.js';
import { scoreLevel } from './score-level.js';
import type { SearchIndex } from './search-index.js';
import type { Span } from '../text/span.js';

/** A ranked passage; the parts of the trace sum to the score. */
export interface FoundPassage extends Span {
  readonly document: Citation;
  readonly exact: string;
  /** 0..1, comparable over queries. */
  readonly score: number;
  readonly trace: {
    readonly lexical: number;
    readonly document: number;
    readonly sentence: number;
    readonly vector: number;
  };
}

/** The passages nearest to a query, best first: by BM25 of passage and document and by their best sentence. */
export function searchPassages(
  query: AskedQuestion,
  vector: Float32Array,
  index: SearchIndex,
  count: number,
): FoundPassage[] {
  const { candidates } = rankSentences(query, vector, index);
  const passages = scoreLevel(query.concepts, index, 'passages');
  const found = new Map<number, FoundPassage>();
  for (const { row, trace } of candidates) {
    for (const number of index.rows.at(row)?.passages ?? []) {
      const place = index.rows.passageAt(number);
      if (!place) continue;
      const { start, end } = place.passage;
      const parts = {
        lexical: fusionWeights.passage * (passages.totals[number] ?? 0),
        document: trace.document,
        sentence: trace.lexical,
        vector: trace.vector,
      };
      const score = parts.lexical + parts.document + parts.sentence + parts.vector;
      if (score <= (found.get(number)?.score ?? -1)) continue;
      const exact = index.locate(row).document.text.slice(start, end);
      found.set(number, { document: citationOf(index, row), start, end, exact, score, trace: parts });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, count);
}
