import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const lifeMs = 30 * 86_400_000;

/**
 * Proves by cookies that somebody has given the token, without keeping anything: a session is a random name, the time of its end, and
 * a keyed digest of both. Another token ends all of them.
 */
export class Sessions {
  /** Null for a server without a token, which trusts nobody. */
  constructor(
    private readonly token: string | null,
    private readonly now: () => number = Date.now,
  ) {}

  /** How long a session lasts, in seconds. */
  readonly lifeSeconds = lifeMs / 1_000;

  get canOpen(): boolean {
    return this.token !== null;
  }

  /** Whether this is the token; takes as long for one that is nearly right. */
  isToken(given: string): boolean {
    return this.token !== null && isSame(given, this.token);
  }

  open(): string {
    const name = `${randomBytes(16).toString('base64url')}.${this.now() + lifeMs}`;
    return `${name}.${this.sign('session', name)}`;
  }

  isValid(session: string): boolean {
    const [random = '', end = '', signature = ''] = session.split('.');
    return (
      this.token !== null && isSame(signature, this.sign('session', `${random}.${end}`)) && Number(end) > this.now()
    );
  }

  /** What each form of a session carries, so that no other site can send one in its name. */
  formToken(session: string): string {
    return this.sign('form', session);
  }

  isFormToken(session: string, given: string): boolean {
    return isSame(given, this.formToken(session));
  }

  private sign(purpose: 'session' | 'form', text: string): string {
    return createHmac('sha256', this.token ?? '')
      .update(`${purpose} ${text}`)
      .digest('base64url');
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
