import type { DraftBlock } from './document.js';
import { endsSentence, indentOf, listMark, sliceOf, underline } from './line-wrapping.js';
import { readMeetingDate } from './read-date.js';
import { trimSpan, type Span } from './span.js';

export const sectionNumber = /^(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+\p{Lu}/u;
/** `v0.9.3 (12 Jan 2025)`, `Release 2.1`, `1.4.0 - 2024-04-01`, `14 May 2024: committee`: what stands above what is new or was said. */
const versionHead = new RegExp(
  String.raw`^(?:\[?(?:(?:version|release|build|patch|rev(?:ision)?|firmware)\s+v?|v\.?\s?)\d[\w.]*\b|\[?\d+\.\d+(?:\.\d+)*(?:[-+]\w+)?\]?(?:\s*$|\s*[-–—:(\[]))|^[\p{L}\s,:–—-]{0,40}\b(?:\d{1,2}\.? \p{L}{3,9}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b`,
  'iu',
);
/** Who was at a meeting, below when and where it was. */
export const attendance =
  /^(?:present|attending|attendees|attendance|in attendance|on the call|participants|apologies|chair)\b[^:\n]{0,20}:/iu;
/** From so many headed groups on a text has an agenda. */
const minAgenda = 2;
/** From so many lines on with a mark, each above its paragraph, they are headings: "* can I bring the kids *". */
const minMarked = 3;
const minMarkedShare = 0.7;
const maxMarkedWords = 20;
const mark = /^[*+#~•-]{1,3}\s+(?=\S)/u;
const maxHeadingWords = 12;
/** From so many terms on, each with what it means below and further in, a text has a list of definitions. */
const minTerms = 3;
export const maxTermWords = { plain: 6, withColon: 12 } as const;
/** Below the headings of sections, above bold lines. */
const termLevel = 6;
export const announcedLevel = 4;
/** A sentence that ends inside a line; a short word before the full stop may be an abbreviation. */
export const sentenceStart = /\p{L}{4}[.!?]["”’)]*\s+["“‘(]*\p{Lu}/u;

/** A line between marks: `--- MONEY ---`, `*** Prices as of 1 May ***`. */
const frame = /^([-=*~_#]{2,})\s+(?=\S)(?:[^\n]*\S)\s+\1$/u;

/** A heading and how many of its group's lines it takes. */
interface GroupHead {
  readonly heading: DraftBlock;
  readonly lines: number;
}

/** Tells with what heading, if any, a group of lines begins; `groups` are all lines of a text, parted by blank lines. */
export function createHeadFinder(
  text: string,
  groups: readonly (readonly Span[])[],
): (lines: readonly Span[]) => GroupHead | null {
  const heads = {
    agenda: findAgenda(text, groups),
    terms: findTerms(text, groups),
    marked: findMarked(text, groups),
  };
  return (lines) => framedHead(text, lines) ?? meetingHead(text, lines) ?? headOfGroup(text, lines, heads);
}

/** The line that opens the minutes of a meeting, or what stands right above it. */
function meetingHead(text: string, [first, second]: readonly Span[]): GroupHead | null {
  if (!first) return null;
  const line = sliceOf(text, first);
  const isAbove =
    second !== undefined &&
    readMeetingDate(sliceOf(text, second)) !== null &&
    isShort(line) &&
    !/[.!?…:;,]$/u.test(line) &&
    !listMark.test(line);
  const isHead = isAbove || readMeetingDate(line) !== null;
  return isHead ? { heading: { ...first, kind: 'heading', level: 2, isGuess: true }, lines: 1 } : null;
}

/** A first line that is set between marks. */
function framedHead(text: string, [first]: readonly Span[]): GroupHead | null {
  const [, marks = ''] = first ? (frame.exec(sliceOf(text, first)) ?? []) : [];
  if (!first || marks === '') return null;
  const words = trimSpan(text, { start: first.start + marks.length, end: first.end - marks.length });
  const line = sliceOf(text, words);
  if (!isShort(line) || !/\p{L}/u.test(line)) return null;
  return {
    heading: { ...words, kind: 'heading', level: line === line.toUpperCase() ? 2 : 3, isGuess: true },
    lines: 1,
  };
}

/** A line without its mark, and without the same mark at its end. */
function markedWords(text: string, line: Span): Span {
  const content = sliceOf(text, line);
  const own = mark.exec(content)?.[0] ?? '';
  const closing = ` ${own.trim()}`;
  return trimSpan(text, {
    start: line.start + own.length,
    end: line.end - (content.endsWith(closing) ? closing.length : 0),
  });
}

/** The first lines of groups that have a mark and stand above their paragraph, where none with that mark is the item of a list. */
function findMarked(text: string, groups: readonly (readonly Span[])[]): ReadonlySet<Span> {
  const isMarked = (line: Span): boolean => mark.test(sliceOf(text, line));
  const opened = groups.filter(([first]) => first !== undefined && isMarked(first));
  const heads = opened.flatMap(([first, second, ...others]): Span[] => {
    if (!first || !second || [second, ...others].some((line) => listMark.test(sliceOf(text, line)))) return [];
    const words = sliceOf(text, markedWords(text, first));
    const isHead = words.split(/\s+/).length <= maxMarkedWords && !/[.!…:;,]$/u.test(words);
    const isAtMargin = indentOf(text, second.start) === indentOf(text, first.start);
    return isHead && isAtMargin && /^["“‘'(]?[\p{Lu}\p{Nd}]/u.test(sliceOf(text, second)) ? [first] : [];
  });
  const isSurrounded = heads.some((head) => markedWords(text, head).end < head.end);
  const asks = heads.filter((head) => questionLike.test(sliceOf(text, markedWords(text, head)))).length;
  const isStyle =
    heads.length >= minMarked &&
    heads.length >= minMarkedShare * opened.length &&
    (isSurrounded || asks * 2 >= heads.length);
  return new Set(isStyle ? heads : []);
}

const questionLike =
  /\?$|^(?:how|what|when|where|which|who|whose|why|can|could|do|does|did|is|are|may|must|should|will)\b/iu;

/**
 * The heading that a group of lines begins with, and how many of the lines it takes: a term, an underlined line, a version or a date
 * above its items, a number like `2.1` above its text. Null where the group has none.
 */
function headOfGroup(
  text: string,
  lines: readonly Span[],
  { agenda, terms, marked }: Readonly<Record<'agenda' | 'terms' | 'marked', ReadonlySet<Span>>>,
): GroupHead | null {
  const [first, second, third] = lines;
  if (!first || !second) return null;
  if (marked.has(first)) {
    return {
      heading: { ...markedWords(text, first), kind: 'heading', level: announcedLevel, isGuess: true },
      lines: 1,
    };
  }
  const [line, below] = [sliceOf(text, first), sliceOf(text, second)];
  if (terms.has(first)) return { heading: { ...first, kind: 'heading', level: termLevel, isGuess: true }, lines: 1 };
  if (agenda.has(first)) {
    const mark = listMark.exec(line)?.[0].length ?? 0;
    return {
      heading: { start: first.start + mark, end: first.end, kind: 'heading', level: 3, isGuess: true },
      lines: 1,
    };
  }
  if (attendance.test(below) && versionHead.test(line) && !/[.!?…;,]$/u.test(line)) {
    return { heading: { ...first, kind: 'heading', level: 2, isGuess: true }, lines: 1 };
  }
  if (!isShort(line) || listMark.test(line)) return null;
  if (underline.test(below)) {
    return { heading: { ...first, kind: 'heading', level: below.startsWith('=') ? 1 : 2 }, lines: 2 };
  }
  if (underline.test(line) && third && underline.test(sliceOf(text, third)) && isShort(below)) {
    return { heading: { ...second, kind: 'heading', level: 1 }, lines: 3 };
  }
  const isAboveItems =
    listMark.test(below) || indentOf(text, second.start) > indentOf(text, first.start) || underline.test(below);
  if (isAboveItems && versionHead.test(line) && !/[.!?…;,]$/u.test(line)) {
    return { heading: { ...first, kind: 'heading', level: 3, isGuess: true }, lines: 1 };
  }
  const number = sectionNumber.exec(line)?.[1];
  const isOwnLine = number?.includes('.') === true && /^[\p{Lu}\p{Nd}]/u.test(below) && !sectionNumber.test(below);
  if (isOwnLine && line.length < 60 && !/[.!?…:;,]$/u.test(line)) {
    return { heading: { ...first, kind: 'heading', level: 1 + number.split('.').length, isGuess: true }, lines: 1 };
  }
  return null;
}

/**
 * The first lines of groups that head them like the items of an agenda: `3. FINANCE` above what was said about it, `* Release`
 * above lines that stand further in.
 */
function findAgenda(text: string, groups: readonly (readonly Span[])[]): ReadonlySet<Span> {
  const heads = groups.flatMap(([first, second, ...others]): Span[] => {
    if (!first || !second) return [];
    const [line, below] = [sliceOf(text, first), sliceOf(text, second)];
    const mark = listMark.exec(line)?.[0] ?? '';
    const words = line.slice(mark.length);
    const isAbovePart = /\d/.test(mark) && below.startsWith(`${mark.replace(/\D/gu, '')}.1 `);
    if (
      mark === '' ||
      (listMark.test(below) && !isAbovePart) ||
      !isShort(words) ||
      !/^[\p{Lu}\p{Nd}].*[^.!?…:;,]$/u.test(words)
    )
      return [];
    if (!/\d/.test(mark))
      return indentOf(text, second.start) > indentOf(text, first.start) && /^\p{Lu}/u.test(below) ? [first] : [];
    if (sentenceStart.test(words) || /^\p{Ll}/u.test(below)) return []; // a sentence that goes on
    // A line that had room for the next word was not broken for its width.
    const [word = ''] = below.split(/\s/u);
    const hadRoom = others.length > 0 && line.length + 1 + word.length < below.length;
    const body = hadRoom ? sliceOf(text, others.at(-1) ?? second) : below;
    return words === words.toUpperCase() || isAbovePart || endsSentence.test(body) || endsSentence.test(below)
      ? [first]
      : [];
  });
  return new Set(heads.length >= minAgenda ? heads : []);
}

/** The first lines of groups that are terms, with what they mean in lines that stand further in. */
function findTerms(text: string, groups: readonly (readonly Span[])[]): ReadonlySet<Span> {
  const terms = groups.flatMap(([first, second, ...others]): Span[] => {
    if (!first || !second) return [];
    const [line, below] = [sliceOf(text, first), sliceOf(text, second)];
    const indent = indentOf(text, first.start);
    const mostWords = line.endsWith(':') ? maxTermWords.withColon : maxTermWords.plain;
    const isTerm = line.split(/\s+/).length <= mostWords && !/[.!?…;,]$/u.test(line) && !listMark.test(line);
    const isAbove = /^["“‘'(]?[\p{Lu}\p{Nd}]/u.test(below) && !listMark.test(below);
    return isTerm && isAbove && [second, ...others].every(({ start }) => indentOf(text, start) > indent) ? [first] : [];
  });
  return new Set(terms.length >= minTerms ? terms : []);
}

export function isShort(line: string): boolean {
  return line.split(/\s+/).length <= maxHeadingWords;
}
