/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.896,
  cosine: 3.32,
  coverage: 0.761,
  document: 0.402,
  missingNames: -1.676,
  missingKind: -3.06,
  foundKind: 0.246,
  missingWords: -1.275,
};
