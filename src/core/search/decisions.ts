import type { Concept } from '../question/concepts.js';
import type { Unit } from '../text/units.js';
import { strengthIn } from './concept-scores.js';
import { maxUnitLength, type UnitQuote } from './quote-unit.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/** Rows between what was moved and what came of it, such as who seconded it. */
const maxBetween = 3;
/** Rows of an item before its motion. */
const maxAbove = 8;
/** Words of a line that only says what came of a motion. */
const maxOutcomeWords = 30;

const matter = '(?:motion|proposal|resolution|amendment)';
/** "Ann Berg's motion", "the proposal by Berg". */
const personName = String.raw`(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?)`;
const mover = new RegExp(
  String.raw`${personName}['’]s? (?:\p{Ll}+ )?${matter}|${matter} (?:by|of|from) ${personName}`,
  'u',
);
/** What opens a line in lists of minutes: a mark or a number, and signs of emphasis. */
const mark = String.raw`^[\s>*_+•–—-]*(?:\p{Nd}+[.)]\s*)?[*_]*`;
/** "Motion 4 (Ruiz): …", "It was proposed that …", "R. Dunn moved to …", "The board discussed whether to …". */
const motion = new RegExp(
  [
    String.raw`${mark}(?:the )?${matter}\b(?:[^.:\n]|\b\p{L}\.){0,60}[:–—]`,
    String.raw`${mark}(?:it was )?(?:moved|proposed)\b`,
    String.raw`${mark}(?:a|the) ${matter} (?:to|that|for|by)\b`,
    String.raw`\b(?:moved|proposed|suggested|(?:put forward|made|brought) an? ${matter}) (?:that\b|to (?!(?:the|an?|his|her|its|their|our)\b))`,
    String.raw`\b(?:discussed|considered|debated|discussion (?:of|on|about)) whether\b`,
  ].join('|'),
  'imu',
);

const verdict =
  '(?:carried|agreed|resolved|passed|approved|adopted|accepted|defeated|rejected|declined|refused|lost|failed|fell|falls|withdrawn|deferred|postponed|tabled|dropped)';
const votes = String.raw`\p{Nd}+(?: votes?)?(?: ?[-–:/] ?| to | for\b| in favou?r\b| ayes?\b| yes\b| against\b)`;
/** "Carried 7 to 2.", "Not agreed.", "RESULT: passed, …", "The motion fell.", "Vote: 7–2", "For 14, against 3." */
const outcome = new RegExp(
  [
    String.raw`${mark}(?:the )?(?:${matter}|result|outcome|decision|vote|it|this)?(?: was| is| has been)?[\s:*_–—-]*(?:was |is )?(?:unanimously |narrowly |not )?${verdict}\b`,
    String.raw`${mark}(?:the )?(?:result|outcome|decision)\b[*_]*\s?[:–—]`,
    String.raw`${mark}(?:votes?(?: taken)?\b[*_]*\s?[:–—]?\s?)?[*_]*${votes}`,
    String.raw`${mark}(?:votes?(?: taken)?\b[*_]*\s?[:–—]?\s?)?[*_]*(?:for|in favou?r|ayes?|yes)\b:?\s?\p{Nd}`,
    String.raw`${mark}(?:all in favou?r|unanimous(?:ly)?|nem\.? ?con)\b`,
  ].join('|'),
  'iu',
);

/**
 * What was moved, with what came of it, where minutes give them as sentences, lines or items one after the other; null for a row that
 * belongs to no such decision, or to one that is too long to be quoted whole.
 */
export function decisionAround(index: SearchIndex, row: number): UnitQuote | null {
  for (let first = row; first >= row - maxBetween - 2 && belongs(index, row, first); first--) {
    if (!motion.test(index.textOf(first)) || isOutcome(index, first)) continue;
    const last = findOutcome(index, first);
    if (last === null || last < row) return null;
    const [start, end] = [index.locate(first).span.start, index.locate(last).span.end];
    const of: Unit = { kind: 'sentences', start, end };
    const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return end - start <= maxUnitLength ? { rows, span: { start, end }, of } : null;
  }
  return null;
}

const asking = new RegExp(
  [
    String.raw`^(?:what|which|how)\b.*\b(?:decided?|agreed?|resolved?|voted?)\b`,
    String.raw`\bwhat (?:is|was|were) the (?:outcome|results?|decision|vote)\b`,
    String.raw`^what (?:became of|came of|happened (?:to|with))\b.*\b${matter}\b`,
    String.raw`^(?:is|was|were|did|do|does|has|have)\b.*\b(?:${matter}|carried|carry|approved?|pass|passed|adopted|agreed?|rejected|defeated|vote|voted)\b`,
  ].join('|'),
  'iu',
);
/** Words of such a question that only say that something was decided, or by whom. */
const decidingWord =
  /^(?:became$|came$|happen|deci[ds]|agree|resol|vot(?:e|ing)|outcome|result|motion|propos|amendment|carr(?:y|ied)|approv|pass|adopt|reject|defeat|board$|committee$|council$|meeting$|assembly$|members?$)/i;

/**
 * Tells which rows stand in a decision that has all else the question speaks of, in its own words or above in its item of the agenda; null
 * where it asks for no decision. Minutes write whoever moved it in their own way, so that name need not stand there.
 */
export function findDecided(
  { question, sentences }: Pick<Ranking, 'question' | 'sentences'>,
  index: SearchIndex,
): ((row: number) => boolean) | null {
  if (!asking.test(question.core)) return null;
  const movers = question.core.match(mover)?.slice(1).join(' ') ?? '';
  const isMatter = ({ text, name }: Concept): boolean =>
    !decidingWord.test(text) && (name === null || !movers.includes(text));
  const wanted = sentences.concepts.filter((_, i) => question.concepts[i] && isMatter(question.concepts[i]));
  if (wanted.length === 0) return null;
  return (row) => {
    const own = decisionAround(index, row)?.rows ?? [];
    const [first] = own;
    if (first === undefined) return false;
    const rows = [...rowsAbove(index, first), ...own];
    return wanted.every((concept) => rows.some((one) => strengthIn(one, concept) > 0));
  };
}

/** What an item of the agenda says before the motion in `first`, to its mark or to the decision before. */
function rowsAbove(index: SearchIndex, first: number): number[] {
  const rows: number[] = [];
  for (let at = first - 1; at >= first - maxAbove && belongs(index, first, at); at--) {
    const { document, span } = index.locate(at);
    const below = index.locate(at + 1).span.block;
    const isPastItem = span.block !== below && document.blocks[below]?.kind === 'list-item' && rows.length > 0;
    if (isPastItem || motion.test(index.textOf(at)) || isOutcome(index, at)) break;
    rows.push(at);
  }
  return rows;
}

/** The last of the rows that say what came of the motion in `first`; null where none does. */
function findOutcome(index: SearchIndex, first: number): number | null {
  let last: number | null = null;
  for (let at = first + 1; belongs(index, first, at); at++) {
    if (isOutcome(index, at)) last = at;
    else if (last !== null || at > first + maxBetween || motion.test(index.textOf(at))) break;
  }
  return last;
}

function isOutcome(index: SearchIndex, row: number): boolean {
  return index.countWords(row) <= maxOutcomeWords && outcome.test(index.textOf(row));
}

/** Whether two rows stand in one section of a text, as the words of one speaker or none. */
function belongs(index: SearchIndex, row: number, other: number): boolean {
  const [own, place] = [index.rows[row], index.rows[other]];
  if (!own || !place || place.document !== own.document || place.isContext) return false;
  if (index.headingOf(other) !== index.headingOf(row)) return false;
  return index.speakerOf(other)?.start === index.speakerOf(row)?.start;
}
