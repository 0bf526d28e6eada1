import type { Lane } from '../labelling/labels.js';
import type { Quote } from './quote.js';

/** Share of the words of both together that two quotes have in common, and of the shorter one's alone, from which on they say the same. */
const sameness = { ofBoth: 0.6, ofShorter: 0.85 } as const;
/**
 * A further quote answers, too, from these shares of the best one's score on: the reader, shown a text about something else, still marks
 * what would be an answer there.
 */
const nearlyAsGood = { found: 0.9, read: 0.75 } as const;
const minWordLength = 3;
const reversing = /^(?:not|no|never|nor|neither|none|nobody|without|cannot|un\w+|\w+n['’]t)$/;

/** Whether a quote that answers, too, says more than the best one: another answer, the same in another voice, or what only the ranking prefers. */
export function addsTo(best: Quote, quote: Quote, lane: Lane | null): boolean {
  const isRead = best.answer !== null;
  if (isRead && quote.answer === null && quote.score <= best.score) return false;
  if (quote.score < nearlyAsGood[isRead ? 'read' : 'found'] * best.score && !isBeside(best, quote)) return false;
  if (!isRead && quote.label === 'opinion' && best.label !== 'opinion' && lane === null) return false;
  if (!isSameVoice(best, quote)) return true;
  if (!best.answer || !quote.answer) return !saysTheSame(best.exact, quote.exact);
  const [one, other] = [best.answer.exact, quote.answer.exact].map((words) => listWords(words).join(' '));
  return one !== undefined && other !== undefined && !one.includes(other) && !other.includes(one);
}

/** Whether both are parts of the section that was asked for, such as the lists of a version's changes. */
function isBeside(best: Quote, quote: Quote): boolean {
  return (
    best.unit === 'list' &&
    quote.unit === 'list' &&
    best.document.id === quote.document.id &&
    best.section.length > 0 &&
    best.section[0] === quote.section[0]
  );
}

/** Whether two quotes stand in one lane, as words of the same source. */
export function isSameVoice(one: Quote, other: Quote): boolean {
  return one.label === other.label && one.attributedTo === other.attributedTo;
}

/** Whether two texts have nearly the same words, the same figures, and neither reverses what the other says. */
export function saysTheSame(one: string, other: string): boolean {
  const [first, second] = [listWords(one), listWords(other)];
  const marks = [first, second].map((words) => words.filter((word) => /\p{N}/u.test(word) || reversing.test(word)));
  if (join(marks[0]) !== join(marks[1])) return false;
  const [a, b] = [new Set(first.filter(isLong)), new Set(second.filter(isLong))];
  const common = [...a].filter((word) => b.has(word)).length;
  const shorter = Math.min(a.size, b.size);
  if (shorter === 0) return first.join(' ') === second.join(' ');
  return (
    common / (a.size + b.size - common) >= sameness.ofBoth || (shorter >= 4 && common / shorter >= sameness.ofShorter)
  );
}

function listWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? [];
}

function isLong(word: string): boolean {
  return word.length >= minWordLength || /\p{N}/u.test(word);
}

function join(words: readonly string[] = []): string {
  return [...new Set(words)].sort().join(' ');
}
