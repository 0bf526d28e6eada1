import { fingerprint } from '../text/fingerprint.js';
import type { SourceDocument } from '../text/document.js';
import type { Span } from '../text/span.js';

/**
 * A short name for the words at a place of a document, the same wherever text is put in around them: the document's id,
 * the fingerprint of the words, and the how-manieth time, from 0, that they stand in it.
 */
export function quoteKey({ id, text }: Pick<SourceDocument, 'id' | 'text'>, { start, end }: Span): string {
  const words = text.slice(start, end);
  let times = 0;
  for (let at = text.indexOf(words); at >= 0 && at < start; at = text.indexOf(words, at + 1)) times++;
  return `${id}.${fingerprint(words)}.${times.toString(36)}`;
}
