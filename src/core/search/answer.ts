import { answerThreshold, estimateConfidence, gatherEvidence, type Evidence } from './confidence.js';
import type { Lane } from '../labelling/labels.js';
import type { AskedQuestion } from '../question/read-question.js';
import { listMissing, type Missing } from './missing.js';
import { citationOf, type Citation, type Quote } from './quote.js';
import { rankSentences, type Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import { selectQuotes } from './select-quotes.js';
import { shorten, type Span } from '../text/span.js';

/** Why a question is not answered. */
export const refusalReasons = [
  /** The question has no word to look for. */
  'empty-question',
  /** There is no text to look in. */
  'empty-corpus',
  /** Nothing in the material is about the question's subject. */
  'nothing-relevant',
  /** The subject occurs, but not the number, sum or time that is asked for. */
  'detail-missing',
  /** The subject occurs, but nothing that is likely to answer. */
  'too-weak',
  /** Something answers, but not in the lane that was asked for. */
  'only-other-lane',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A place near the question, for an asker who got no answer: a heading, or the first words of a passage. */
export interface NearestPlace extends Span {
  readonly document: Citation;
  readonly text: string;
}

export interface Answer {
  readonly question: string;
  readonly status: 'answered' | 'not-found';
  /** Null when answered. */
  readonly reason: RefusalReason | null;
  /** 0..1 that the first quote answers the question; given for refusals too. */
  readonly confidence: number;
  /** What the confidence was worked out from. */
  readonly evidence: Evidence;
  /** Best first; none for a refusal. */
  readonly quotes: readonly Quote[];
  /** What the question speaks of and the material nowhere does; then the kind of answer that is missing. */
  readonly missing: readonly Missing[];
  readonly nearest: readonly NearestPlace[];
  /** How many quotes a filter by lane kept back. */
  readonly hidden: number;
  /** For `only-other-lane`: what there is in the other lanes, shown as such. */
  readonly otherLanes: readonly Quote[];
}

export interface AnswerOptions {
  /** Most quotes, 1 to 5. */
  readonly limit: number;
  /** Quotes of this lane only. */
  readonly lane: Lane | null;
  /** The id of the only document to look in. */
  readonly documentId: string | null;
  /** Confidence from which on a question is answered, 0..1. */
  readonly threshold: number;
}

export const answerDefaults: AnswerOptions = {
  limit: 5,
  lane: null,
  documentId: null,
  threshold: answerThreshold,
};

/** Below this cosine, and without a word in common, a sentence has nothing to do with a question. */
const relevantCosine = 0.45;
const relevantCoverage = 0.2;
const nearestCount = 3;
const nearestLength = 80;

/** Answers with quotes from the index, or says why not. `vector` is the question's embedding. */
export function answerQuestion(
  question: AskedQuestion,
  vector: Float32Array,
  index: SearchIndex,
  options: AnswerOptions = answerDefaults,
): Answer {
  return chooseAnswer(rankSentences(question, vector, index, acceptRows(index, options)), index, options);
}

/** Which rows may be ranked: those of the document that is asked for. */
export function acceptRows(index: SearchIndex, { documentId }: AnswerOptions): (row: number) => boolean {
  return (row) => documentId === null || index.locate(row).document.id === documentId;
}

/** Chooses the quotes that answer out of a ranking of the rows that `acceptRows` lets pass, or says why there are none. */
export function chooseAnswer(ranking: Ranking, index: SearchIndex, options: AnswerOptions): Answer {
  const { lane, limit, threshold } = options;
  const { question } = ranking;
  const found = selectQuotes(ranking, index, {
    limit: lane ? ranking.candidates.length : limit,
    mixLanes: lane === null,
  });
  const evidence = gatherEvidence(ranking, found[0]?.members ?? [], index);
  const confidence = found.length > 0 && question.concepts.length > 0 ? estimateConfidence(evidence) : 0;
  const nearest = findNearest(ranking, index);
  const base = { question: question.text, confidence, evidence, nearest, missing: [], hidden: 0, otherLanes: [] };
  const refusal = confidence >= threshold ? null : findRefusal(question, index, evidence);
  if (refusal) {
    const missing = listMissing(ranking, evidence);
    return { ...base, status: 'not-found', reason: refusal, quotes: [], missing };
  }
  const answered = { ...base, status: 'answered', reason: null } as const;
  if (lane === null) return { ...answered, quotes: found.map(({ quote }) => quote) };
  const inLane = found.filter(({ quote }) => quote.label === lane);
  const others = found.flatMap(({ quote }) => (quote.label === lane ? [] : [quote]));
  const hidden = others.length;
  // What answers best may stand in another lane: the first of this one has to answer by itself.
  const best = inLane[0] ? estimateConfidence(gatherEvidence(ranking, inLane[0].members, index)) : 0;
  if (best >= threshold) {
    return { ...answered, confidence: best, quotes: inLane.slice(0, limit).map(({ quote }) => quote), hidden };
  }
  return {
    ...base,
    status: 'not-found',
    reason: 'only-other-lane',
    quotes: [],
    hidden,
    otherLanes: others.slice(0, limit),
  };
}

function findRefusal(
  question: AskedQuestion,
  index: SearchIndex,
  { cosine, coverage, missingKind }: Evidence,
): RefusalReason {
  if (question.concepts.length === 0) return 'empty-question';
  if (index.rows.length === 0) return 'empty-corpus';
  if (cosine < relevantCosine && coverage < relevantCoverage) return 'nothing-relevant';
  return missingKind > 0.5 && coverage >= 0.5 ? 'detail-missing' : 'too-weak';
}

/** The sections nearest to a question, each once: their heading, or the first words of the passage. */
function findNearest(ranking: Ranking, index: SearchIndex): NearestPlace[] {
  const places = new Map<string, NearestPlace>();
  for (const { row } of ranking.candidates) {
    if (places.size >= nearestCount) break;
    const document = citationOf(index, row);
    const heading = index.headingOf(row);
    const { span } = index.locate(heading ?? row);
    const text = shorten(index.textOf(heading ?? row), nearestLength);
    const key = `${document.id}:${heading ?? paragraphKey(index, row)}`;
    if (!places.has(key)) places.set(key, { document, text, start: span.start, end: span.end });
  }
  return [...places.values()];
}

function paragraphKey(index: SearchIndex, row: number): string {
  return `p${index.locate(row).span.block}`;
}
