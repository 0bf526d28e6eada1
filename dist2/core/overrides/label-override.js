export {};
//# sourceMappingURL=label-override.js.map