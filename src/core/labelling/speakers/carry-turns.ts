import { readWords, type SourceDocument } from '../../text/document.js';
import { isAnswer, type Interview } from './interviews.js';
import type { Turn } from '../../text/units.js';
import type { Carried, SpokenSentence } from './carry-on.js';

/** Gives what nobody else says to the speaker whose turn it is, or to the guest of an interview. */
export function carryTurns(
  document: SourceDocument,
  parts: readonly Pick<SpokenSentence, 'view' | 'leading'>[],
  carried: readonly (Carried | null)[],
  interview: Interview | null,
): (Carried | null)[] {
  const turns = findSpokenTurns(document);
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

/** As far into a text its own mail head may stand. */
const maxHeadLength = 200;

/** The turns of those whom a text quotes: not the one that the head of a mail on its own opens, whose writer is the author. */
export function findSpokenTurns({ text, structure: { turns } }: SourceDocument): readonly Turn[] {
  const opened = turns.filter(({ speaker }) =>
    /^\W*from:\s*"?$/i.test(text.slice(text.lastIndexOf('\n', speaker.start - 1) + 1, speaker.start)),
  );
  const [first] = opened;
  const names = new Set(opened.map(({ speaker }) => text.slice(speaker.start, speaker.end)));
  return first && names.size === 1 && first.start < maxHeadLength
    ? turns.filter((turn) => !opened.includes(turn))
    : turns;
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
