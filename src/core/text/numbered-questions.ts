import { isQuestion } from './line-forms.js';
import { sliceOf } from './line-wrapping.js';
import type { Span } from './span.js';

const number = /^(?:\(?(\d{1,3})[.)]|\[(\d{1,3})\])\s+(?=\S)/u;
/** What some writers put before an answer. */
export const arrow = /^(?:-{1,2}|=)>\s*(?=\S)/u;
/** From so many questions on with their mark, a numbering is one of questions. */
const minQuestions = 3;
const minQuestionShare = 0.4;
/** From this share of arrows below its items on, a numbering needs no question marks. */
const minArrowShare = 0.8;
/** A line that fills more than this share of the width may go on below. */
const maxFilled = 0.75;
const asks =
  /^(?:how|what|when|where|which|who|whom|whose|why|can|could|do|does|did|is|are|am|may|must|should|will)\b(?!.*[.!])/iu;

const parts = /^\(?\d{1,3}\.\d/u;

interface Item {
  readonly number: number;
  readonly first: Span;
  /** The question without its number. */
  readonly words: Span;
  /** Whether the question ends with its line. */
  readonly isWhole: boolean;
  /** Whether the next line begins with an arrow. */
  readonly isArrowed: boolean;
}

/**
 * The questions of numberings that are lists of questions, by the first line of their group: `8) I wear glasses` is one where the
 * others end with a question mark, or where an arrow stands before each answer. Each ends with a line, and its answer stands below. `groups` are the lines of a text, parted by
 * blank lines; `width` is what they are wrapped at. None are found where numbers have parts, `2.1`, as sections have.
 */
export function findNumberedQuestions(
  text: string,
  groups: readonly (readonly Span[])[],
  width: number | null,
): ReadonlyMap<Span, Span> {
  const questions = new Map<Span, Span>();
  if (groups.some(([first]) => first && parts.test(sliceOf(text, first)))) return questions;
  const runs: Item[][] = [];
  for (const [i, group] of groups.entries()) {
    const item = readItem(text, group, groups[i + 1], width);
    if (!item) continue;
    const open = runs.findLast((run) => run.at(-1)?.number === item.number - 1);
    if (open) open.push(item);
    else runs.push([item]);
  }
  for (const run of runs) {
    const all = run.map(({ words }) => sliceOf(text, words));
    const marked = all.filter(isQuestion).length;
    const asking = all.filter((words) => isQuestion(words) || asks.test(words)).length;
    const arrowed = run.filter(({ isArrowed }) => isArrowed).length;
    const isArrowedList = run.length >= minQuestions && arrowed >= run.length * minArrowShare;
    if ((marked < minQuestions && !isArrowedList) || asking < run.length * minQuestionShare) continue;
    for (const { first, words, isWhole } of run) if (isWhole) questions.set(first, words);
  }
  return questions;
}

/** A numbered line with something below, in its group or in the next one. */
function readItem(
  text: string,
  [first, second]: readonly Span[],
  next: readonly Span[] | undefined,
  width: number | null,
): Item | null {
  const line = first ? sliceOf(text, first) : '';
  const [mark = '', plain, bracketed] = number.exec(line) ?? [];
  const below = second ?? next?.[0];
  if (!first || !below || mark === '' || number.test(sliceOf(text, below))) return null;
  const isArrowed = arrow.test(sliceOf(text, below));
  const goesOn =
    second !== undefined &&
    !isQuestion(line) &&
    /^\p{Ll}/u.test(sliceOf(text, second)) &&
    isQuestion(sliceOf(text, second));
  const isShort = line.length <= (width ?? Infinity) * maxFilled && !/[.!?…:;,]$/u.test(line);
  return {
    number: Number(plain ?? bracketed),
    first,
    words: { start: first.start + mark.length, end: goesOn ? second.end : first.end },
    isWhole: goesOn || isQuestion(line) || isShort || isArrowed,
    isArrowed,
  };
}
