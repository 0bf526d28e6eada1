/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: -0.687,
  margin: 0.938,
  answers: 1.064,
  bestMargin: 0.524,
  bestAnswers: 0.741,
  nextMargin: 0.221,
  rank: -0.994,
  unfound: -2,
  missingNames: -0.542,
  missingKind: -0.415,
  length: 0,
  echo: -0.053,
};
export const readThreshold = 0.65;
export const relatedThreshold = 0.15;
