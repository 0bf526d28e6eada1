/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -1.021,
  cosine: 2.885,
  coverage: 1.308,
  document: 0.819,
  missingNames: -1.67,
  missingKind: -2.718,
  foundKind: 0.402,
  missingWords: -1.392,
};
