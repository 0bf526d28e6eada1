import type { HeldTexts } from '../asking/held-texts.js';
import { blankMarkup, type SourceDocument } from '../../core/text/document.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { trimSpan, type Span } from '../../core/text/span.js';
import { lanes } from '../../core/labelling/labels.js';
import { countSources } from './collect-sources.js';
import { toPercentages } from './lane-wording.js';
import type {
  LaneCounts,
  ReportDocument,
  ReportLabel,
  ReportSegment,
  ReportSentence,
  ShownLabel,
} from './report-document.js';

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,:-](?=[\p{L}\p{N}]))*/gu;

/** Gathers what a report shows of one document. `labels` are those of `sentences`, in the same order. */
export function collectDocument<Label extends ShownLabel>(
  document: SourceDocument,
  sentences: readonly (Span & { readonly block: number })[],
  labels: readonly Label[],
): ReportDocument<Label> {
  const visible = blankMarkup(document.text, document.markup);
  const ofBlock: ReportSentence<Label>[][] = document.blocks.map(() => []);
  for (const [i, { start, end, block }] of sentences.entries()) {
    const label = labels[i];
    if (!label) throw new RangeError(`sentence ${i} of ${document.path} has no label`);
    if (document.blocks[block]?.kind === 'heading') continue;
    ofBlock[block]?.push({ start, end, label, segments: cutSegments(visible, label) });
  }
  const all = ofBlock.flat();
  const segments = all.flatMap((sentence) => sentence.segments);
  return {
    document,
    blocks: document.blocks.map((block, i) => ({ block, sentences: ofBlock[i] ?? [] })),
    words: countWordsByLane(segments),
    unclearWords: sumWords(
      all.filter(({ label }) => label.step === 'unclear').flatMap((sentence) => sentence.segments),
    ),
    sources: countSources(all),
  };
}

/** Adds up counts lane by lane. */
export function addCounts(all: readonly LaneCounts[]): LaneCounts {
  const sum = { reported: 0, attributed: 0, opinion: 0 };
  for (const { reported, attributed, opinion } of all) {
    sum.reported += reported;
    sum.attributed += attributed;
    sum.opinion += opinion;
  }
  return sum;
}

/** Number of words over all lanes. */
export function totalOf({ reported, attributed, opinion }: LaneCounts): number {
  return reported + attributed + opinion;
}

/** The share of each lane, 0..1; they add up to 1, and all are 0 where nothing was counted. */
export function sharesOf(counts: LaneCounts): LaneCounts {
  const total = totalOf(counts) || 1;
  return {
    reported: counts.reported / total,
    attributed: counts.attributed / total,
    opinion: counts.opinion / total,
  };
}

/** The share of each lane as a whole percentage, in the order of `lanes`. */
export function percentagesOf(counts: LaneCounts): number[] {
  const shares = sharesOf(counts);
  return toPercentages(lanes.map((lane) => shares[lane]));
}

/** How many of all words are unclear, as a whole percentage: 0 only where none is. */
export function percentageUnclear(unclearWords: number, counts: LaneCounts): number {
  return unclearWords === 0 ? 0 : Math.max(1, Math.round((unclearWords / totalOf(counts)) * 100));
}

/** Cuts a sentence where its label changes. Full stops and quotation marks alone make no segment of their own. */
function cutSegments(visible: string, label: ShownLabel): ReportSegment[] {
  const own = { lane: label.label, attributedTo: label.label === 'attributed' ? (label.sources[0] ?? null) : null };
  const raw: Omit<ReportSegment, 'words'>[] = [];
  let from = label.start;
  for (const span of label.spans) {
    if (span.start > from) raw.push({ start: from, end: span.start, ...own });
    raw.push({ start: span.start, end: span.end, lane: span.label, attributedTo: span.attributedTo });
    from = span.end;
  }
  if (label.end > from) raw.push({ start: from, end: label.end, ...own });

  const segments: ReportSegment[] = [];
  for (const part of raw) {
    const trimmed = trimSpan(visible, part);
    if (trimmed.start === trimmed.end) continue;
    const words = countWords(visible.slice(trimmed.start, trimmed.end));
    const last = segments.at(-1);
    if (last && words === 0) segments[segments.length - 1] = { ...last, end: trimmed.end };
    else if (last?.words === 0) segments[segments.length - 1] = { ...part, ...trimmed, start: last.start, words };
    else segments.push({ ...part, ...trimmed, words });
  }
  return segments;
}

function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

function sumWords(segments: readonly ReportSegment[]): number {
  return segments.reduce((sum, { words }) => sum + words, 0);
}

function countWordsByLane(segments: readonly ReportSegment[]): LaneCounts {
  const counts = { reported: 0, attributed: 0, opinion: 0 };
  for (const { lane, words } of segments) counts[lane] += words;
  return counts;
}

/** Gathers a document of an index: the labels that it holds, and why the labeller gave them. */
export function collectIndexed(indexed: IndexedDocument, held: Pick<HeldTexts, 'explainLabels'>): ReportDocument {
  const { document, sentences } = indexed;
  const explained = held.explainLabels(indexed, { start: 0, end: document.text.length });
  const labels = sentences.flatMap(({ label }, i): ReportLabel[] => {
    const own = explained[i];
    return own ? [{ ...own, ...label }] : [];
  });
  return collectDocument(document, sentences, labels);
}

/** Gathers so many sentences of a document of an index, from one on, with the labels that the index holds, without reasons. */
export function collectStored(indexed: IndexedDocument, first: number, count: number): ReportDocument<ShownLabel> {
  const sentences = indexed.sentences.slice(first, first + count);
  const labels = sentences.map(({ start, end, label }) => ({ ...label, start, end }));
  return collectDocument(indexed.document, sentences, labels);
}

/** What is counted in a document, without its text. */
type LaneSummary = Pick<ReportDocument, 'words' | 'unclearWords' | 'sources'>;

/** Kept as long as an index holds the document. */
const kept = new WeakMap<IndexedDocument, LaneSummary>();

/** Counts the lanes of a whole document of an index. */
export function summariseLanes(indexed: IndexedDocument): LaneSummary {
  const known = kept.get(indexed);
  if (known) return known;
  const { words, unclearWords, sources } = collectStored(indexed, 0, indexed.sentences.length);
  const summary = { words, unclearWords, sources };
  kept.set(indexed, summary);
  return summary;
}
