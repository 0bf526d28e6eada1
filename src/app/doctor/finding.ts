import { stateProblem, VerbatimError } from '../../core/errors.js';

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

/** A failure as a finding. */
export function failWith(check: string, error: unknown): Finding {
  const fields = error instanceof VerbatimError ? error.fields : { problem: messageOf(error) };
  const { advice = 'Try again' } = fields;
  return fail(check, stateProblem(fields), `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`);
}

/** What an error says, in short: the system's code where it has one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
