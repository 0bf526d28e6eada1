/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.71,
  cosine: 2.905,
  coverage: 0.568,
  document: 1.002,
  missingNames: -2.314,
  missingKind: -2.602,
  foundKind: 0.023,
  missingWords: -1.048,
};
