/** Closed list of what can be wrong in a way that the person at the keyboard can do something about. */
export type ErrorCode =
  | 'bad-usage'
  | 'bad-settings'
  | 'bad-input'
  | 'corpus-missing'
  | 'index-foreign'
  | 'index-newer'
  | 'index-damaged'
  | 'index-write'
  | 'indexing-failed'
  | 'model-missing'
  | 'model-failed'
  | 'store-failed'
  | 'store-newer'
  | 'check-failed';

/** An expected failure. The message is one line for the user: what, where, what was expected, what to do. */
export class VerbatimError extends Error {
  override readonly name = 'VerbatimError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
