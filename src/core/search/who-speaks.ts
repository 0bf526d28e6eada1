import { readWords } from '../text/document.js';
import { partsOfName } from '../text/name-parts.js';
import type { SearchIndex } from './search-index.js';

/** What whoever speaks in a row is called, in small letters: the words of the name and the parts of a nick. */
export function speakerNames(row: number, index: SearchIndex): string[] {
  const speaker = index.speakerOf(row);
  return speaker ? readWords(index.locate(row).document, speaker).split(/\s+/).flatMap(partsOfName) : [];
}

/** Whether a row is what the author of its text says, and that is whom a question asks for: no other source speaks in it. */
export function isByAuthor(row: number, askedSource: readonly string[], index: SearchIndex): boolean {
  if (askedSource.length === 0 || index.speakerOf(row) !== null) return false;
  const { document, span } = index.locate(row);
  const names = (document.metadata.author ?? '').split(/\s+/).flatMap(partsOfName);
  return span.label.sources.length === 0 && names.some((name) => askedSource.includes(name));
}
