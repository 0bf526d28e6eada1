import type { Concept } from '../question/concepts.js';
import { strengthIn } from './concept-scores.js';
import { belongs, decisionAround, isMotion, isOutcome, matter } from './decisions.js';
import type { Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';

/** Rows of an item before its motion. */
const maxAbove = 8;

/** "Ann Berg's motion", "the proposal by Berg". */
const personName = String.raw`(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?)`;
const mover = new RegExp(
  String.raw`${personName}['’]s? (?:\p{Ll}+ )?${matter}|${matter} (?:by|of|from) ${personName}`,
  'u',
);

const decided =
  '(?:decided?|agreed?|resolved?|accepted?|approved?|adopted|rejected|defeated|carried|carry|pass|passed|voted?|chosen|chose|choose|selected|bought|buy)';
const asking = new RegExp(
  [
    String.raw`^(?:what|which|how)\b.*\b${decided}\b`,
    String.raw`\bwhat (?:is|was|were) the (?:outcome|results?|decision|vote)\b`,
    String.raw`^what (?:became of|came of|happened (?:to|with))\b.*\b${matter}\b`,
    String.raw`^(?:is|was|were|did|do|does|has|have)\b.*\b(?:${matter}|${decided})\b`,
  ].join('|'),
  'iu',
);
/** What may ask for a decision, if one has all that such a question speaks of: "Did the hut get lamps?", "Which firm will mend the roof?" */
const mayAsk =
  /^(?:did|was|were|has|have|is|are)\b|^(?:which|what|who)\b.*\b(?:will|shall|(?:is|are|was|were) (?:going )?to)\b/iu;
const minMatters = 2;
/** Of so many words one may be put otherwise, if the question has the whole heading above. */
const manyMatters = 3;
const minHeadingTerms = 2;
/** Words of such questions that only say that something was decided, or by whom. */
const decidingWord =
  /^(?:became$|came$|happen|deci[ds]|agree|resol|accept|vot(?:e|ing)|outcome|result|motion|propos|amendment|carr(?:y|ied)|approv|pass|adopt|reject|defeat|cho[os]|select|get$|got$|board$|committee$|council$|meeting$|assembly$|members?$)/i;

/**
 * Tells which rows stand in a decision that has all else the question speaks of, in its own words, its heading or above in its item of the
 * agenda; null where it asks for no decision. Minutes write whoever moved it in their own way, so that name need not stand there.
 */
export function findDecided(
  { question, sentences }: Pick<Ranking, 'question' | 'sentences'>,
  index: SearchIndex,
): ((row: number) => boolean) | null {
  const isAsking = asking.test(question.core);
  if (!isAsking && !mayAsk.test(question.core)) return null;
  const movers = question.core.match(mover)?.slice(1).join(' ') ?? '';
  const isMatter = ({ text, name }: Concept): boolean =>
    !decidingWord.test(text) && (name === null || !movers.includes(text));
  const wanted = question.concepts.flatMap((concept, i) => {
    const scored = sentences.concepts[i];
    return scored && isMatter(concept) ? [{ concept, scored }] : [];
  });
  if (wanted.length < (isAsking ? 1 : minMatters)) return null;
  const asked = new Set(question.concepts.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms)));
  const isHeading = (row: number): boolean => {
    const terms = [...new Set(index.locate(row).span.terms)].filter((term) => !/^\p{Nd}+$/u.test(term));
    return terms.length >= minHeadingTerms && terms.every((term) => asked.has(term));
  };
  return (row) => {
    const own = decisionAround(index, row)?.rows ?? [];
    const [first] = own;
    if (first === undefined) return false;
    const rows = [...headingOf(index, first), ...rowsAbove(index, first), ...own];
    const lacking = wanted.filter(({ scored }) => !rows.some((one) => strengthIn(one, scored) > 0));
    if (lacking.length !== 1) return lacking.length === 0;
    return wanted.length >= manyMatters && lacking[0]?.concept.name === null && rows.some(isHeading);
  };
}

function headingOf(index: SearchIndex, row: number): number[] {
  const heading = index.headingOf(row);
  return heading === null ? [] : [heading];
}

/** What an item of the agenda says before the motion in `first`, to its mark or to the decision before. */
function rowsAbove(index: SearchIndex, first: number): number[] {
  const rows: number[] = [];
  for (let at = first - 1; at >= first - maxAbove && belongs(index, first, at); at--) {
    const { document, span } = index.locate(at);
    const below = index.locate(at + 1).span.block;
    const isPastItem = span.block !== below && document.blocks[below]?.kind === 'list-item' && rows.length > 0;
    if (isPastItem || isMotion(index, at) || isOutcome(index, at)) break;
    rows.push(at);
  }
  return rows;
}
