/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.819,
  cosine: 3.033,
  coverage: 0.667,
  document: 1.255,
  missingNames: -1.642,
  missingKind: -2.386,
  foundKind: 0.061,
  missingWords: -1.127,
};
