import type { Lane } from '../labelling/labels.js';
import type { AskedQuestion } from '../question/read-question.js';
import { asksForMeaning } from '../question/kinds-of-answer.js';
import { quoteFindings } from '../reading/choose-quotes.js';
import type { Finding } from '../reading/findings.js';
import { estimateReadConfidence, gatherReadingEvidence, type ReadingEvidence } from '../reading/reading-confidence.js';
import { readThreshold, structuredThreshold } from '../reading/reading-weights.js';
import { mayExpand } from './answer-match.js';
import { answerThreshold, estimateConfidence, gatherEvidence, type Evidence } from './confidence.js';
import { findDecided } from './decisions.js';
import { contentConfidence } from './named-sections.js';
import type { Quote } from './quote.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import { selectContent, selectQuotes } from './select-quotes.js';

/** A quote that may answer, and how likely it does. */
export interface JudgedQuote {
  readonly quote: Quote;
  /** What the confidence was worked out from. */
  readonly evidence: Evidence | ReadingEvidence;
  /** Probability, 0..1, that the quote answers. */
  readonly confidence: number;
}

/** The quotes that may answer, best first. */
interface JudgedQuotes {
  readonly quotes: readonly JudgedQuote[];
  /** Confidence from which on a question is answered, 0..1. */
  readonly threshold: number;
  /** What the ranking alone says of its best quote. */
  readonly retrieved: Evidence;
}

interface JudgingOptions {
  /** Most quotes; of one lane all are judged. */
  readonly limit: number;
  readonly lane: Lane | null;
}

/** Where the answer stands above, as a version does, nothing is marked; the ranking decides if it found most of the words. */
const maxMissingWords = 0.67;
/** How sure it is at least that a decision answers which has all that a question for one speaks of. */
const decidedConfidence = 0.6;
/** How sure it is that an abbreviation stands for words whose initials it is, which the reader hardly sees, and at most for any others. */
const meaningConfidence = { spelledOut: 0.6, otherwise: 0.15 } as const;

/** Whether a question asks for what stands in a section, or over it: there is nothing to read then. */
export function asksForSection({ asksForContent, datedHeads }: Ranking): boolean {
  return asksForContent || datedHeads.size > 0;
}

/** Judges the quotes of a ranking that nothing was read for. */
export function judgeFound(ranking: Ranking, index: SearchIndex, { lane, limit }: JudgingOptions): JudgedQuotes {
  const selected = selectQuotes(ranking, index, {
    limit: lane ? ranking.candidates.length : limit,
    mixLanes: lane === null,
  });
  const content = asksForSection(ranking) ? selectContent(selected, ranking, index) : [];
  const found = content.length > 0 ? content : selected;
  const quotes = found.map(({ quote, members }) => {
    const evidence = gatherEvidence(ranking, members, index);
    return {
      quote,
      evidence,
      confidence: Math.max(estimateConfidence(evidence), content.length > 0 ? contentConfidence : 0),
    };
  });
  return { quotes, threshold: answerThreshold, retrieved: quotes[0]?.evidence ?? gatherEvidence(ranking, [], index) };
}

/**
 * Judges the quotes of what a reader found in the best places of a ranking: more readily where the best stands in a text that is made
 * to look things up in.
 */
export function judgeRead(
  findings: readonly Finding[],
  ranking: Ranking,
  index: SearchIndex,
  { lane, limit }: JudgingOptions,
): JudgedQuotes {
  const retrieved = gatherEvidence(ranking, ranking.candidates.slice(0, 1), index);
  const foundConfidence = estimateConfidence(retrieved);
  const read = quoteFindings(findings, ranking, index, {
    limit: lane ? findings.length : limit,
    mixLanes: lane === null,
  });
  const wantsMeaning = asksForMeaning(ranking.question.wants);
  const isDecided = findDecided(ranking, index);
  const quotes = read.map(({ quote, finding }, i) => {
    // The first is judged beside all the others; a further one has to answer by itself.
    const beside = i === 0 ? findings : [finding];
    const evidence = gatherReadingEvidence(finding, beside, ranking, index, foundConfidence);
    const confidence = estimateReadConfidence(evidence);
    const isBest = finding.candidate.row === ranking.candidates[0]?.row;
    const isAbove = finding.candidate.isAnsweredAbove && isBest && retrieved.missingWords <= maxMissingWords;
    if (isDecided?.(finding.candidate.row)) return { quote, evidence, confidence: Math.max(confidence, decidedConfidence) };
    if (isAbove) return { quote, evidence, confidence: Math.max(confidence, foundConfidence) };
    const judged = wantsMeaning ? judgeMeaning(confidence, finding, quote, ranking.question) : confidence;
    return { quote, evidence, confidence: judged };
  });
  const best = read[0]?.finding.candidate.row;
  const isStructured = best !== undefined && index.locate(best).document.structure.units.length > 0;
  return { quotes, threshold: isStructured ? structuredThreshold : readThreshold, retrieved };
}

function judgeMeaning(confidence: number, { candidate }: Finding, { exact }: Quote, { text }: AskedQuestion): number {
  if (candidate.typeMatch === 1) return Math.max(confidence, meaningConfidence.spelledOut);
  return mayExpand(exact, text) === false ? Math.min(confidence, meaningConfidence.otherwise) : confidence;
}
