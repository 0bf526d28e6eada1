/** Raised by hand whenever sentences, terms or passages would come out differently. */
export const analysisVersion = 4;
