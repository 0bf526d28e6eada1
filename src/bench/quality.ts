import type { Answer } from '../core/search/answer.js';

/** A question with its answer: strings of which one must stand in the quote; no document where there is no answer. */
export interface GradedQuestion {
  readonly id: string;
  readonly question: string;
  readonly document: string | null;
  readonly answers: readonly string[];
}

export interface Quality {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Shares of the answerable questions. */
  readonly documentFirst: number;
  readonly answerInFirst: number;
  readonly answerInThree: number;
  readonly falseRefusals: number;
  /** Share of the unanswerable questions that were answered. */
  readonly falseAnswers: number;
  /** Mean length of the first quote. */
  readonly wordsInFirst: number;
  /** Probability that an answerable question has a higher confidence than an unanswerable one; ties count half. */
  readonly auroc: number;
}

/** Grades answers, given in the order of the questions. */
export function gradeAnswers(questions: readonly GradedQuestion[], answers: readonly Answer[]): Quality {
  const counts = {
    answerable: 0,
    documentFirst: 0,
    answerInFirst: 0,
    answerInThree: 0,
    refused: 0,
    wrong: 0,
    words: 0,
  };
  const positive: number[] = [];
  const negative: number[] = [];
  for (const [i, { document, answers: expected }] of questions.entries()) {
    const { quotes, confidence } = answers[i] ?? { quotes: [], confidence: 0 };
    (document === null ? negative : positive).push(confidence);
    if (document === null) {
      if (quotes.length > 0) counts.wrong++;
      continue;
    }
    counts.answerable++;
    const [first] = quotes;
    if (!first) {
      counts.refused++;
      continue;
    }
    const isRight = (place: { document: { path: string } }): boolean =>
      place.document.path.split('/').at(-1) === document;
    const holds = quotes.map(
      (quote) =>
        (isRight(quote) || quote.alsoIn.some(isRight)) && expected.some((answer) => quote.exact.includes(answer)),
    );
    if (isRight(first) || first.alsoIn.some(isRight)) counts.documentFirst++;
    if (holds[0]) counts.answerInFirst++;
    if (holds.slice(0, 3).includes(true)) counts.answerInThree++;
    counts.words += first.exact.split(/\s+/).length;
  }
  const share = (count: number, of: number): number => (of > 0 ? count / of : 0);
  return {
    answerable: counts.answerable,
    unanswerable: negative.length,
    documentFirst: share(counts.documentFirst, counts.answerable),
    answerInFirst: share(counts.answerInFirst, counts.answerable),
    answerInThree: share(counts.answerInThree, counts.answerable),
    falseRefusals: share(counts.refused, counts.answerable),
    falseAnswers: share(counts.wrong, negative.length),
    wordsInFirst: share(counts.words, counts.answerable - counts.refused),
    auroc: areaUnderCurve(positive, negative),
  };
}

function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number {
  let wins = 0;
  for (const high of positive) for (const low of negative) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return positive.length * negative.length > 0 ? wins / (positive.length * negative.length) : 0;
}
