export {};
//# sourceMappingURL=sentence.js.map