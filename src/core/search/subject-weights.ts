/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const subjectWeights = {
  bias: -9.092,
  score: 5.528,
  nearness: 12.475,
  document: 9.327,
};
