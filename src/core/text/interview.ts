import type { Span } from './span.js';
import type { PlacedUnit, Turn } from './units.js';

const particle = '(?:van|von|der|den|de|del|di|da|la|le|of|bin|al|ten|zu|ap)';
const part = String.raw`\p{Lu}[\p{Ll}\p{M}]+(?:['’-]\p{Lu}?[\p{Ll}\p{M}]+)*`;
const fullName = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:Dr\.? |Prof\.? )?${part}(?:\s+(?:${particle}\s+)*(?:${part}|\p{Lu}\.)){1,3}(?![\p{L}\p{N}])`,
  'gu',
);
/** Words before the name of whoever asks, writes or takes the pictures. */
const byOthers =
  /(?:\bby|\b(?:interview(?:er)?|words?|text|questions|photo(?:graph)?s?|pictures?|translat\w+|edit\w+|record\w+)\s*:)\s*[*_]*\s*$/i;
const beforeGuest = /\b(?:with|to|meet|met|asked|visit(?:ed)?|guest:|interviewee:|for)\s*[*_]*\s*$/i;
/** A title in capitals begins like a name: "The Old Mill". */
const noName =
  /^(?:The|A|An|In|On|At|How|What|When|Why|Who|Where|We|This|That|It|Our|Interview|Questions?|Part|Last|Next)\b/;
const minAnswers = 3;
/** Share of the answers in which somebody speaks of himself. */
const minPersonalShare = 0.4;
/** An interview is announced in its title and the first so many UTF-16 units. */
export const maxIntroduction = 1_500;
/** What announces one. */
export const announcement =
  /\b(?:interview(?:s|ed|er|ee)?|guest|in conversation|conversation with|(?:talks?|talked|spoke|speaks|chat(?:s|ted)?) (?:to|with)|(?:we|i) (?:asked|met|visited)|asked|questions (?:to|for)|(?:answers?|answered) (?:our|your|my|the|\w+) questions|q ?& ?a with|a day (?:off )?with)\b/i;

/**
 * The answers of an interview as turns of the one who was asked: whose name stands before the first question, where most of
 * the answers say "I". None for other questions and answers.
 */
export function findInterview(visible: string, answers: readonly PlacedUnit[]): Turn[] {
  const first = answers[0]?.context[0];
  if (!first || answers.length < minAnswers) return [];
  const personal = answers.filter(({ start, end }) => /\b(?:I|I['’]\w+|[Mm]y|[Mm]e)\b/.test(visible.slice(start, end)));
  if (personal.length < minPersonalShare * answers.length) return [];
  const end = Math.min(first.start, maxIntroduction);
  if (!announcement.test(visible.slice(0, end))) return [];
  const speaker = findGuest(visible, end);
  return speaker ? answers.map(({ start, end }) => ({ start, end, speaker })) : [];
}

/** The full name before `end` that a word like "with" points to, else the first that is not the interviewer's. */
function findGuest(visible: string, end: number): Span | null {
  const introduction = visible.slice(0, end);
  const found = Array.from(introduction.matchAll(fullName), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    before: introduction.slice(Math.max(0, match.index - 40), match.index),
    name: match[0],
  })).filter(({ name, before }) => !noName.test(name) && !byOthers.test(before));
  const guest = found.find(({ before }) => beforeGuest.test(before)) ?? found[0];
  return guest ? { start: guest.start, end: guest.end } : null;
}
