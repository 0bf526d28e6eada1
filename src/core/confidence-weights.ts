/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.638,
  cosine: 1.849,
  coverage: 1.211,
  document: 0.794,
  missingNames: -1.302,
  missingKind: -2.296,
  foundKind: 0.333,
  missingWords: -1.241,
};
