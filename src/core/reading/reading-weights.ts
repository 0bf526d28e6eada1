/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0.236,
  margin: 0.953,
  answers: 1.684,
  bestMargin: 0.217,
  bestAnswers: 0.943,
  aloneMargin: 0,
  aloneAnswers: 0,
  rank: -2.256,
  unfound: -2.724,
  missingNames: -0.259,
  detail: 0.961,
};
export const readThreshold = 0.34;
export const structuredThreshold = 0.26;
export const relatedThreshold = 0.16;
