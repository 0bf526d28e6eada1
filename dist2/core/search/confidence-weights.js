/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */
export const confidenceWeights = {
    bias: -1.03,
    cosine: 2.888,
    coverage: 1.313,
    document: 0.819,
    missingNames: -1.669,
    missingKind: -2.719,
    foundKind: 0.401,
    missingWords: -1.379,
};
//# sourceMappingURL=confidence-weights.js.map