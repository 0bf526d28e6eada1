import type { DraftBlock } from './document.js';
import { runInLevel } from './shape-blocks.js';
import type { Span } from './span.js';
import type { Turn } from './units.js';

/** Fewer words may be anybody's. */
const minQuotedWords = 3;
/** Whose words a mail quotes is looked for in so many turns before it. */
const maxTurnsBack = 200;

/**
 * Reads what the writer of a mail says, from block `first` up to `limit`: above, between and below what he quotes. Words quoted
 * without a name are of whoever has said them before in the thread; if nobody has, they are nobody's turn.
 */
export type MailReader = (first: number, limit: number, writer: Span) => Turn[];

/** Call it for the mails of a document in their order; it keeps what was said. */
export function createMailReader(visible: string, blocks: readonly DraftBlock[]): MailReader {
  const said: { readonly speaker: Span; readonly words: string }[] = [];
  const wordsOf = ({ start, end }: Span): string => visible.slice(start, end).replace(/\s+/g, ' ').trim();
  const findSpeaker = (quoted: Span): Span | null => {
    const words = wordsOf(quoted);
    if (words.split(' ').length < minQuotedWords) return null;
    return said.slice(-maxTurnsBack).findLast((one) => one.words.includes(words))?.speaker ?? null;
  };
  return (first, limit, writer) => {
    const turns: Turn[] = [];
    let isOpen = false;
    for (let next = first; (blocks[next]?.start ?? limit) < limit; next++) {
      const block = blocks[next];
      if (!block || (next > first && endsTurn(block))) break;
      const { start, end } = block.outer ?? block;
      const isOwn = !isQuotation(block);
      const speaker = isOwn ? writer : findSpeaker(block);
      if (speaker) turns.push({ start: isOwn && isOpen ? (turns.pop()?.start ?? start) : start, end, speaker });
      isOpen = isOwn;
    }
    said.push(...turns.map((turn) => ({ speaker: turn.speaker, words: wordsOf(turn) })));
    return turns;
  };
}

/** Whether a block is quoted from elsewhere, a question in a quotation too. */
export function isQuotation({ kind, isQuoted }: DraftBlock): boolean {
  return kind === 'quotation' || isQuoted === true;
}

/** Whether a block is a heading, or is the interviewer's, or parted from what is said before it. */
export function endsTurn({ kind, level, isSetOff, broken }: DraftBlock): boolean {
  return (kind === 'heading' && (level ?? 0) < runInLevel) || isSetOff === true || broken !== undefined;
}
