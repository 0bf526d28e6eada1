export {};
//# sourceMappingURL=miss-store.js.map