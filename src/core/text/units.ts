import type { Span } from './span.js';

/** What belongs together when it answers: sentences of prose, or a part of the document that loses its sense when it is cut up. */
export type UnitKind = 'sentences' | 'answer' | 'list' | 'code' | 'row' | 'turn';

/**
 * What is quoted when one of its sentences answers. `sentences` is a single sentence of prose, which a neighbour may join;
 * `answer` what stands under a question; `list` a lead-in with its items, or one long item; `code` a code block with its
 * lead-in; `row` a row of a table; `turn` what a speaker says until the next one.
 */
export interface Unit extends Span {
  readonly kind: UnitKind;
}

/** A unit other than a sentence of prose, with what is shown above it. */
export interface PlacedUnit extends Unit {
  /** In text order: the question, the lead-in, the header cells or the heading that it does not make sense without. */
  readonly context: readonly Span[];
}

/** A heading, and the part of the document that stands under it. */
export interface Section {
  /** The words of the heading, without notation at its ends. */
  readonly heading: Span;
  /** 0 for the heading that is the document's title, else as in Markdown; a bold line that serves as a heading is 7. */
  readonly level: number;
  /** Number of the section that it is part of, -1 for none. */
  readonly parent: number;
  /** Where the section ends: at the next heading of its level or a higher one. */
  readonly end: number;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, if the heading or the first lines under it give a date; null otherwise. */
  readonly date: string | null;
}

/** What one speaker says, from the opening with the name to the next speaker or heading. */
export interface Turn extends Span {
  /** The name as it stands in the text, without a role in brackets, a time or a colon. */
  readonly speaker: Span;
}

/** How a document is built; all in text order, all ranges into the document's text. */
export interface DocumentStructure {
  readonly sections: readonly Section[];
  /** Nested ones follow the unit that holds them. */
  readonly units: readonly PlacedUnit[];
  readonly turns: readonly Turn[];
  /** Questions that something stands under as their answer: never quotes themselves. */
  readonly questions: readonly Span[];
  /** Lines of a table of contents: never quotes themselves. */
  readonly entries: readonly Span[];
}

const noSpans: readonly Span[] = [];

export const noStructure: DocumentStructure = { sections: [], units: [], turns: [], questions: [], entries: [] };

/** All that a sentence's place in its document says of it. */
export interface SentencePlace {
  readonly unit: Unit;
  /** What is shown above the unit; see `PlacedUnit`. Empty for plain prose, whose heading is in `section`. */
  readonly context: readonly Span[];
  /** The headings that it stands under, the highest first, without the document's title. */
  readonly section: readonly Span[];
  /** Who says it, by the openings of turns; null outside of them. */
  readonly speaker: Span | null;
  /** Date of the nearest section that has one; null where none has. */
  readonly date: string | null;
  /** Whether it is a heading, a header row, a question with its answer below or an entry of a table of contents: never a quote itself. */
  readonly isContext: boolean;
}

/** The list before in place of one that is equal to it: neighbours have much in common, which need not be in memory again and again. */
export function shareList<Item>(list: readonly Item[], before: readonly Item[]): readonly Item[] {
  return list.length === before.length && list.every((item, i) => item === before[i]) ? before : list;
}

/** The place of each of a document's sentences, which are in text order. */
export function placeSentences(
  sentences: readonly Span[],
  { sections, units, turns, questions, entries }: DocumentStructure,
  isHeading: (sentence: number) => boolean,
): SentencePlace[] {
  const open: PlacedUnit[] = [];
  const isContext = createContextTest({ questions, entries }, isHeading);
  let [nextUnit, section, turn] = [0, -1, 0];
  let before: Pick<SentencePlace, 'context' | 'section'> = { context: [], section: [] };
  return sentences.map((sentence, number) => {
    while ((open.at(-1)?.end ?? Infinity) <= sentence.start) open.pop();
    for (let unit = units[nextUnit]; unit && unit.start <= sentence.start; unit = units[++nextUnit]) {
      if (unit.end > sentence.start) open.push(unit);
    }
    while ((sections[section + 1]?.heading.start ?? Infinity) <= sentence.start) section++;
    while ((turns[turn]?.end ?? Infinity) <= sentence.start) turn++;
    const around = open.filter(({ end }) => end >= sentence.end);
    const unit = around.at(-1);
    const path = pathOf(sections, section, sentence.start);
    const inTurn = (turns[turn]?.start ?? Infinity) <= sentence.start;
    const context = around.flatMap((one) => one.context);
    const headings = path
      .filter(({ level, heading }) => level > 0 && (heading.end <= sentence.start || !isHeading(number)))
      .map(({ heading }) => heading);
    const place: SentencePlace = {
      unit: unit ? { kind: unit.kind, start: unit.start, end: unit.end } : { kind: 'sentences', ...spanOf(sentence) },
      context: context.length > 0 ? shareList(context, before.context) : noSpans,
      section: shareList(headings, before.section),
      speaker: inTurn ? (turns[turn]?.speaker ?? null) : null,
      date: path.findLast(({ date }) => date !== null)?.date ?? null,
      isContext: isContext(sentence, number),
    };
    before = place;
    return place;
  });
}

/** Of each of a document's sentences `isContext` of its place, as 1 or 0. */
export function markContext(
  sentences: readonly Span[],
  structure: DocumentStructure,
  isHeading: (sentence: number) => boolean,
): Uint8Array {
  const isContext = createContextTest(structure, isHeading);
  const marks = new Uint8Array(sentences.length);
  for (const [number, sentence] of sentences.entries()) if (isContext(sentence, number)) marks[number] = 1;
  return marks;
}

/** Tells of sentences, asked of in text order, whether each is never a quote itself. */
function createContextTest(
  { questions, entries }: Pick<DocumentStructure, 'questions' | 'entries'>,
  isHeading: (sentence: number) => boolean,
): (sentence: Span, number: number) => boolean {
  let [question, entry] = [0, 0];
  return ({ start, end }, number) => {
    while ((questions[question]?.end ?? Infinity) <= start) question++;
    while ((entries[entry]?.end ?? Infinity) <= start) entry++;
    const isEntry = (entries[entry]?.start ?? Infinity) <= start && end <= (entries[entry]?.end ?? 0);
    return isHeading(number) || isEntry || (questions[question]?.start ?? Infinity) < end;
  };
}

/** The sections around a place, the highest first; `last` is the last one that begins before it. */
function pathOf(sections: readonly Section[], last: number, at: number): Section[] {
  const path: Section[] = [];
  for (let section = sections[last]; section; section = sections[section.parent]) {
    if (at < section.end) path.unshift(section);
  }
  return path;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
