import { placesIn, type PlacedSpan } from '../text/derivation.js';
import { dateOfItem, dateOfTurn } from '../text/document-dates.js';
import { readWords, type DocumentMetadata, type SourceDocument } from '../text/document.js';
import { cellOpening, inlineNotation } from './inline-notation.js';
import type { LabelSpan, Lane, StatementKind, Step } from '../labelling/labels.js';
import type { Trace } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import { contains, overlaps, type Span, intersect } from '../text/span.js';
import type { UnitKind } from '../text/units.js';
import type { UnitQuote } from './quote-unit.js';
import { surroundingsOf } from '../text/surroundings.js';

/** The document that a quote or a passage stands in. */
export interface Citation extends DocumentMetadata {
  /** Of the turn, the item of a list or the section that it stands in, if that has one; else the document's. */
  readonly date: string | null;
  readonly id: string;
  readonly path: string;
}

/** One or two whole sentences exactly as they stand: `exact === document.text.slice(start, end)`. */
export interface Quote extends Span, PlacedSpan {
  readonly exact: string;
  /**
   * The parts of it that are notation for emphasis, links or cells in HTML, as ranges of the document's text: whoever shows the quote leaves them
   * out (`readQuoted`). Left out where there are none.
   */
  readonly notation?: readonly Span[];
  readonly prefix: string;
  readonly suffix: string;
  readonly document: Citation;
  /** The headings that the quote stands under, the highest first. */
  readonly section: readonly string[];
  /** From 1. */
  readonly paragraph: number;
  /** What the quote is a whole or, with `continues`, a part of. */
  readonly unit: UnitKind;
  /** Whether what it is a part of goes on after it. */
  readonly continues: boolean;
  /** What is shown above the quote: its question, lead-in, header cells or heading; ranges into the document's text. */
  readonly context: readonly Span[];
  /** The same in words, line by line, without notation: the header cells of a row are one line, parted by `|`. */
  readonly above: readonly string[];
  /** The words that answer; null where nothing was asked or nothing read. */
  readonly answer: AnswerWords | null;
  /** The label of the sentence that the quote was chosen for; of its clause that holds the answering words, where these are known. */
  readonly label: Lane;
  readonly step: Step;
  /** Who has given that sentence its label. */
  readonly labelledBy: 'labeller' | 'moderator';
  /** Whom the quote is attributed to, as it stands in the text or as a moderator put it; null unless `label` is `attributed` and the source is named. */
  readonly attributedTo: string | null;
  /** What it does where the author neither just tells nor judges, and only where `label` is `reported`; left out otherwise. */
  readonly statement?: StatementKind;
  /** The parts with another label, in text order. */
  readonly spans: readonly LabelSpan[];
  /** 0..1, comparable over questions; the sum of `trace`. */
  readonly score: number;
  readonly trace: Trace;
  /** Other places that say the same in nearly the same words. */
  readonly alsoIn: readonly QuotePlacement[];
}

/** The words of a quote that answer the question; offsets into the document's text. */
interface AnswerWords extends Span {
  readonly exact: string;
}

/** Where else something stands. */
interface QuotePlacement extends Span {
  readonly document: Citation;
  /** From 1. */
  readonly paragraph: number;
}

/** For a quote that was not found by a question. */
export const noScore: Pick<Quote, 'score' | 'trace' | 'alsoIn'> = {
  score: 0,
  trace: { lexical: 0, passage: 0, document: 0, neighbour: 0, vector: 0, answerType: 0, lane: 0 },
  alsoIn: [],
};

export function citationOf(index: SearchIndex, row: number): Citation {
  const { document, span } = index.locate(row);
  const speaker = index.speakerOf(row);
  const turn = speaker && document.structure.turns.find((one) => one.speaker.start === speaker.start);
  const date = (turn && dateOfTurn(document, turn)) ?? dateOfItem(document, span.block) ?? index.dateOf(row);
  return { id: document.id, path: document.path, ...document.metadata, date };
}

export function placementOf(index: SearchIndex, row: number): QuotePlacement {
  const { start, end } = index.locate(row).span;
  return { start, end, document: citationOf(index, row), paragraph: paragraphOf(index, row) };
}

function paragraphOf(index: SearchIndex, row: number): number {
  const { document, span } = index.locate(row);
  return document.blocks[span.block]?.paragraph ?? 1;
}

/** What a quote is made for besides its sentences; both null unless said. */
interface QuotedParts {
  /** The words that answer; what lies outside of the quote is none of it. */
  readonly words?: Span | null;
  /** From where to where to quote, which may begin before the first sentence and end after the last; and what that is a part of. */
  readonly unit?: Pick<UnitQuote, 'span' | 'of'> | null;
  /** Whether a heading above it answers, as the version does that an item is listed under: it is shown with it then. */
  readonly isAnsweredAbove?: boolean;
}

/**
 * The quote made of `rows`, neighbouring sentences in text order, that was chosen for the row `main`.
 * `whole` is what it is widened to: a unit with the fences of its code. A slice is taken, never text put together.
 */
export function makeQuote(
  index: SearchIndex,
  rows: readonly number[],
  main: number,
  { score, trace, alsoIn }: Pick<Quote, 'score' | 'trace' | 'alsoIn'>,
  { words: marked = null, unit: quoted = null, isAnsweredAbove = false }: QuotedParts = {},
): Quote {
  const { document, span } = index.locate(main);
  const members = rows.map((row) => index.locate(row).span);
  const start = Math.min(...members.map((member) => member.start), quoted?.span.start ?? Infinity);
  const end = Math.max(...members.map((member) => member.end), quoted?.span.end ?? -1);
  const words = marked && intersect(marked, { start, end });
  const { moderator, statement } = span.label;
  const { label, step, attributedTo } = labelAt(span, words);
  const unit = quoted?.of ?? index.unitOf(main);
  const notation = unit.kind === 'code' ? [] : inlineNotation(document, { start, end });
  const [own, heads] = [index.contextOf(main), isAnsweredAbove ? index.sectionOf(main) : []];
  const above = [...heads.filter((head) => own.every((one) => !overlaps(one, head))), ...own];
  const context = above.filter((line) => !overlaps(line, { start, end }));
  return {
    exact: document.text.slice(start, end),
    ...(notation.length > 0 && { notation }),
    ...surroundingsOf(document.text, { start, end }),
    ...placesIn(document, { start, end }),
    start,
    end,
    document: citationOf(index, main),
    section: index.sectionNames(main),
    paragraph: paragraphOf(index, main),
    unit: unit.kind,
    continues: unit.kind !== 'sentences' && /[\p{L}\p{N}]/u.test(document.text.slice(end, unit.end)),
    context,
    above: linesAbove(document, context),
    answer: words && { ...spanOf(words), exact: document.text.slice(words.start, words.end) },
    label,
    step,
    labelledBy: moderator ? 'moderator' : 'labeller',
    attributedTo,
    ...(statement !== undefined && label === 'reported' ? { statement } : {}),
    spans: members.flatMap((member) => differingSpans(member, { label, attributedTo })),
    score,
    trace,
    alsoIn,
  };
}

/** A stretch of a quote, as a range of the document's text, as a reader sees it: without notation. */
export function readQuoted(
  { exact, start, notation = [] }: Pick<Quote, 'exact' | 'start' | 'notation'>,
  part: Span,
): string {
  let words = '';
  let from = part.start;
  for (const hidden of notation) {
    if (hidden.start >= part.end) break;
    words += exact.slice(from - start, Math.max(from, hidden.start) - start);
    from = Math.max(from, Math.min(hidden.end, part.end));
    const isCell =
      hidden.start >= part.start && cellOpening.test(exact.slice(hidden.start - start, hidden.end - start));
    if (isCell && !/^(?:\s*<[^<>]*>)*\s*$/.test(exact.slice(0, hidden.start - start))) words += ' | ';
  }
  return words + exact.slice(from - start, part.end - start);
}

/** What stands above in words; what stands on one line of the text stays on one. */
function linesAbove(document: SourceDocument, context: readonly Span[]): string[] {
  const lines: string[] = [];
  let before = -1;
  for (const span of context) {
    const words = readWords(document, span);
    const isOnLine = before >= 0 && span.start >= before && !document.text.slice(before, span.start).includes('\n');
    if (isOnLine && lines.length > 0) lines[lines.length - 1] = `${lines.at(-1) ?? ''} | ${words}`;
    else if (words !== '') lines.push(words);
    before = span.end;
  }
  return lines;
}

interface Labelled {
  readonly label: Lane;
  readonly attributedTo: string | null;
}

/** The label of the clause that the words lie in; the sentence's own where they lie in its main part or are not known. */
function labelAt(
  sentence: Span & { readonly label: SentenceLabelParts },
  words: Span | null,
): Labelled & { step: Step } {
  const { step, spans } = sentence.label;
  const clause = words && spans.find((span) => contains(span, words));
  if (!clause) return { ...ownLabel(sentence.label), step };
  const { label, attributedTo } = clause;
  return { label, attributedTo, step: step === 'clear' ? 'likely' : step };
}

function ownLabel({ label, sources }: SentenceLabelParts): Labelled {
  return { label, attributedTo: label === 'attributed' ? (sources[0] ?? null) : null };
}

/** The parts of a sentence whose label is not `leading`, and what another source than its says. */
function differingSpans(sentence: Span & { readonly label: SentenceLabelParts }, leading: Labelled): LabelSpan[] {
  const { spans } = sentence.label;
  const own = ownLabel(sentence.label);
  if (isSame(own, leading)) return spans.filter((span) => !isSame(span, leading));
  const parts: LabelSpan[] = [];
  let from = sentence.start;
  for (const inner of [...spans, { start: sentence.end, end: sentence.end, ...leading }]) {
    if (inner.start > from) parts.push({ start: from, end: inner.start, ...own });
    if (!isSame(inner, leading)) parts.push(inner);
    from = inner.end;
  }
  return parts;
}

function isSame(one: Labelled, other: Labelled): boolean {
  return one.label === other.label && (one.label !== 'attributed' || one.attributedTo === other.attributedTo);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

interface SentenceLabelParts {
  readonly label: Lane;
  readonly step: Step;
  readonly spans: readonly LabelSpan[];
  readonly sources: readonly string[];
}
