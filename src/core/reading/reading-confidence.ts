import { shareOfMissingNames } from '../search/confidence.js';
import { isInName } from '../search/document-names.js';
import type { Ranking } from '../search/ranking.js';
import type { SearchIndex } from '../search/search-index.js';
import { estimateSubject, type SubjectEvidence } from '../search/subject.js';
import { noMargin, squeezeLogit, type Finding } from './findings.js';
import { readingWeights } from './reading-weights.js';
import { isInWindow, maxRank, unseenConcepts } from './windows.js';

/**
 * What the confidence is made of once the texts were read. Logits are squeezed to -1..1 by tanh(x / 6), all else lies in 0..1; what tells of
 * the subject counts as `strange` alone.
 */
export interface ReadingEvidence extends SubjectEvidence {
  /** How much better the marked words do than none. */
  readonly margin: number;
  /** How sure the reader is that their window answers. */
  readonly answers: number;
  /** The best margin of all windows. */
  readonly bestMargin: number;
  readonly bestAnswers: number;
  /** The same of the quote's sentences without their neighbours; as in their window where they were not read alone. */
  readonly aloneMargin: number;
  readonly aloneAnswers: number;
  /** How far down the ranking their window was proposed: 0 by the best sentence. */
  readonly rank: number;
  /** How far the ranking alone falls short of what makes it likely that the texts are about the question at all. */
  readonly unfound: number;
  /** How surely the texts are not about what is asked, see `estimateSubject`; 0 where that is not clear. */
  readonly strange: number;
  /** Share of the names and numbers in the question that do not stand in the window or above it. */
  readonly missingNames: number;
  /** How much the question says: its concepts, as a share of eight; a long question that reads as answered hardly is by chance. */
  readonly detail: number;
}

const fullDetail = 8;
/** From this confidence of the ranking alone on, the texts are taken to be about the question. */
const plausibleConfidence = 0.4;

/** Probability, 0..1, that a finding answers the question. */
export function estimateReadConfidence(evidence: ReadingEvidence): number {
  let logit: number = readingWeights.bias;
  for (const [name, weight] of Object.entries(readingWeights))
    if (name !== 'bias') logit += weight * evidence[name as keyof ReadingEvidence];
  return 1 / (1 + Math.exp(-logit));
}

/** Gathers what speaks for one of the findings; `foundConfidence` is what the ranking alone makes of its best quote. */
export function gatherReadingEvidence(
  finding: Finding,
  findings: readonly Finding[],
  ranking: Ranking,
  index: SearchIndex,
  foundConfidence: number,
): ReadingEvidence {
  const { window, margin, answers } = finding;
  const { question } = ranking;
  const best = (values: readonly number[]): number => squeezeLogit(Math.max(noMargin, ...values));
  const number = index.rows.documentOf(window.firstRow) ?? -1;
  const absent = unseenConcepts(window, ranking, index).filter((concept) => !isInName(concept, number, index));
  const cosines = ranking.candidates.filter(({ row }) => isInWindow(window, row)).map(({ cosine }) => cosine);
  const subject = {
    score: ranking.candidates[0]?.score ?? 0,
    nearness: Math.max(0, ...cosines),
    document: ranking.documents.totals[number] ?? 0,
  };
  return {
    ...subject,
    margin: squeezeLogit(margin),
    answers: squeezeLogit(answers),
    bestMargin: best(findings.map((each) => each.margin)),
    bestAnswers: best(findings.map((each) => each.answers)),
    aloneMargin: squeezeLogit(finding.alone?.margin ?? margin),
    aloneAnswers: squeezeLogit(finding.alone?.answers ?? answers),
    rank: Math.log1p(Math.min(window.rank, maxRank)) / Math.log1p(maxRank),
    unfound: Math.max(0, 1 - foundConfidence / plausibleConfidence),
    strange: estimateStrangeness(estimateSubject(subject)),
    missingNames: shareOfMissingNames(question, (_, concept) => (absent.includes(concept) ? 0 : 1)),
    detail: Math.min(question.concepts.length, fullDetail) / fullDetail,
  };
}

/** Texts are taken to be about something else where the odds of that are at least e to this. */
const clearlyStrange = 1;

/** How surely texts are not about what is asked, 0..1, by the logit of their being so. */
export function estimateStrangeness(subjectLogit: number): number {
  return squeezeLogit(Math.max(0, -subjectLogit - clearlyStrange));
}
