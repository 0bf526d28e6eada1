/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
  bias: -0.814,
  cosine: 3.007,
  coverage: 0.493,
  document: 1.311,
  missingNames: -1.602,
  missingKind: -2.516,
  foundKind: 0.095,
  missingWords: -1.077,
};
