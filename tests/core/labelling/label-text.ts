import { createWinkAnalyser } from '#verbatim/adapters/wink-analyser.js';
import { readDocument } from '#verbatim/app/indexing/read-document.js';
import type { Genre, SourceDocument } from '#verbatim/core/text/document.js';
import { labelDocument } from '#verbatim/core/labelling/label-document.js';
import type { SentenceLabel } from '#verbatim/core/labelling/labels.js';
import type { Sentence } from '#verbatim/core/text/sentence.js';
import { splitSentences } from '#verbatim/core/text/sentences.js';

export const analyser = createWinkAnalyser();

export interface LabelledText {
  readonly document: SourceDocument;
  readonly sentences: readonly Sentence[];
  readonly labels: readonly SentenceLabel[];
}

/** Reads plain text as the product would and labels it. */
export function labelText(text: string, genre: Genre | null = null, path = 'sample.txt'): LabelledText {
  const read = readDocument(path, text).document;
  const document = genre === null ? read : { ...read, metadata: { ...read.metadata, genre } };
  const sentences = splitSentences(document, analyser);
  return { document, sentences, labels: labelDocument(document, sentences) };
}

/** The label of a text of one sentence. */
export function labelOne(text: string, genre: Genre | null = null): SentenceLabel {
  const [label, ...others] = labelText(text, genre).labels;
  if (!label || others.length > 0) throw new Error(`expected one sentence: ${text}`);
  return label;
}

/** The parts of a text with another label than their sentence, as `label: words`. */
export function differingParts({ document, labels }: LabelledText): string[] {
  return labels.flatMap(({ spans }) =>
    spans.map(({ label, start, end }) => `${label}: ${document.text.slice(start, end)}`),
  );
}
