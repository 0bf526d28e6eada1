import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../adapters/corpus/corpus-folder.js';
import { findFingerprint, fingerprint } from '../../core/text/fingerprint.js';
import type { Span } from '../../core/text/span.js';

/** How a quote stands in its source file now. */
export type Verification =
  | { readonly kind: 'identical' }
  /** The same words, but at another place of the file. */
  | { readonly kind: 'moved'; readonly start: number }
  | { readonly kind: 'changed' }
  | { readonly kind: 'removed' };

/** Reads the source file anew and looks for the quote in it. `mark` is the fingerprint of the quote's text. */
export async function verifyQuote(corpusDir: string, file: string, span: Span, mark: string): Promise<Verification> {
  const bytes = await readFile(path.join(corpusDir, file)).catch(() => null);
  const text = bytes && decodeText({ path: file, bytes }, () => undefined);
  if (text === null) return { kind: 'removed' };
  if (fingerprint(text.slice(span.start, span.end)) === mark) return { kind: 'identical' };
  const start = findFingerprint(text, span.end - span.start, mark, span.start);
  return start === null ? { kind: 'changed' } : { kind: 'moved', start };
}

/** When a file of the corpus was last written, in milliseconds since 1970; null for one that is gone. */
export async function readChangedAt(corpusDir: string, file: string): Promise<number | null> {
  const found = await stat(path.join(corpusDir, file)).catch(() => null);
  return found && Math.round(found.mtimeMs);
}
