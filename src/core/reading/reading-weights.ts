/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0.719,
  margin: 0.131,
  answers: 1.242,
  bestMargin: 0,
  bestAnswers: 0.627,
  aloneMargin: 0.34,
  aloneAnswers: 1.287,
  rank: -1.348,
  unfound: -1.432,
  strange: -4.144,
  missingNames: -1.211,
  detail: 0.708,
};
export const readThreshold = 0.31;
export const structuredThreshold = 0.29;
export const relatedThreshold = 0.14;
