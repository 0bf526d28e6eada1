export const summaryDefaults = { topic: null, documentId: null, quotes: 6 };
export const maxSummaryQuotes = 12;
//# sourceMappingURL=summary-options.js.map