/** The outcome of one check. */
export interface Finding {
  /** What was looked at, in one or two words. */
  readonly check: string;
  readonly status: 'ok' | 'warning' | 'failure' | 'skipped';
  /** What was found. */
  readonly detail: string;
  /** What to do; null where there is nothing to do. */
  readonly advice: string | null;
}

export function pass(check: string, detail: string): Finding {
  return { check, status: 'ok', detail, advice: null };
}

export function warn(check: string, detail: string, advice: string): Finding {
  return { check, status: 'warning', detail, advice };
}

export function fail(check: string, detail: string, advice: string): Finding {
  return { check, status: 'failure', detail, advice };
}

export function skip(check: string, detail: string): Finding {
  return { check, status: 'skipped', detail, advice: null };
}

/** An expected failure as a finding: its message says first what is wrong, and then what to do. */
export function failWith(check: string, error: unknown): Finding {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const parts = /^(.*?)\. (?=[A-Z"])(.+)$/.exec(message) ?? /^(.*?): (?=[a-z])(.+)$/.exec(message);
  const [, detail = message, advice = 'try again'] = parts ?? [];
  return fail(check, detail, `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`);
}
