import type { Lane } from '../labelling/labels.js';
import type { AskedQuestion } from '../question/read-question.js';
import type { Finding } from '../reading/findings.js';
import type { ReadingEvidence } from '../reading/reading-confidence.js';
import { relatedThreshold } from '../reading/reading-weights.js';
import { findDecisive, lowerByAbsent } from './absent.js';
import { rowsOfDocument } from './rows-of-document.js';
import type { Evidence } from './confidence.js';
import { answersToo, asksForSection, judgeFound, judgeRead, type JudgedQuote } from './judged-quotes.js';
import { listMissing, type Missing } from './missing.js';
import { findNearest, type NearestPlace } from './nearest-places.js';
import type { Quote } from './quote.js';
import { rankSentences, type Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import { contains } from '../text/span.js';
import { findReadAs, suggestSpelling, type SpellingSuggestion } from './suggest-spelling.js';

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
  /** The texts speak of what is asked, but what they say may not answer it: see `related`. */
  'related',
  /** Something answers, but not in the lane that was asked for. */
  'only-other-lane',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface Answer {
  readonly question: string;
  readonly status: 'answered' | 'not-found';
  /** Null when answered. */
  readonly reason: RefusalReason | null;
  /** 0..1 that the first quote answers the question; given for refusals too. */
  readonly confidence: number;
  /** What the confidence was worked out from. */
  readonly evidence: Evidence | ReadingEvidence;
  /** Best first, over all lanes; none for a refusal. */
  readonly quotes: readonly Quote[];
  /** How many of `quotes`, from the first on, answer by themselves and say something else; what follows them may help. */
  readonly shown: number;
  /** How many of `quotes`, from the first on, are at least near to an answer; for those after them nothing speaks that was read. */
  readonly near: number;
  /** For `related`: one or two places where the texts speak of what is asked. */
  readonly related: readonly Quote[];
  /** What the first two of `quotes` say otherwise; null where nothing is known to differ. */
  readonly differing: Differing | null;
  /** What the question speaks of and the material nowhere does; then the kind of answer that is missing. */
  readonly missing: readonly Missing[];
  readonly nearest: readonly NearestPlace[];
  /** How many quotes a filter by lane kept back. */
  readonly hidden: number;
  /** For `only-other-lane`: what there is in the other lanes, shown as such. */
  readonly otherLanes: readonly Quote[];
  /** The question with slips put right by the vocabulary of the texts: what it was read as, or, for a refusal, what may be meant; null where none is. */
  readonly spelling: SpellingSuggestion | null;
}

/** What the first two quotes of an answer say otherwise. */
interface Differing {
  /** The figure of the first quote and that of the second, as they stand there. */
  readonly figures: readonly [string, string];
  /** Whether dates tell that the first is the newer place; else nothing tells which holds. */
  readonly isNewerFirst: boolean;
}

export interface AnswerOptions {
  /** Most quotes, 1 to 5. */
  readonly limit: number;
  /** Quotes of this lane only. */
  readonly lane: Lane | null;
  /** The id of the only document to look in. */
  readonly documentId: string | null;
  /** Confidence from which on a question is answered, 0..1; null for the one that the way of answering was fitted with. */
  readonly threshold: number | null;
}

export const answerDefaults: AnswerOptions = {
  limit: 5,
  lane: null,
  documentId: null,
  threshold: null,
};

/** Below this cosine, and without a word in common, a sentence has nothing to do with a question. */
const relevantCosine = 0.45;
const relevantCoverage = 0.2;
const maxRelated = 2;
const minSharedWords = 2;

/** Answers with quotes from the index, or says why not. `vector` is the question's embedding. */
export function answerQuestion(
  question: AskedQuestion,
  vector: Float32Array,
  index: SearchIndex,
  options: AnswerOptions = answerDefaults,
): Answer {
  return chooseAnswer(
    rankSentences(question, vector, index, rowsOfDocument(index, options.documentId)),
    index,
    options,
  );
}

/**
 * Chooses the quotes that answer out of a ranking of the rows that `rowsOfDocument` gives, or says why there are none.
 * With `findings`, what a reader found in the best places decides; without, the ranking alone.
 */
export function chooseAnswer(
  ranking: Ranking,
  index: SearchIndex,
  options: AnswerOptions,
  findings: readonly Finding[] | null = null,
): Answer {
  const { lane, limit } = options;
  const { question } = ranking;
  const choice =
    findings && !asksForSection(ranking)
      ? judgeRead(findings, ranking, index, options)
      : judgeFound(ranking, index, options);
  const { quotes, retrieved } = choice;
  const threshold = options.threshold ?? choice.threshold;
  const own = question.concepts.length > 0 ? (quotes[0]?.confidence ?? 0) : 0;
  const decisive = findDecisive(question, index);
  const confidence = options.threshold === null ? lowerByAbsent(own, question, decisive, index) : own;
  const nearest = findNearest(ranking, index);
  const base = {
    question: question.text,
    confidence,
    evidence: quotes[0]?.evidence ?? retrieved,
    nearest,
    missing: [],
    related: [],
    hidden: 0,
    otherLanes: [],
    spelling: null,
    differing: null,
  };
  if (confidence < threshold) {
    const reason = findRefusal(question, index, retrieved);
    // Where nothing is about the question's subject, nothing that was read is near it either.
    const isRead =
      findings !== null && own >= relatedThreshold && (reason !== 'nothing-relevant' || retrieved.missingWords < 1);
    const inLane = isRead && lane !== null ? nearInLane(quotes, ranking, index, options) : [];
    const read = inLane.length > 0 ? inLane : quotes.slice(0, maxRelated).filter(isAtLeast(relatedThreshold));
    const near = isRead
      ? read
      : quotes
          .filter(({ quote }) => holdsAllWords(question, retrieved) && holdsBest(quote, ranking, index))
          .slice(0, 1);
    const related = quotesOf(near);
    const shown = related.length > 0 ? related.map(({ exact }) => exact) : nearest.map(({ text }) => text);
    const missing = listMissing(ranking, retrieved, index, shown, decisive);
    const spelling = suggestSpelling(question, index);
    const refused = { ...base, status: 'not-found', quotes: [], shown: 0, near: 0, missing, spelling } as const;
    return related.length > 0 ? { ...refused, reason: 'related', related } : { ...refused, reason };
  }
  const spelling = findReadAs(question, quotesOf(quotes.slice(0, 1)), index);
  const answered = { ...base, status: 'answered', reason: null, spelling } as const;
  // Without reading the ranking's further quotes are all taken to answer; those of a lane are judged by themselves.
  const [first] = quotes;
  const isAnswer =
    lane === null && first ? (each: JudgedQuote) => answersToo(first, each, { threshold, lane }) : isAtLeast(threshold);
  const answering = findings ? quotes.filter((each, i) => i === 0 || isAnswer(each)) : quotes;
  if (lane === null) {
    const rest = quotes.filter((each) => !answering.includes(each));
    const isNear = isAtLeast(findings ? relatedThreshold : 0);
    const hasAllWords = holdsAllWords(question, retrieved);
    const near = rest.filter((each) => isNear(each) || (hasAllWords && holdsBest(each.quote, ranking, index)));
    const inOrder = [...answering, ...near, ...rest.filter((each) => !near.includes(each))];
    return {
      ...answered,
      quotes: quotesOf(inOrder).slice(0, limit),
      shown: Math.min(answering.length, limit),
      near: Math.min(answering.length + near.length, limit),
    };
  }
  const inLane = answering.filter(({ quote }) => quote.label === lane);
  const others = quotesOf(answering).filter(({ label }) => label !== lane);
  const hidden = others.length;
  // What answers best may stand in another lane: the first of this one has to answer by itself.
  const [best] = inLane;
  if (best && best.confidence >= threshold) {
    const inOrder = quotesOf(inLane).slice(0, limit);
    return {
      ...answered,
      confidence: best.confidence,
      quotes: inOrder,
      shown: inOrder.length,
      near: inOrder.length,
      hidden,
    };
  }
  const refused = { ...base, status: 'not-found', quotes: [], shown: 0, near: 0, hidden } as const;
  const related = quotesOf(findings ? nearInLane(quotes, ranking, index, options) : []);
  if (related.length > 0) return { ...refused, reason: 'related', related };
  return { ...refused, reason: 'only-other-lane', otherLanes: others.slice(0, limit) };
}

/** Quotes of the lane that is asked for which may answer by what was read, else by the ranking alone; the best few. */
function nearInLane(
  read: readonly JudgedQuote[],
  ranking: Ranking,
  index: SearchIndex,
  options: AnswerOptions,
): JudgedQuote[] {
  const isWanted = ({ quote }: JudgedQuote): boolean => quote.label === options.lane;
  const near = read.filter(isWanted).filter(isAtLeast(relatedThreshold));
  if (near.length > 0) return near.slice(0, maxRelated);
  const { quotes, threshold } = judgeFound(ranking, index, options);
  return quotes.filter(isWanted).filter(isAtLeast(threshold)).slice(0, maxRelated);
}

/** Whether the best sentence has every word of a question that has several, but for names: it is near, whatever it answers. */
function holdsAllWords({ concepts }: AskedQuestion, { missingWords }: Evidence): boolean {
  return missingWords === 0 && concepts.filter(({ name }) => name === null).length >= minSharedWords;
}

function holdsBest({ document, start, end }: Quote, { candidates }: Ranking, index: SearchIndex): boolean {
  const best = candidates[0] && index.locate(candidates[0].row);
  return best?.document.id === document.id && contains({ start, end }, best.span);
}

function isAtLeast(threshold: number): (quote: JudgedQuote) => boolean {
  return ({ confidence }) => confidence >= threshold;
}

function quotesOf(judged: readonly JudgedQuote[]): Quote[] {
  return judged.map(({ quote }) => quote);
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
