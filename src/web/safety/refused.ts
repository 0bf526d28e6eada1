/** Why a request is not served, in one sentence for whoever sent it, and with which status of HTTP. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 421 | 429 | 500 | 503,
    message: string,
    /** When to try again; null where that is no use. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}
