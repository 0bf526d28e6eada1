/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const readingWeights = {
  bias: 0,
  margin: 1,
  answers: 1,
  bestMargin: 0.5,
  bestAnswers: 0.5,
  nextMargin: 0.2,
  rank: -1,
  retrieval: 0,
  cosine: 0,
  coverage: 0,
  missingNames: -0.3,
  missingKind: -0.3,
  length: 0.3,
  echo: -0.3,
};
export const readThreshold = 0.5;
export const relatedThreshold = 0.15;
