/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.609,
  cosine: 2.001,
  coverage: 1.113,
  document: 0.718,
  missingNames: -1.301,
  missingKind: -2.317,
  foundKind: 0.296,
  missingWords: -1.209,
};
