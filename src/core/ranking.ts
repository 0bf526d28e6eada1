import { matchAnswer } from './answer-match.js';
import { strictTypes } from './answer-type.js';
import { scoreConcepts, type ConceptScores } from './concept-scores.js';
import { bm25Defaults } from './lexical-index.js';
import type { Question } from './question.js';
import type { SearchIndex } from './search-index.js';
import { matchLane } from './wanted-lane.js';

/** What each kind of evidence adds to a sentence's score; every part lies in 0..its weight, and the score is their sum. */
export interface Trace {
  /** BM25 of the sentence itself. */
  readonly lexical: number;
  /** BM25 of the best passage that holds it, with the heading above. */
  readonly passage: number;
  /** BM25 of its document, with the title. */
  readonly document: number;
  /** BM25 of the better neighbouring sentence. */
  readonly neighbour: number;
  /** Cosine of the question's and the sentence's embeddings. */
  readonly vector: number;
  /** Whether it holds what kind of thing the question asks for. */
  readonly answerType: number;
  /** Whether it is in the lane that the question asks for. */
  readonly lane: number;
}

/**
 * Weights of a weighted sum of scaled scores, which beat reciprocal rank fusion in trials. Set once after a multinomial
 * logistic regression over the sentences of this project's own graded questions (tests/questions), then scaled to a sum of 1; the lane's was added by hand.
 */
export const fusionWeights = {
  lexical: 0.135,
  passage: 0.18,
  document: 0.26,
  neighbour: 0.04,
  vector: 0.3,
  /** For types that a sentence clearly has or has not: numbers, money, times, meanings of abbreviations. */
  strictAnswerType: 0.073,
  looseAnswerType: 0.012,
  lane: 0.04,
} as const;

/** How many rows each of the two indexes proposes. */
const lexicalCandidates = 100;
const vectorCandidates = 60;

export interface Candidate {
  readonly row: number;
  /** 0..1, comparable over questions. */
  readonly score: number;
  readonly trace: Trace;
  readonly cosine: number;
  /** 0..1, see `matchAnswer`. */
  readonly typeMatch: number;
}

export interface Ranking {
  readonly question: Question;
  /** Best first; no headings. */
  readonly candidates: readonly Candidate[];
  readonly sentences: ConceptScores;
  readonly passages: ConceptScores;
  readonly documents: ConceptScores;
}

export function isStrictType(question: Question): boolean {
  return strictTypes.has(question.wanted.type);
}

/** Ranks sentences for a question. `vector` is the question's embedding; `accepts` may keep rows out. */
export function rankSentences(
  question: Question,
  vector: Float32Array,
  index: SearchIndex,
  accepts: (row: number) => boolean = () => true,
): Ranking {
  const maxTermWeight = bm25Defaults.k1 + 1;
  const termNumber = (term: string): number | undefined => index.termNumber(term);
  const score = (lexical: SearchIndex['sentenceTerms']): ConceptScores =>
    scoreConcepts(question.concepts, lexical, maxTermWeight, termNumber);
  const sentences = score(index.sentenceTerms);
  const passages = score(index.passageTerms);
  const documents = score(index.documentTerms);

  const traceWithoutVector = (row: number): Omit<Trace, 'vector' | 'answerType' | 'lane'> => {
    const { document, passages: own } = index.rows[row] ?? { document: -1, passages: [] };
    const beside = (other: number): number =>
      index.rows[other]?.document === document ? (sentences.totals[other] ?? 0) : 0;
    let passage = 0;
    for (const number of own) passage = Math.max(passage, passages.totals[number] ?? 0);
    return {
      lexical: fusionWeights.lexical * (sentences.totals[row] ?? 0),
      passage: fusionWeights.passage * passage,
      document: fusionWeights.document * (documents.totals[document] ?? 0),
      neighbour: fusionWeights.neighbour * Math.max(beside(row - 1), beside(row + 1)),
    };
  };

  const rows = new Set<number>();
  const isCandidate = (row: number): boolean => index.rows[row]?.isHeading === false && accepts(row);
  for (const row of bestRows(index, (row) => (isCandidate(row) ? sumOf(traceWithoutVector(row)) : 0))) rows.add(row);
  for (const { row } of index.vectors.search(vector, vectorCandidates)) if (isCandidate(row)) rows.add(row);

  const typeWeight = isStrictType(question) ? fusionWeights.strictAnswerType : fusionWeights.looseAnswerType;
  const names = question.concepts.filter(({ name }) => name !== null).map(({ text }) => text.toLowerCase());
  const candidates = Array.from(rows, (row) => {
    const cosine = index.vectors.cosine(vector, row);
    const typeMatch = matchAnswer(question, index.textOf(row));
    const trace = {
      ...traceWithoutVector(row),
      vector: fusionWeights.vector * Math.max(0, cosine),
      answerType: question.wanted.type === 'other' ? 0 : typeWeight * typeMatch,
      lane: question.lane ? fusionWeights.lane * matchLane(question.lane, index.locate(row).span.label, names) : 0,
    };
    return { row, score: sumOf(trace), trace, cosine, typeMatch };
  });
  candidates.sort((a, b) => b.score - a.score || a.row - b.row);
  return { question, candidates, sentences, passages, documents };
}

function sumOf(trace: Partial<Trace>): number {
  let sum = 0;
  for (const part of Object.values(trace)) sum += part;
  return sum;
}

/** The rows with the highest positive scores; all of them in a small index. */
function bestRows(index: SearchIndex, scoreOf: (row: number) => number): number[] {
  const scored: { row: number; score: number }[] = [];
  for (let row = 0; row < index.rows.length; row++) {
    const score = scoreOf(row);
    if (score > 0) scored.push({ row, score });
  }
  scored.sort((a, b) => b.score - a.score || a.row - b.row);
  return scored.slice(0, lexicalCandidates).map(({ row }) => row);
}
