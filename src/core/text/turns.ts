import type { DraftBlock } from './document.js';
import { createMailReader, endsTurn, isQuotation } from './mail-turns.js';
import type { Opening } from './conversation.js';
import { trimSpan, type Span } from './span.js';
import type { Turn } from './units.js';

/** "Decision: new cylinder", "Motion 1 (Femi):", "It was agreed to wait": what minutes record of all, after somebody spoke. */
const records =
  /^[\s*_-]*(?:(?:it was |the \p{L}+ )?(?:agreed|resolved|decided|carried|adjourned)\b|(?:note|nb|motion|amendment|proposal|resolution|decision|action|vote|outcome)\b(?: \d+)?(?: by \p{Lu}\p{L}+|[^:.\n]{0,50}:))/iu;

/** What each opening's speaker says: over paragraphs, to the next opening or the next heading; in a mail, its quoted lines. */
export function findTurns(visible: string, blocks: readonly DraftBlock[], openings: readonly Opening[]): Turn[] {
  const turns: Turn[] = [];
  const readMail = createMailReader(visible, blocks);
  let at = 0;
  let writer: Span | null = null; // of the mail that is gone on with below what it quotes
  for (const [i, { textStart, speaker, isRemark, until }] of openings.entries()) {
    const isHead = /^\s*from:/i.test(visible.slice(visible.lastIndexOf('\n', speaker.start - 1) + 1, speaker.start));
    if (isHead) writer = speaker;
    const limit = Math.min(until ?? Infinity, openings[i + 1]?.start ?? visible.length);
    while ((blocks[at]?.start ?? Infinity) < textStart) at++;
    const first = blocks[at];
    if (!first || first.start >= limit) continue;
    if (isHead) {
      turns.push(...readMail(at, limit, speaker));
      continue;
    }
    const isMail = /\bwrote:$/i.test(visible.slice(speaker.end, textStart).trim()) || isQuotation(first);
    let last = first;
    let end = at;
    for (let next = at + 1; next < blocks.length && isRemark !== true; next++) {
      const block = blocks[next];
      if (!block || block.start >= limit || endsTurn(block)) break;
      if (!isMail && records.test(visible.slice(block.start, Math.min(block.end, block.start + 80)))) break;
      if (isMail && isQuotation(first) && !isQuotation(block)) break;
      last = block;
      end = next;
    }
    const { start } = trimSpan(visible, { start: textStart, end: first.end });
    turns.push({ start: Math.min(first.start, start), end: (last.outer ?? last).end, speaker });
    if (writer && isMail) turns.push(...readMail(end + 1, limit, writer));
  }
  return turns;
}
