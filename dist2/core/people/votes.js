export {};
//# sourceMappingURL=votes.js.map