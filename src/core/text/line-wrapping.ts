import type { Span } from './span.js';

export const itemMark = /[-*•‣–—✓✗·◦□■▪▫●○►▸➤⁃∙]|\(?\d{1,3}[.)]|\d{1,2}\.\d{1,2}(?=\s{2})|\(?[a-z][)]/u;
export const listMark = new RegExp(`^\\s*(?:${itemMark.source})\\s+(?=\\S)`, 'u');
/** The end of a sentence at the end of a line. */
export const endsSentence = /[.!?]["”’)]*$/u;
/** A line below another, under each of its words perhaps: `=====`, `---- -----`. */
export const underline = /^(?=.{3})(?:=+(?:[ \t]+=+)*|-+(?:[ \t]+-+)*|~+(?:[ \t]+~+)*|\*{3,}|_{3,})$/;
/** What minutes set off in a line of its own: "MOTION (Berg / Ruiz): …", "Action: …". */
const recordMark =
  /^(?:(?:MOTION|ACTION|RESOLVED|RESOLUTION|DECISION|DECIDED|AMENDMENT|VOTE|AGREED|CARRIED)\b|(?:Motion|Action|Resolution|Decision|Amendment|Vote)\b[^.:\n]{0,60}:)/u;
export const quoteMark = /^(?:>\s?)+/;
const sentenceEnd = /[.!?…:;]["'”’»)\]]*\s*$/u;
/** A line longer than this was not broken by hand or by an editor's wrapping. */
const maxWrappedLine = 120;
/** Share of lines that may be longer in a wrapped text: addresses, tables. */
const maxLongShare = 0.2;
/** A line that ends in one of these goes on. */
const openEnd =
  /\s(?:the|an?|of|to|on|in|at|for|with|and|or|by|from|that|is|was|are|were|his|her|its|their|our|your|my|as|than|but|if)$/u;
/** A line of fewer words may be an item of a list that is set without marks. */
const minOpenWords = 5;

/** The width that the lines are wrapped at; null where a line end is meant as one. */
export function wrappedWidth(text: string, groups: readonly (readonly Span[])[]): number | null {
  const lengths: number[] = [];
  let [breaks, midSentence, smallStarts, words, long, ends] = [0, 0, 0, 0, 0, 0];
  for (const lines of groups) {
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      const content = sliceOf(text, line);
      if (content.length > maxWrappedLine) long++;
      if (!next && i > 0 && endsSentence.test(content)) ends++;
      if (!next) continue;
      const following = sliceOf(text, next);
      if (listMark.test(following)) continue;
      breaks++;
      words += content.split(/\s+/).length;
      if (!sentenceEnd.test(content)) midSentence++;
      if (/^[\p{Ll}\p{Nd}("“]/u.test(following)) smallStarts++;
      if (content.length <= maxWrappedLine) lengths.push(content.length);
    }
  }
  const total = groups.reduce((sum, lines) => sum + lines.length, 0);
  if (breaks === 0 || long > maxLongShare * total) return null;
  if (midSentence / breaks <= 0.4 || smallStarts / breaks < 0.25) return null;
  // Lines of a word or two are a list, unless they add up to sentences.
  if (words / breaks < 2 && ends === 0) return null;
  lengths.sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? null;
}

/** One span a paragraph: a line goes on where the next word did not fit, or where the next line is no beginning. */
export function joinWrappedLines(text: string, lines: readonly Span[], width: number): Span[] {
  const joined: Span[] = [];
  let isOpen = false;
  for (const [i, line] of lines.entries()) {
    const content = sliceOf(text, line);
    const last = joined.at(-1);
    const opens = [listMark, quoteMark, underline, recordMark].some((mark) => mark.test(content));
    if (last && isOpen && !opens) joined[joined.length - 1] = { start: last.start, end: line.end };
    else joined.push(line);
    const next = lines[i + 1];
    isOpen = next !== undefined && goesOn(content, sliceOf(text, next), width);
  }
  return joined;
}

function goesOn(line: string, next: string, width: number): boolean {
  if (line.length > maxWrappedLine || quoteMark.test(line)) return false;
  const isOpen = !sentenceEnd.test(line) && !listMark.test(next);
  if (width === Infinity)
    return isOpen && line.split(/\s+/).length >= minOpenWords && (/^\p{Ll}/u.test(next) || openEnd.test(line));
  if (/^[\p{Ll}(“"]/u.test(next) && !sentenceEnd.test(line)) return true;
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  return line.length + 1 + word > width * 0.9;
}

export function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** How far in a line begins that has its first word at `at`, in UTF-16 units. */
export function indentOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}
