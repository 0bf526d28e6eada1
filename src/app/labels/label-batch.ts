import type { Block, SourceDocument } from '../../core/text/document.js';
import type { SentenceLabel } from '../../core/labelling/labels.js';
import { labelDocument } from '../../core/labelling/label-document.js';
import type { Analyser } from '../../core/ports.js';
import type { Sentence } from '../../core/text/sentence.js';
import type { EmbedDocuments } from '../indexing/sentence-vectors.js';
import { noStructure } from '../../core/text/units.js';

/** One line of a batch: a sentence of its own, or one of a document's sentences with its place in it. */
export interface BatchLine {
  readonly id: string;
  readonly sentence: string;
  /** The lines of one `doc` are its sentences in order. */
  readonly doc?: string;
  /** Offsets into the document; a gap of more than 1 to the sentence before means a new paragraph. */
  readonly start?: number;
  readonly end?: number;
}

export interface LabelLine extends Pick<
  SentenceLabel,
  'label' | 'attributed' | 'sources' | 'kind' | 'statement' | 'confidence' | 'step' | 'spans' | 'reasons'
> {
  readonly id: string;
}

/**
 * Labels the lines of a batch, each document's lines in the context of the others; one label line for each, in order.
 * `embed` gives the vectors of the documents' sentences; without it the cues decide alone.
 */
export async function labelBatch(
  lines: readonly BatchLine[],
  analyser: Analyser,
  embed: EmbedDocuments | null = null,
): Promise<LabelLine[]> {
  const groups = new Map<string, number[]>();
  for (const [i, { doc }] of lines.entries()) {
    const key = doc === undefined ? `line ${i}` : `doc ${doc}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  const built = [...groups.values()].map((indices) => {
    const own = indices.flatMap((i) => lines[i] ?? []);
    return { indices, own, ...buildDocument(own, analyser) };
  });
  const vectors = await embed?.(built);
  const labelled: LabelLine[] = [];
  for (const [number, { indices, own, document, sentences }] of built.entries()) {
    const labels = labelDocument(document, sentences, { vectorOf: vectors?.[number] ?? null });
    for (const [n, label] of labels.entries()) {
      const line = own[n];
      const index = indices[n];
      if (line && index !== undefined) labelled[index] = toLine(line.id, label, sentences[n]?.start ?? 0);
    }
  }
  return labelled;
}

/** Offsets of spans and reasons count from the beginning of the line's sentence. */
function toLine(
  id: string,
  { label, attributed, sources, kind, statement, confidence, step, spans, reasons }: SentenceLabel,
  offset: number,
): LabelLine {
  const move = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start - offset,
    end: span.end - offset,
  });
  return {
    id,
    label,
    attributed,
    sources,
    kind,
    ...(statement === undefined ? {} : { statement }),
    confidence,
    step,
    spans: spans.map(move),
    reasons: reasons.map(move),
  };
}

/** Puts the sentences back where they stood: white space between them, a block for each paragraph. */
function buildDocument(
  lines: readonly BatchLine[],
  analyser: Analyser,
): { document: SourceDocument; sentences: Sentence[] } {
  let text = '';
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  let previousEnd: number | null = null;
  for (const { sentence, start } of lines) {
    const gap = previousEnd === null || start === undefined ? 0 : start - previousEnd;
    const opensParagraph = blocks.length === 0 || gap > 1;
    if (blocks.length > 0) text += opensParagraph ? '\n\n' : ' '.repeat(Math.max(0, Math.min(gap, 1)));
    const from = text.length;
    text += sentence;
    previousEnd = start === undefined ? null : start + sentence.length;
    const last = blocks.at(-1);
    if (opensParagraph || !last)
      blocks.push({ kind: 'paragraph', start: from, end: text.length, paragraph: blocks.length + 1 });
    else blocks[blocks.length - 1] = { ...last, end: text.length };
    const tokens = analyser
      .analyse(sentence)
      .tokens.map((token) => ({ ...token, start: token.start + from, end: token.end + from }));
    sentences.push({ start: from, end: text.length, block: blocks.length - 1, tokens });
  }
  const metadata = { title: '', author: null, publication: null, date: null, url: null, genre: null };
  return { document: { id: 'batch', path: '', text, metadata, blocks, markup: [], structure: noStructure }, sentences };
}
