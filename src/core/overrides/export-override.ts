import { blankMarkup, type Genre, type SourceDocument } from '../text/document.js';
import type { Lane, SentenceLabel } from '../labelling/labels.js';
import type { Span } from '../text/span.js';
import type { LabelOverride } from './label-override.js';
import type { SentenceText } from './place-anchors.js';

/** The letters of the lanes in the labelled set. */
const letters = { reported: 'R', opinion: 'O', attributed: 'A' } as const satisfies Record<Lane, string>;
type LaneLetter = (typeof letters)[Lane];

/** A label set by a moderator, in the terms of the labelled set (tests/labelled/GUIDE.md). */
export interface ExportedOverride extends Span {
  /** Path of the document. */
  readonly document: string;
  readonly title: string | null;
  /** As declared; null where it is not, or where the words no longer stand. */
  readonly genre: Genre | null;
  /** The words as they stand: the document's text from `start` to `end`. */
  readonly sentence: string;
  readonly label: LaneLetter;
  readonly source: string | null;
  /** The reporting words of the sentence, which the labeller found; empty where there are none, null unless attributed. */
  readonly cue: string | null;
  readonly kind: LabelOverride['kind'];
  /** A line that can stand in a document of the labelled set; null for words that its format cannot hold. */
  readonly line: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** The labeller's own label when it was decided. */
  readonly was: LaneLetter;
  readonly note: string | null;
  /** ISO 8601. */
  readonly decidedAt: string;
  /** Whether the words still stand in the texts; if not, the place is where they were. */
  readonly stands: boolean;
}

/** Where an override stands, with the labeller's labels of its sentences. */
interface Standing extends SentenceText {
  readonly first: number;
  readonly last: number;
  readonly labels: readonly SentenceLabel[];
}

export function exportOverride(override: LabelOverride, standing: Standing | null): ExportedOverride {
  const { label, source, kind, was, note, decidedAtMs } = override;
  const { first, last, sentences, document } = standing ?? { first: 0, last: 0, sentences: [], document: null };
  const start = sentences[first]?.start ?? override.start;
  const end = sentences[last]?.end ?? override.end;
  const sentence = document?.text.slice(start, end) ?? override.exact;
  const cue = label === 'attributed' ? findCue(standing?.labels ?? [], { start, end }) : null;
  const visible = document ? visibleText(document, { start, end }) : flatten(sentence);
  return {
    document: document?.path ?? override.path,
    title: document?.metadata.title ?? null,
    genre: document?.metadata.genre ?? null,
    sentence,
    start,
    end,
    label: letters[label],
    source,
    cue,
    kind,
    line: writeLine(visible, { label, source, cue, kind }),
    before: document ? textOf(document, sentences[first - 1]) : null,
    after: document ? textOf(document, sentences[last + 1]) : null,
    was: letters[was],
    note,
    decidedAt: new Date(decidedAtMs).toISOString(),
    stands: document !== null,
  };
}

/** One line in the format of the labelled set; null where the words hold what its format means by tags. */
function writeLine(
  words: string,
  { label, source, cue, kind }: Pick<ExportedOverride, 'source' | 'cue' | 'kind'> & { readonly label: Lane },
): string | null {
  if (words === '' || /<\/?[roa][\s>]/.test(words)) return null;
  if (label !== 'attributed') return `${letters[label]}| ${words}`;
  const [name, found] = [source, cue].map((value) => flatten(value ?? '').replaceAll('"', "'"));
  return `A source="${name ?? ''}" cue="${found ?? ''}" kind="${kind ?? 'said'}"| ${words}`;
}

/** The strongest words inside the sentence that speak for a source. */
function findCue(labels: readonly SentenceLabel[], { start, end }: Span): string {
  const inside = labels
    .flatMap(({ reasons }) => reasons)
    .filter((reason) => reason.towards === 'attributed' && !/^\[.*\]$/s.test(reason.cue))
    .filter((reason) => reason.start >= start && reason.end <= end && reason.end - reason.start < end - start)
    .sort((a, b) => b.weight - a.weight);
  return flatten(inside[0]?.cue ?? '');
}

function textOf(document: SourceDocument, span: Span | undefined): string | null {
  return span ? document.text.slice(span.start, span.end) : null;
}

/** Without notation, on one line. */
function visibleText({ text, markup }: SourceDocument, { start, end }: Span): string {
  return flatten(blankMarkup(text, markup).slice(start, end));
}

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
