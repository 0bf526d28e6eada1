/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0.871,
  margin: 0.186,
  answers: 1.346,
  bestMargin: 0,
  bestAnswers: 0.873,
  aloneMargin: 0.166,
  aloneAnswers: 1.139,
  rank: -1.182,
  unfound: -1.598,
  strange: -3.879,
  missingNames: -1.121,
  detail: 0.557,
};
export const readThreshold = 0.33;
export const relatedThreshold = 0.15;
