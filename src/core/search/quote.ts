import type { DocumentMetadata } from '../text/document.js';
import type { LabelSpan, Lane, Step } from '../labelling/labels.js';
import type { Trace } from './ranking.js';
import type { SearchIndex } from './search-index.js';
import type { Span } from '../text/span.js';
import { surroundingsOf } from '../text/surroundings.js';

/** The document that a quote or a passage stands in. */
export interface Citation extends DocumentMetadata {
  readonly id: string;
  readonly path: string;
}

/** One or two whole sentences exactly as they stand: `exact === document.text.slice(start, end)`. */
export interface Quote extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly document: Citation;
  /** From 1. */
  readonly paragraph: number;
  /** The label of the sentence that the quote was chosen for. */
  readonly label: Lane;
  readonly step: Step;
  /** Who has given that sentence its label. */
  readonly labelledBy: 'labeller' | 'moderator';
  /** Whom the quote is attributed to, as it stands in the text or as a moderator put it; null unless `label` is `attributed` and the source is named. */
  readonly attributedTo: string | null;
  /** The parts with another label, in text order. */
  readonly spans: readonly LabelSpan[];
  /** 0..1, comparable over questions; the sum of `trace`. */
  readonly score: number;
  readonly trace: Trace;
  /** Other places that say the same in nearly the same words. */
  readonly alsoIn: readonly QuotePlacement[];
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
  const { document } = index.locate(row);
  return { id: document.id, path: document.path, ...document.metadata };
}

export function placementOf(index: SearchIndex, row: number): QuotePlacement {
  const { start, end } = index.locate(row).span;
  return { start, end, document: citationOf(index, row), paragraph: paragraphOf(index, row) };
}

function paragraphOf(index: SearchIndex, row: number): number {
  const { document, span } = index.locate(row);
  return document.blocks[span.block]?.paragraph ?? 1;
}

/**
 * The quote made of `rows`, neighbouring sentences in text order, that was chosen for the row `main`.
 * A slice is taken, never text put together.
 */
export function makeQuote(
  index: SearchIndex,
  rows: readonly number[],
  main: number,
  { score, trace, alsoIn }: Pick<Quote, 'score' | 'trace' | 'alsoIn'>,
): Quote {
  const { document, span } = index.locate(main);
  const members = rows.map((row) => index.locate(row).span);
  const start = Math.min(...members.map((member) => member.start));
  const end = Math.max(...members.map((member) => member.end));
  const { label, step, sources, moderator } = span.label;
  return {
    exact: document.text.slice(start, end),
    ...surroundingsOf(document.text, { start, end }),
    start,
    end,
    document: citationOf(index, main),
    paragraph: paragraphOf(index, main),
    label,
    step,
    labelledBy: moderator ? 'moderator' : 'labeller',
    attributedTo: label === 'attributed' ? (sources[0] ?? null) : null,
    spans: members.flatMap((member) => differingSpans(member, label, sources[0])),
    score,
    trace,
    alsoIn,
  };
}

/** The parts of a sentence whose label is not `leading`, and what another source than `leadingSource` says. */
function differingSpans(
  sentence: Span & { readonly label: SentenceLabelParts },
  leading: Lane,
  leadingSource: string | undefined,
): LabelSpan[] {
  const { label, spans, sources } = sentence.label;
  if (label === leading && (label !== 'attributed' || sources[0] === leadingSource)) return [...spans];
  const own = { label, attributedTo: label === 'attributed' ? (sources[0] ?? null) : null };
  const parts: LabelSpan[] = [];
  let from = sentence.start;
  for (const inner of [...spans, { start: sentence.end, end: sentence.end, label: leading, attributedTo: null }]) {
    if (inner.start > from) parts.push({ start: from, end: inner.start, ...own });
    if (inner.label !== leading) parts.push(inner);
    from = inner.end;
  }
  return parts;
}

interface SentenceLabelParts {
  readonly label: Lane;
  readonly spans: readonly LabelSpan[];
  readonly sources: readonly string[];
}
