import type { Lane } from '../labelling/labels.js';
import type { Concept } from '../question/concepts.js';
import type { AskedQuestion } from '../question/read-question.js';
import { asksForMeaning } from '../question/kinds-of-answer.js';
import { quoteFindings } from '../reading/choose-quotes.js';
import type { Finding } from '../reading/findings.js';
import { estimateReadConfidence, gatherReadingEvidence, type ReadingEvidence } from '../reading/reading-confidence.js';
import { readThreshold } from '../reading/reading-weights.js';
import { unseenConcepts } from '../reading/windows.js';
import { mayExpand } from './answer-match.js';
import { answerThreshold, estimateConfidence, gatherEvidence, type Evidence } from './confidence.js';
import { nearConfidence } from './absent.js';
import { createAskingTest } from './asked-of.js';
import { findDecided } from './decided.js';
import { namesIn } from './named-documents.js';
import { contentConfidence } from './named-sections.js';
import type { Quote } from './quote.js';
import type { Ranking } from './ranking.js';
import { addsTo } from './says-more.js';
import { findSaid } from './said-by.js';
import type { SearchIndex } from './search-index.js';
import { selectContent, selectQuotes } from './select-quotes.js';

/** A quote that may answer, and how likely it does. */
export interface JudgedQuote {
  readonly quote: Quote;
  /** What the confidence was worked out from. */
  readonly evidence: Evidence | ReadingEvidence;
  /** Probability, 0..1, that the quote answers. */
  readonly confidence: number;
  /** Share, by weight, of the question's words that the first quote has around it and this one has not; 0 where nothing was read. */
  readonly lacking: number;
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
/** Below this cosine of the best sentence a text that lacks a name of the question is about something else. */
const strangeCosine = 0.4;
/** How sure it is at least that a decision, or what somebody says, answers which has all that a question for it speaks of. */
const meantConfidence = 0.6;
/** How sure it is that an abbreviation stands for words whose initials it is, which the reader hardly sees; for any others it is near at best. */
const spelledOutConfidence = 0.6;

/** A further quote answers, too, with this share of the first one's confidence and if it lacks less of what that has of the question. */
const alsoAnswers = { minShare: 0.5, maxLacking: 0.34 } as const;

/** Whether a quote answers as well as the first one does, and says something else: what only looks like an answer is no more than near. */
export function answersToo(first: JudgedQuote, other: JudgedQuote, { threshold, lane }: AnsweringOptions): boolean {
  return (
    other.confidence >= Math.max(threshold, alsoAnswers.minShare * first.confidence) &&
    other.lacking < alsoAnswers.maxLacking &&
    addsTo(first.quote, other.quote, lane)
  );
}

interface AnsweringOptions {
  /** Confidence from which on a question is answered, 0..1. */
  readonly threshold: number;
  readonly lane: Lane | null;
}

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
      lacking: 0,
    };
  });
  return { quotes, threshold: answerThreshold, retrieved: quotes[0]?.evidence ?? gatherEvidence(ranking, [], index) };
}

/** Judges the quotes of what a reader found in the best places of a ranking. */
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
  const meant = [findDecided(ranking, index), findSaid(ranking, index)];
  const asksOther = createAskingTest(ranking.question);
  // What names nobody of those that are asked about, or whose request is another, is near at best.
  const isOtherwise = ({ window }: Finding, { section, above, exact }: Quote): boolean =>
    asksOther?.([...section, ...above, exact].join('\n')) === true ||
    (retrieved.cosine < strangeCosine &&
      namesIn(index.rows.documentOf(window.firstRow) ?? -1, ranking, index) !== 'all');
  const unseen = read.map(({ finding }) => new Set(unseenConcepts(finding.window, ranking, index)));
  const quotes = read.map(({ quote, finding }, i) => {
    const lacking = shareOf(
      ranking,
      (concept) => unseen[i]?.has(concept) === true && unseen[0]?.has(concept) === false,
    );
    const judge = (own: number): JudgedQuote => ({ quote, evidence, confidence: own, lacking });
    // The first is judged beside all the others; a further one has to answer by itself.
    const beside = i === 0 ? findings : [finding];
    const evidence = gatherReadingEvidence(finding, beside, ranking, index, foundConfidence);
    const confidence = estimateReadConfidence(evidence);
    const isBest = finding.candidate.row === ranking.candidates[0]?.row;
    const isAbove = finding.candidate.isAnsweredAbove && isBest && retrieved.missingWords <= maxMissingWords;
    const isMeant = meant.some((test) => test?.(finding.candidate.row));
    if (isMeant) return judge(Math.max(confidence, meantConfidence));
    if (isAbove) return judge(Math.max(confidence, foundConfidence));
    if (isOtherwise(finding, quote)) return judge(Math.min(confidence, nearConfidence));
    return judge(wantsMeaning ? judgeMeaning(confidence, finding, quote, ranking.question) : confidence);
  });
  return { quotes, threshold: readThreshold, retrieved };
}

/** The share of a question's words, by weight, that a test holds for. */
function shareOf({ question, sentences }: Ranking, test: (concept: Concept) => boolean): number {
  const weights = question.concepts.map((_, i) => sentences.concepts[i]?.weight ?? 0);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const total = sum(weights);
  return total > 0 ? sum(weights.filter((_, i) => question.concepts[i] && test(question.concepts[i]))) / total : 0;
}

function judgeMeaning(confidence: number, { candidate }: Finding, { exact }: Quote, { text }: AskedQuestion): number {
  if (candidate.typeMatch === 1) return Math.max(confidence, spelledOutConfidence);
  return mayExpand(exact, text) === false ? Math.min(confidence, nearConfidence) : confidence;
}
