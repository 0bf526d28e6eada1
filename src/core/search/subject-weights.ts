/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const subjectWeights = {
  bias: -6,
  score: 6,
  nearness: 8,
  document: 4,
};
