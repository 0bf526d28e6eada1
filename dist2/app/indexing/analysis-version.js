/** Raised by hand whenever sentences, terms or passages would come out differently. */
export const analysisVersion = 3;
//# sourceMappingURL=analysis-version.js.map