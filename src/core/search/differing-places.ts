import { termOf } from '../english/terms.js';
import type { Analyser } from '../ports.js';
import type { AskedQuestion } from '../question/read-question.js';
import { overlapping, overlaps, type Span } from '../text/span.js';
import type { Answer } from './answer.js';
import { isStrictlyMatched } from './answer-match.js';
import { strengthIn } from './concept-scores.js';
import { isInName } from './document-names.js';
import { asksForDate } from './newest-first.js';
import { listFigures, type StatedFigure } from './stated-figures.js';
import { makeQuote, noScore, type Quote } from './quote.js';
import { isEmptyRow } from './quote-unit.js';
import type { Candidate, Ranking } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import { wholeUnit } from './select-quotes.js';

/** Candidates that are looked through, and the share of the best one's score that another place has at least. */
const maxCandidates = 30;
const minScoreShare = 0.5;
/** Words that say of a figure that it does not hold, no longer, not yet, or only if: one place may have them, and the other not. */
const reserved =
  /\b(?:not|n['’]t|never|no longer|until|till|formerly|previously|originally|used to|before|instead|rather|would|could|might|if|unless|propos\w*|suggest\w*|discount\w*|reduced|extra|additional|another|more|less|fewer|each further|deposit|instalments?)\b/giu;
/** Words that set nothing apart. */
const light =
  /^(?:cost|price|fee|charge|payment|pay|sum|amount|total|rate|time|hour|o['’]clock|am|pm|a\.m\.?|p\.m\.?|number|person|people|member|year|month|week|day|current|new|usual|normal|regular|standard|general|full|whole|please|note|today|now|morning|noon|afternoon|evening|night)s?$/;
const telling = /^(?:NOUN|PROPN|ADJ|NUM)$/;

/** A sentence that states one figure of its kind. */
interface Statement {
  readonly row: number;
  readonly candidate: Candidate | null;
  readonly figure: StatedFigure;
  /** Terms of the words that may set apart what it speaks of. */
  readonly qualifiers: ReadonlySet<string>;
  readonly reserves: string;
}

/**
 * The answer with a place second that says another figure for the same thing as the first quote does, where the texts have one: it holds
 * all of the question's words that the first place holds, and nothing sets its figure apart. Where the dates of the two tell, the newer
 * comes first. Costs the analysis of a few sentences.
 */
export function showDiffering(answer: Answer, ranking: Ranking, index: SearchIndex, analyser: Analyser): Answer {
  const [first, ...others] = answer.quotes;
  if (answer.status !== 'answered' || !first || first.label === 'opinion') return answer;
  const candidates = ranking.candidates
    .slice(0, maxCandidates)
    .filter(
      ({ row, score }) => score >= minScoreShare * first.score && !isIn(first, row, index) && !isEmptyRow(index, row),
    );
  const statements = readFirst(first, ranking.question, index, analyser);
  const held = statements[0] ? heldConcepts(statements[0].row, ranking, index) : [];
  const holdsAll = (row: number): boolean => {
    const own = heldConcepts(row, ranking, index);
    return held.every((concept) => own.includes(concept));
  };
  for (const own of statements.filter(({ row }) => holdsAll(row))) {
    for (const candidate of candidates) {
      const { row } = candidate;
      if (!holdsAll(row) || standInOneTable(own.row, row, index)) continue;
      const other = readStatement(row, candidate, index, analyser, own.figure.kind);
      if (!other || !differ(own, other, ranking, index)) continue;
      return place(answer, others, [first, own], [quoteOf(other, ranking, index), other], ranking, index);
    }
  }
  return answer;
}

function place(
  answer: Answer,
  others: readonly Quote[],
  [first, own]: readonly [Quote, Statement],
  [second, other]: readonly [Quote, Statement],
  { question }: Ranking,
  index: SearchIndex,
): Answer {
  const [date, otherDate] = [index.dateOf(own.row), index.dateOf(other.row)];
  const isDated = date !== null && otherDate !== null && date !== otherDate && !asksForDate.test(question.text);
  const isNewer = isDated && otherDate > date;
  const rest = others.filter((quote) => !(quote.document.id === second.document.id && overlaps(quote, second)));
  const figures = [own.figure.exact, other.figure.exact] as const;
  return {
    ...answer,
    quotes: [...(isNewer ? [second, first] : [first, second]), ...rest].slice(0, Math.max(2, answer.quotes.length)),
    shown: Math.max(2, answer.shown),
    near: Math.max(2, answer.near),
    differing: { figures: isNewer ? [figures[1], figures[0]] : figures, isNewerFirst: isDated },
  };
}

/**
 * What the first quote states: the one figure in its answering words, or, where these are not known and a figure is asked for, in its
 * first sentence; then its other sentences that state one of that kind. None where there is no such figure, or several.
 */
function readFirst(quote: Quote, question: AskedQuestion, index: SearchIndex, analyser: Analyser): Statement[] {
  const { answer } = quote;
  if (!answer && !isStrictlyMatched(question)) return [];
  const rows = rowsIn(quote, quote, index);
  const [row, ...more] = answer ? rowsIn(quote, answer, index) : rows.slice(0, 1);
  if (row === undefined || more.length > 0) return [];
  const { span } = index.locate(row);
  const [figure, ...others] = listFigures(index.textOf(row), analyser).filter(({ start, end }) =>
    overlaps({ start: start + span.start, end: end + span.start }, answer ?? span),
  );
  if (!figure || others.length > 0) return [];
  return [row, ...rows.filter((other) => other !== row)].flatMap(
    (each) => readStatement(each, null, index, analyser, figure.kind) ?? [],
  );
}

function readStatement(
  row: number,
  candidate: Candidate | null,
  index: SearchIndex,
  analyser: Analyser,
  kind: string,
): Statement | null {
  const text = index.textOf(row);
  const figures = listFigures(text, analyser);
  const [figure, ...more] = figures.filter((one) => one.kind === kind);
  if (!figure || more.length > 0) return null;
  const clause = clauseAround(text, figure);
  const qualifiers = new Set<string>();
  const { tokens } = analyser.analyse(text);
  for (const token of tokens) {
    const isInFigure = figures.some((one) => overlaps(one, token));
    const term = termOf(token);
    if (isInFigure || term === null || !overlaps(clause, token) || !telling.test(token.pos)) continue;
    if (!light.test(token.lower)) qualifiers.add(term);
  }
  // "Caps are back! £12, navy only." says in the sentence before what costs so much.
  const isFragment = !tokens.some(({ pos }) => /^(?:VERB|AUX)$/.test(pos));
  if (isFragment && index.isSameBlock(row - 1, row))
    for (const token of analyser.analyse(index.textOf(row - 1)).tokens) {
      const term = termOf(token);
      if (term !== null && /^(?:NOUN|PROPN)$/.test(token.pos) && !light.test(token.lower)) qualifiers.add(term);
    }
  const reserves = [...new Set(Array.from(text.matchAll(reserved), ([word]) => word.toLowerCase()))].sort().join(' ');
  return { row, candidate, figure, qualifiers, reserves };
}

/** From the sentence's beginning, or what parts it from another one, to where something else is said after the figure. */
function clauseAround(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf(';', start);
  const after = /[,;(]|\s[–—-]\s|\b(?:and|but|which|who|due|payable|because|so that)\b/u.exec(text.slice(end));
  return { start: before + 1, end: after ? end + after.index : text.length };
}

function differ(one: Statement, other: Statement, ranking: Ranking, index: SearchIndex): boolean {
  if (one.reserves !== other.reserves || !areApart(one.figure, other.figure)) return false;
  const asked = new Set(ranking.question.concepts.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms)));
  const isCovered = (own: Statement, by: Statement): boolean => {
    const around = termsAround(by.row, index);
    return [...own.qualifiers].every((term) => asked.has(term) || by.qualifiers.has(term) || around.has(term));
  };
  return isCovered(one, other) && isCovered(other, one);
}

function areApart(one: StatedFigure, other: StatedFigure): boolean {
  const isSame = one.low === other.low && one.high === other.high;
  return !isSame && (one.high <= other.low || other.high <= one.low);
}

/** Terms of a row, the headings and lines above it, and the name of its document. */
function termsAround(row: number, index: SearchIndex): Set<string> {
  const { titleTerms = [], sentences = [] } = index.documents[index.rows.documentOf(row) ?? -1] ?? {};
  const above = index.sectionOf(row).flatMap((heading) => overlapping(sentences, heading));
  const context = index.contextRowsOf(row).flatMap((other) => index.locate(other).span.terms);
  return new Set([
    ...titleTerms,
    ...above.flatMap((number) => sentences[number]?.terms ?? []),
    ...context,
    ...index.locate(row).span.terms,
  ]);
}

/** The numbers of the question's concepts that a row holds, or the heading above it, or the name of its document. */
function heldConcepts(row: number, { question, sentences }: Ranking, index: SearchIndex): number[] {
  const heading = index.headingOf(row);
  const document = index.rows.documentOf(row) ?? -1;
  return sentences.concepts.flatMap((scored, number) => {
    const concept = question.concepts[number];
    const isHeld =
      strengthIn(row, scored) > 0 ||
      (heading !== null && strengthIn(heading, scored) > 0) ||
      (concept !== undefined && isInName(concept, document, index));
    return isHeld ? [number] : [];
  });
}

/** Rows of one table, or items of one list, are about one thing each. */
function standInOneTable(one: number, other: number, index: SearchIndex): boolean {
  if (index.rows.documentOf(one) !== index.rows.documentOf(other)) return false;
  const [own, unit] = [index.unitOf(one), index.unitOf(other)];
  if (own.kind === 'row' && unit.kind === 'row') return index.contextRowsOf(one)[0] === index.contextRowsOf(other)[0];
  const { document, span } = index.locate(one);
  const isItem = (block: number): boolean => document.blocks[block]?.kind === 'list-item';
  const to = index.locate(other).span.block;
  const [first, last] = [Math.min(span.block, to), Math.max(span.block, to)];
  return document.blocks.slice(first, last + 1).every((_, i) => isItem(first + i));
}

function quoteOf({ row, candidate, figure }: Statement, ranking: Ranking, index: SearchIndex): Quote {
  const { span } = index.locate(row);
  const words = { start: span.start + figure.start, end: span.start + figure.end };
  const unit = wholeUnit({ row }, ranking, new Set(), index, { mixLanes: true });
  const scored = candidate ? { score: candidate.score, trace: candidate.trace, alsoIn: [] } : noScore;
  return makeQuote(index, unit?.rows ?? [row], row, scored, { words, unit });
}

function rowsIn(quote: Quote, part: Span, index: SearchIndex): number[] {
  const number = index.documents.findIndex(({ document }) => document.id === quote.document.id);
  const { sentences = [] } = index.documents[number] ?? {};
  return overlapping(sentences, part).map((sentence) => (index.firstRows[number] ?? 0) + sentence);
}

function isIn(quote: Quote, row: number, index: SearchIndex): boolean {
  const { document, span } = index.locate(row);
  return document.id === quote.document.id && overlaps(quote, span);
}
