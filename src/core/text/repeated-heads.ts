import type { DraftBlock } from './document.js';
import { linesIn, type Span } from './span.js';

/** From so many lines on that repeat headings they are a table of contents, not a chance. */
const minEntries = 3;
/** A longer line is no entry of a table of contents, in UTF-16 units. */
const maxEntryLength = 160;

/**
 * The lines of a text that only repeat the words of a heading or a question below them, as a table of contents does; runs of them as
 * one span, in text order.
 */
export function findRepeatedHeads(visible: string, blocks: readonly DraftBlock[]): Span[] {
  const heads = new Map<string, number>();
  for (const { kind, start, end } of blocks) {
    if (kind === 'heading' || kind === 'question') heads.set(entryOf(visible.slice(start, end)), start);
  }
  heads.delete('');
  if (heads.size < minEntries) return [];
  const entries: Span[] = [];
  let count = 0;
  for (const block of blocks) {
    // Headings come again, like "Fixed" in a list of changes.
    if (block.kind === 'heading' || block.kind === 'code') continue;
    for (const line of linesIn(visible, block)) {
      const isShort = line.end - line.start <= maxEntryLength;
      if (!isShort || (heads.get(entryOf(visible.slice(line.start, line.end))) ?? -1) <= line.start) continue;
      count++;
      const last = entries.at(-1);
      const isNext = last && visible.slice(last.end, line.start).trim() === '';
      if (isNext) entries[entries.length - 1] = { start: last.start, end: line.end };
      else entries.push(line);
    }
  }
  return count >= minEntries ? entries : [];
}

/** What an entry and its heading have in common: no number before, no number of a page after, no marks, no capitals. */
export function entryOf(line: string): string {
  return line
    .toLowerCase()
    .replace(/^[\s|*•·-]*(?:(?:chapter|part|section|§)\s*)?(?:[\divx]+(?:\.\d+)*[.):]?\s+)?/u, '')
    .replace(/[\s.·…|]*\d*[\s|]*$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
