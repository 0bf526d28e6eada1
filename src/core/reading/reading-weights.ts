/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0.886,
  margin: 0.999,
  answers: 1.651,
  bestMargin: 0.031,
  bestAnswers: 0.983,
  nextMargin: 0.296,
  rank: -2.053,
  unfound: -2.627,
  missingNames: -0.248,
  missingKind: 0,
  length: 0,
  echo: 0,
};
export const readThreshold = 0.3;
export const relatedThreshold = 0.15;
