/** An expected failure. The message is one line for the user: what, where, what was expected, what to do. */
export class VerbatimError extends Error {
    code;
    name = 'VerbatimError';
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
//# sourceMappingURL=errors.js.map