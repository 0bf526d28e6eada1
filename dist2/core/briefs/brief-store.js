/** What is shown of a brief that another one has replaced; stands in place of a digest of its marks. */
export const replacedDigest = 'replaced';
//# sourceMappingURL=brief-store.js.map