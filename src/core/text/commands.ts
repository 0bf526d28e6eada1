import { sliceOf } from './line-wrapping.js';
import type { Span } from './span.js';

/** Whether lines are what to type, as the line above says: `$ make`, `/join #harbour`. */
export function isCommands(text: string, lines: readonly Span[], before: readonly Span[] | undefined): boolean {
  const above = before?.at(-1);
  if (!above || !/[:：]$/u.test(sliceOf(text, above))) return false;
  return lines.every((line) => /^(?:\/\p{L}|[$%]\s+\S)/u.test(sliceOf(text, line)));
}
