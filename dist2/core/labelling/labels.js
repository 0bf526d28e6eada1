/** The three lanes. `reported` means stated as fact by the author, never "true" or "verified". */
export const lanes = ['reported', 'attributed', 'opinion'];
//# sourceMappingURL=labels.js.map