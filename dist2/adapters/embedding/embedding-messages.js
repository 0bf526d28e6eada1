export {};
//# sourceMappingURL=embedding-messages.js.map