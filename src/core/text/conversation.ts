import type { Span } from './span.js';

/** A line that begins with who speaks. */
export interface Opening {
  /** Where the line begins, and where what is said begins; the line's end when it stands below. */
  readonly start: number;
  readonly textStart: number;
  readonly speaker: Span;
  /** A line of its own, with a time or a date, above what is said. */
  readonly isHeader: boolean;
  /** Only this block is said: a remark in minutes, which go on in their own words. */
  readonly isRemark?: boolean;
  /** Where it ends at the latest; left out where the next one opens there. */
  readonly until?: number;
}

/** A line that may open a turn, before the whole document is looked at. */
export interface Candidate extends Opening {
  /** In small letters. */
  readonly name: string;
  readonly written: string;
  readonly said: string;
  /** The form alone shows that somebody speaks: a time, an office, angle brackets. */
  readonly isSure: boolean;
  readonly isListItem: boolean;
  /** A time stands before the name. */
  readonly isTimed: boolean;
  /** What follows is not said but done by the one who is named. */
  readonly isAction: boolean;
}

/** Somebody speaks: of himself, or with a greeting or an assent. Rules and prices say "you" and "we", too. */
export const conversational =
  /(?:^|[\s"“'(])(?:I|I['’]\w+|[Mm]y|[Mm]e)(?=[\s,.!?'’"”)]|$)|^["“]?(?:Yes|No|Thanks?|Okay|OK|Hello|Hi|Please|Well|Sure|Right)(?=[\s,.!?]|$)/u;
/** Of the lines that open with a name, so many at least speak to somebody: among several names, and under one alone. */
const minSpeaking = 0.12;
const minSpeakingAlone = 0.3;
/** Shares of turns that are whole sentences, and of lines that open a turn, where nobody says "I". */
const minWhole = 0.7;
const minDense = 0.4;

/** Several persons of whom some speak of themselves or to each other, or one who does; fields of a form never do. */
export function isConversation(named: readonly Candidate[]): boolean {
  const turns = named.filter(({ isListItem }) => !isListItem);
  const names = new Set(turns.map(({ name }) => name));
  const speaking = turns.filter(speaksToSomebody).length;
  return speaking > 0 && speaking >= turns.length * (names.size > 1 ? minSpeaking : minSpeakingAlone);
}

/** Persons who take turns line by line, each more than once, in whole sentences ("Berg: The budget is too small."). */
export function takesTurns(named: readonly Candidate[], lines: readonly Span[]): boolean {
  const turns = named.filter(({ isListItem, isHeader }) => !isListItem && !isHeader);
  const [first, last] = [turns[0], turns.at(-1)];
  const names = new Set(turns.map(({ name }) => name));
  if (!first || !last || names.size < 2 || turns.length < 4 || turns.length < names.size * 1.5) return false;
  const whole = turns.filter(({ said }) => /[.!?…]["”’)]*\s*$/u.test(said) && /\s\S+\s/.test(said.trim())).length;
  const between = lines.filter(({ start }) => start >= first.start && start <= last.start).length;
  return whole >= turns.length * minWhole && turns.length >= between * minDense;
}

const attendance =
  /^[ \t*_>-]*(?:attending|attendees|attendance|in attendance|present|participants|on the call)\b[^:\n]{0,20}:[*_]*[ \t]*([^\n]{3,400})/gimu;

/** Names, in small letters, that minutes list as present: whole and by their first or last word. */
export function readAttendance(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, list = ''] of text.matchAll(attendance))
    for (const entry of list.replace(/\([^)]*\)/g, '').split(/[,;]|\band\b/)) {
      const name = entry.replace(/^.*:/, '').trim().toLowerCase();
      if (!/^\p{L}[\p{L}.'’ -]{1,39}$/u.test(name)) continue;
      const parts = name.split(/\s+/);
      for (const one of [name, parts[0], parts.at(-1)]) if (one !== undefined && one.length > 1) names.add(one);
    }
  return names;
}

function speaksToSomebody({ said }: Candidate): boolean {
  return conversational.test(said.slice(0, 300)) || /\?["”’)]?\s*$/u.test(said);
}
