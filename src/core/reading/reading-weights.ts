/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0.492,
  margin: 0.369,
  answers: 1.34,
  bestMargin: 0,
  bestAnswers: 0.636,
  aloneMargin: 0.73,
  aloneAnswers: 1.396,
  rank: -1.915,
  unfound: -2.443,
  missingNames: -1.105,
  detail: 0.91,
};
export const readThreshold = 0.27;
export const structuredThreshold = 0.22;
export const relatedThreshold = 0.18;
