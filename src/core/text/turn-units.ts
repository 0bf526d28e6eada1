import { asksUnmarked } from './asking.js';
import type { Mark } from './derivation.js';
import { firstEndingAfter, lastSentence, trimSpan, type Span } from './span.js';
import type { PlacedUnit, Turn } from './units.js';

/** A turn of at most this many UTF-16 units that asks stands whole above its answer: "Is anyone awake? The kiln beeps." */
const maxAskingTurn = 240;
/** So many speak below a question before it counts as done with. */
const mostAnswering = 3;
/** Who says nothing for so long does not answer any more. */
const maxWaitMs = 20_000;

/** A document's turns, in what is needed of it to tell which question stands above each. */
interface TurnReading {
  readonly visible: string;
  /** The visible words of each block. */
  readonly words: readonly Span[];
  readonly marks: readonly Mark[];
}

/**
 * Each turn, with the question of the turn before it. A turn that says next to nothing hands the question on, and so does a short one in a
 * chat, where the answer may stand below what somebody else says meanwhile.
 */
export function turnUnits({ visible, words, marks }: TurnReading, turns: readonly Turn[]): PlacedUnit[] {
  let asked: Span | null = null;
  let asker = '';
  const answering = new Set<string>();
  return turns.map(({ start, end, speaker }, i): PlacedUnit => {
    const name = visible.slice(speaker.start, speaker.end);
    const own = visible.slice(start, end);
    // Whoever answers in several turns goes on with the answer; others may have turned to something else.
    const goesOn =
      answering.size === 0 ||
      answering.has(name) ||
      (name !== asker &&
        answering.size < mostAnswering &&
        isShort(turns[i - 1]) &&
        isInChat({ start, speaker }, visible));
    if (!goesOn || waitMs(marks, start) > maxWaitMs) {
      asked = null;
      answering.clear();
    }
    const context = asked ? [asked] : [];
    const last = words[firstEndingAfter(words, end - 1)];
    const asksHere = /\?(?=[\s"”’)]|$)/u.test(own) || asksUnmarked(own);
    if (/\?["”’)]?\s*$/u.test(own) && own.length > maxAskingTurn) asked = lastSentence(visible, last ?? { start, end });
    else if (asksHere && own.length <= maxAskingTurn) asked = trimSpan(visible, { start, end });
    else if (own.trim().split(/\s+/).length >= 4) answering.add(name);
    if (asksHere) {
      asker = name;
      answering.clear();
    }
    return { kind: 'turn', start, end, context };
  });
}

function isShort(turn: Turn | undefined): boolean {
  return turn !== undefined && turn.end - turn.start <= maxAskingTurn;
}

/** Whether the line that opens a turn has a time or brackets around the name, as the log of a chat has; a mail is none. */
function isInChat({ start, speaker }: Pick<Turn, 'start' | 'speaker'>, visible: string): boolean {
  const opening = visible.slice(visible.lastIndexOf('\n', speaker.start) + 1, start);
  return /\d[:.]\d\d|[<>]|&lt;/.test(opening) && !/\bwrote:/.test(opening);
}

/** How long before what is said at `at` the words before it were begun, in milliseconds; 0 where no times are known. */
function waitMs(marks: readonly Mark[], at: number): number {
  const number = firstEndingAfter(marks, at);
  const [before, own] = [marks[number - 1]?.place, marks[number]?.place];
  return before?.kind === 'time' && own?.kind === 'time' ? own.ms - before.ms : 0;
}
