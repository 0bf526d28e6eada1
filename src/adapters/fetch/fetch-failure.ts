/** Why something could not be fetched, for whoever words it in another language. */
export type FetchProblem =
  /** The address is none of http or https, carries a name and a password, or has a port that is no web server's. */
  | 'address'
  /** The address leads into a private network. */
  | 'private'
  /** Nobody answers there, there is no such host, or the answer breaks off. */
  | 'unreachable'
  /** The server answers with a refusal, such as "404 Not Found"; see the reason. */
  | 'status'
  | 'redirects'
  /** Its robots.txt forbids it, or could not be had now. */
  | 'robots'
  | 'too-large'
  | 'too-slow'
  /** Neither a text nor a file of a format that is read. */
  | 'type';

/** An expected failure; `reason` is one line in English, as the end of a sentence, and names no address that a name was resolved to. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';

  constructor(
    readonly problem: FetchProblem,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
