/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0.26,
  margin: 1.01,
  answers: 1.59,
  bestMargin: 0.2,
  bestAnswers: 1.01,
  rank: -1.97,
  unfound: -2.6,
  missingNames: -0.23,
  detail: 0.93,
};
export const readThreshold = 0.3;
export const relatedThreshold = 0.15;
