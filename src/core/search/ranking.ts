import { findFormal } from '../question/kinds-of-answer.js';
import { isStrictlyMatched, matchAnswer } from './answer-match.js';
import { scoreConcepts, type ConceptScores } from './concept-scores.js';
import { bm25Defaults } from './lexical-index.js';
import type { AskedQuestion } from '../question/read-question.js';
import type { SearchIndex } from './search-index.js';
import { matchLane } from '../question/wanted-lane.js';

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
  readonly question: AskedQuestion;
  /** Best first; no headings. */
  readonly candidates: readonly Candidate[];
  readonly sentences: ConceptScores;
  readonly passages: ConceptScores;
  readonly documents: ConceptScores;
}

/** Ranks sentences for a question. `vector` is the question's embedding; `accepts` may keep rows out. */
export function rankSentences(
  question: AskedQuestion,
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

  const lexicalScores = scoreRows(index, sentences.totals, passages.totals, documents.totals);
  const cosines = new Map<number, number>();
  const isCandidate = (row: number): boolean => index.rows[row]?.isHeading === false && accepts(row);
  for (const { row, cosine } of index.vectors.search(vector, vectorCandidates)) {
    if (isCandidate(row)) cosines.set(row, cosine);
  }
  for (const row of findBest(lexicalScores, lexicalCandidates, isCandidate)) {
    if (!cosines.has(row)) cosines.set(row, index.vectors.cosine(vector, row));
  }

  const isMatched = findFormal(question.wants) !== null;
  const typeWeight = isStrictlyMatched(question) ? fusionWeights.strictAnswerType : fusionWeights.looseAnswerType;
  const names = question.concepts.filter(({ name }) => name !== null).map(({ text }) => text.toLowerCase());
  const candidates = Array.from(cosines, ([row, cosine]) => {
    const typeMatch = matchAnswer(question, index.textOf(row));
    const trace = {
      ...traceRow(index, row, sentences.totals, passages.totals, documents.totals),
      vector: fusionWeights.vector * Math.max(0, cosine),
      answerType: isMatched ? typeWeight * typeMatch : 0,
      lane: question.lane ? fusionWeights.lane * matchLane(question.lane, index.locate(row).span.label, names) : 0,
    };
    return { row, score: sumOf(trace), trace, cosine, typeMatch };
  });
  candidates.sort((a, b) => b.score - a.score || a.row - b.row);
  return { question, candidates, sentences, passages, documents };
}

type LexicalTrace = Omit<Trace, 'vector' | 'answerType' | 'lane'>;

/** The lexical parts of a row's score. */
function traceRow(
  { rows }: SearchIndex,
  row: number,
  sentences: Float32Array,
  passages: Float32Array,
  documents: Float32Array,
): LexicalTrace {
  const { document, passages: own } = rows[row] ?? { document: -1, passages: [] };
  const before = rows[row - 1]?.document === document ? (sentences[row - 1] ?? 0) : 0;
  const after = rows[row + 1]?.document === document ? (sentences[row + 1] ?? 0) : 0;
  let passage = 0;
  for (const number of own) passage = Math.max(passage, passages[number] ?? 0);
  return {
    lexical: fusionWeights.lexical * (sentences[row] ?? 0),
    passage: fusionWeights.passage * passage,
    document: fusionWeights.document * (documents[document] ?? 0),
    neighbour: fusionWeights.neighbour * Math.max(before, after),
  };
}

/** The sum of the lexical parts for all rows at once; the same as `traceRow`, without an object for each. */
function scoreRows(
  { rows }: SearchIndex,
  sentences: Float32Array,
  passages: Float32Array,
  documents: Float32Array,
): Float32Array {
  const scores = new Float32Array(rows.length);
  const { lexical, passage, document, neighbour } = fusionWeights;
  for (let row = 0; row < rows.length; row++) {
    const place = rows[row];
    if (!place) continue;
    const whole = documents[place.document] ?? 0;
    if (whole === 0) continue; // no term of the question in the whole document
    let best = 0;
    for (const number of place.passages) best = Math.max(best, passages[number] ?? 0);
    const before = rows[row - 1]?.document === place.document ? (sentences[row - 1] ?? 0) : 0;
    const after = rows[row + 1]?.document === place.document ? (sentences[row + 1] ?? 0) : 0;
    scores[row] =
      lexical * (sentences[row] ?? 0) + passage * best + document * whole + neighbour * Math.max(before, after);
  }
  return scores;
}

function sumOf(trace: Trace): number {
  const { lexical, passage, document, neighbour, vector, answerType, lane } = trace;
  return lexical + passage + document + neighbour + vector + answerType + lane;
}

/** The rows with the highest positive scores, at most `count`; of equal ones the first. */
function findBest(scores: Float32Array, count: number, accepts: (row: number) => boolean): number[] {
  const best: number[] = []; // by falling score
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score === 0 || (best.length >= count && score <= (scores[best[count - 1] ?? 0] ?? 0)) || !accepts(row))
      continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((scores[best[middle] ?? 0] ?? 0) >= score) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, row);
    if (best.length > count) best.pop();
  }
  return best;
}
