/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0.412,
  margin: 0.104,
  answers: 1.463,
  bestMargin: 0,
  bestAnswers: 0.555,
  aloneMargin: 0.501,
  aloneAnswers: 1.53,
  rank: -1.805,
  unfound: -1,
  strange: -4,
  missingNames: -0.943,
  detail: 0.893,
};
export const readThreshold = 0.22;
export const structuredThreshold = 0.17;
export const relatedThreshold = 0.15;
