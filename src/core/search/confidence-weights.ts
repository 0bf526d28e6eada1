/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.713,
  cosine: 2.904,
  coverage: 0.55,
  document: 1.018,
  missingNames: -2.313,
  missingKind: -2.593,
  foundKind: 0.028,
  missingWords: -1.045,
};
