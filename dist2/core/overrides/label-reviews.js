export {};
//# sourceMappingURL=label-reviews.js.map