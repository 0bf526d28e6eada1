import type { DraftBlock } from './document.js';
import { runInLevel } from './shape-blocks.js';
import type { Opening } from './conversation.js';
import { trimSpan, type Span } from './span.js';
import type { Turn } from './units.js';

/** "Decision: new cylinder", "Motion 1 (Femi):", "It was agreed to wait": what minutes record of all, after somebody spoke. */
const records =
  /^[\s*_-]*(?:(?:it was |the \p{L}+ )?(?:agreed|resolved|decided|carried|adjourned)\b|(?:note|nb|motion|amendment|proposal|resolution|decision|action|vote|outcome)\b(?: \d+)?(?: by \p{Lu}\p{L}+|[^:.\n]{0,50}:))/iu;

/** What each opening's speaker says: over paragraphs, to the next opening or the next heading; in a mail, its quoted lines. */
export function findTurns(visible: string, blocks: readonly DraftBlock[], openings: readonly Opening[]): Turn[] {
  const turns: Turn[] = [];
  let at = 0;
  let writer: Span | null = null; // of the mail that is gone on with below what it quotes
  for (const [i, { textStart, speaker, isRemark, until }] of openings.entries()) {
    const isHead = /^\s*from:/i.test(visible.slice(visible.lastIndexOf('\n', speaker.start - 1) + 1, speaker.start));
    if (isHead) writer = speaker;
    const limit = Math.min(until ?? Infinity, openings[i + 1]?.start ?? visible.length);
    while ((blocks[at]?.start ?? Infinity) < textStart) at++;
    const first = blocks[at];
    if (!first || first.start >= limit) continue;
    const isMail =
      !isHead && (/\bwrote:$/i.test(visible.slice(speaker.end, textStart).trim()) || first.kind === 'quotation');
    let last = first;
    let end = at;
    for (let next = at + 1; next < blocks.length && isRemark !== true; next++) {
      const block = blocks[next];
      if (!block || block.start >= limit || (block.kind === 'heading' && (block.level ?? 0) < runInLevel)) break;
      if (block.isSetOff === true || block.broken) break; // the interviewer's, or parted from it
      if (!isMail && !isHead && records.test(visible.slice(block.start, Math.min(block.end, block.start + 80)))) break;
      if (isMail && first.kind === 'quotation' && block.kind !== 'quotation') break;
      last = block;
      end = next;
    }
    const { start } = trimSpan(visible, { start: textStart, end: first.end });
    turns.push({ start: Math.min(first.start, start), end: (last.outer ?? last).end, speaker });
    if (writer && isMail) turns.push(...goOn(blocks, end + 1, limit, writer));
  }
  return turns;
}

/** What the writer of a mail says below what he quotes. */
function goOn(blocks: readonly DraftBlock[], first: number, limit: number, speaker: Span): Turn[] {
  let next = first;
  while (blocks[next]?.kind === 'quotation') next++;
  const start = blocks[next];
  let end = start;
  for (; (blocks[next]?.start ?? limit) < limit; next++) end = blocks[next];
  return start && end && start.start < limit ? [{ start: start.start, end: (end.outer ?? end).end, speaker }] : [];
}
