/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.848,
  cosine: 3.059,
  coverage: 0.598,
  document: 1.161,
  missingNames: -1.681,
  missingKind: -2.545,
  foundKind: 0.117,
  missingWords: -1.055,
};
