import { readWords, type SourceDocument } from '../../text/document.js';
import { isAnswer, type Interview } from './interviews.js';
import type { Carried, SpokenSentence } from './carry-on.js';

/** Gives what nobody else says to the speaker whose turn it is, or to the guest of an interview. */
export function carryTurns(
  document: SourceDocument,
  parts: readonly Pick<SpokenSentence, 'view' | 'leading'>[],
  carried: readonly (Carried | null)[],
  interview: Interview | null,
): (Carried | null)[] {
  const { turns } = document.structure;
  let turn = 0;
  return parts.map(({ view: { sentence }, leading }, i) => {
    while ((turns[turn]?.end ?? Infinity) <= sentence.start) turn++;
    const own = turns[turn];
    if (isStageLine(document, sentence.block)) return null;
    if (!leading && interview && isAnswer(interview, sentence))
      return { source: interview.guest, kind: 'said', name: '[interview]', strength: 1 };
    if (interview) return null;
    if (leading || !own || own.start > sentence.start) return carried[i] ?? null;
    return { source: readWords(document, own.speaker), kind: 'said', name: '[transcript]', strength: 1 };
  });
}

/** "*Laughter.*", "[The log ends here.]": what the editor puts between the turns, in italics or brackets as a whole. */
export function isStageLine({ blocks, text }: SourceDocument, block: number): boolean {
  const own = blocks[block];
  const words = own ? text.slice(own.start, own.end).trim() : '';
  return /^(?:(?:[*_](?![*_])[^*_]+[*_]\s*)+|\[[^\][]+\]|\([^()]+\)|\*\*\*[^*]+\*\*\*|-{2,} .+)$/.test(words);
}

/** Whether a block without a name of its own may go on with a turn: a paragraph that is no question or heading in bold. */
export function isTurnBlock({ blocks, text }: SourceDocument, visible: string, block: number): boolean {
  const own = blocks[block];
  if (own?.kind !== 'paragraph') return false;
  return !/\?\W*$/.test(visible.slice(own.start, own.end)) && !/^\s*(?:\*\*|__|#)/.test(text.slice(own.start, own.end));
}
