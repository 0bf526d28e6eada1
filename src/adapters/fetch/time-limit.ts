import { FetchFailure } from './fetch-failure.js';

/** How long some work may still take. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** By the clock; later ends as `late` says. */
  readonly untilMs: number;
  readonly late: () => FetchFailure;
  readonly clear: () => void;
}

/** Ends with what was given, or after a time. */
export function limitTime(ms: number, outer?: AbortSignal): TimeLimit {
  const ending = new AbortController();
  const late = (): FetchFailure => new FetchFailure('too-slow', `it takes longer than ${ms / 1_000} s`);
  const timer = setTimeout(() => {
    ending.abort(late());
  }, ms);
  return {
    signal: outer ? AbortSignal.any([ending.signal, outer]) : ending.signal,
    untilMs: Date.now() + ms,
    late,
    clear() {
      clearTimeout(timer);
    },
  };
}
