import type { Unit } from '../text/units.js';
import type { UnitQuote } from './quote-unit.js';
import type { SearchIndex } from './search-index.js';

/** Rows between what was moved and what came of it, such as who seconded it and what was said; and from either to an amendment. */
const maxBetween = 6;
/** A decision of at most so many UTF-16 units is quoted whole: more than other units, since half of it may read as its opposite. */
const maxLength = 800;
/** Words of a line that only says what came of a motion. */
const maxOutcomeWords = 30;

/** What is moved, as minutes call it. */
export const matter = '(?:motion|proposal|resolution|amendment)';
/** What opens a line in lists of minutes: a mark or a number, and signs of emphasis. */
const mark = String.raw`^[\s>*_+•–—-]*(?:\p{Nd}+[.)]\s*)?[*_]*`;
/** "Motion 4 (Ruiz): …", "It was proposed that …", "R. Dunn moved to …", "The board discussed whether to …". */
const motion = new RegExp(
  [
    String.raw`${mark}(?:the )?${matter}\b(?:\([^)\n]{1,60}\)|[^.:\n]|\b\p{L}\.){0,60}[:–—]`,
    String.raw`${mark}(?:it was )?(?:moved|proposed)\b`,
    String.raw`${mark}(?:a|the) ${matter} (?:to|that|for|by)\b`,
    String.raw`\b(?:moved|proposed|suggested|(?:put forward|made|brought) an? ${matter}) (?:that\b|to (?!(?:the|an?|his|her|its|their|our)\b))`,
    String.raw`\b(?:discussed|considered|debated|discussion (?:of|on|about)) whether\b`,
  ].join('|'),
  'imu',
);

const verdict =
  '(?:carried|agreed|resolved|passed|approved|adopted|accepted|defeated|rejected|declined|refused|lost|failed|fell|falls|withdrawn|deferred|postponed|tabled|dropped|tied)';
const votes = String.raw`\p{Nd}+(?: votes?)?(?: ?[-–:/] ?| to | for\b| in favou?r\b| ayes?\b| yes\b| against\b)`;
/** "Carried 7 to 2.", "Not agreed.", "RESULT: passed, …", "The motion fell.", "Vote: 7–2", "For 14, against 3." */
const outcome = new RegExp(
  [
    String.raw`${mark}(?:the )?(?:${matter}|result|outcome|decision|vote|it|this)?(?: was| is| has been)?[\s:*_–—-]*(?:was |is )?(?:unanimously |narrowly |not )?${verdict}\b`,
    String.raw`${mark}(?:the )?(?:result|outcome|decision)\b[*_]*\s?[:–—]`,
    String.raw`${mark}(?:votes?(?: taken)?\b[*_]*\s?[:–—]?\s?)?[*_]*${votes}`,
    String.raw`${mark}(?:votes?(?: taken)?\b[*_]*\s?[:–—]?\s?)?[*_]*(?:for|in favou?r|ayes?|yes)\b:?\s?\p{Nd}`,
    String.raw`${mark}(?:on )?(?:the )?(?:chair|president|mayor)\p{L}*(?:['’]s?)? casting vote\b`,
    String.raw`${mark}(?:all in favou?r|unanimous(?:ly)?|nem\.? ?con)\b`,
  ].join('|'),
  'iu',
);
const amendment = new RegExp(String.raw`${mark}(?:an? |the )?(?:\p{L}+ )?amend(?:ment|ed)\b`, 'iu');
/** Says that it came of the motion itself, after what came of an amendment. */
const ofMotion = /\b(?:motion|proposal|resolution|substantive|as amended)\b/iu;

/**
 * What was moved, with what came of it, where minutes give them as sentences, lines or items one after the other; null for a row that
 * belongs to no such decision, or to one that is too long to be quoted whole.
 */
export function decisionAround(index: SearchIndex, row: number): UnitQuote | null {
  for (let first = row; first >= row - 2 * maxBetween && belongs(index, row, first); first--) {
    if (!isMotion(index, first)) continue;
    const isAmendment = amendment.test(index.textOf(first));
    const last = findOutcome(index, first);
    if (last === null || last < row) {
      if (isAmendment) continue;
      return null;
    }
    // An amendment belongs to the motion above it, where there is one.
    const whole = isAmendment ? decisionAround(index, first - 1) : null;
    if (whole && (whole.rows.at(-1) ?? 0) >= row) return whole;
    const [start, end] = [index.locate(first).span.start, index.locate(last).span.end];
    const of: Unit = { kind: 'sentences', start, end };
    const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return end - start <= maxLength ? { rows, span: { start, end }, of } : null;
  }
  return null;
}

/** The last of the rows that say what came of the motion in `first` and of its amendments; null where none does. */
function findOutcome(index: SearchIndex, first: number): number | null {
  let last: number | null = null;
  let near = first;
  let [isOpen, isOfAmendment] = [true, false];
  for (let at = first + 1; belongs(index, first, at); at++) {
    const text = index.textOf(at);
    if (isOutcome(index, at)) {
      [last, near] = [at, at];
      isOpen &&= isOfAmendment && !ofMotion.test(text);
      if (!isOpen) isOfAmendment = false;
    } else if (isOpen && at <= near + maxBetween && amendment.test(text)) {
      [near, isOfAmendment] = [at, true];
    } else if (!isOpen || at > near + maxBetween || motion.test(text)) break;
  }
  return last;
}

/** Whether a row says what was moved. */
export function isMotion(index: SearchIndex, row: number): boolean {
  return motion.test(index.textOf(row)) && !isOutcome(index, row);
}

/** Whether a row only says what came of a motion. */
export function isOutcome(index: SearchIndex, row: number): boolean {
  return index.countWords(row) <= maxOutcomeWords && outcome.test(index.textOf(row));
}

/** Whether two rows stand in one section of a text, as the words of one speaker or none. */
export function belongs(index: SearchIndex, row: number, other: number): boolean {
  const [own, place] = [index.rows.at(row), index.rows.at(other)];
  if (!own || !place || place.document !== own.document || place.isContext) return false;
  if (index.headingOf(other) !== index.headingOf(row)) return false;
  return index.speakerOf(other)?.start === index.speakerOf(row)?.start;
}
