import { blankMarkup, namesOf, readWords, type SourceDocument } from '../../core/text/document.js';
import { labelDocument } from '../../core/labelling/label-document.js';
import type { SentenceVectors } from '../../core/labelling/opinion/probe.js';
import type { SentenceLabel, StoredLabel } from '../../core/labelling/labels.js';
import { cutPassages } from '../../core/text/passages.js';
import type { Analyser } from '../../core/ports.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { makeSieve } from '../../core/search/word-sieve.js';
import type { Sentence } from '../../core/text/sentence.js';
import { splitSentences } from '../../core/text/sentences.js';
import { termsOf } from '../../core/english/terms.js';

/** All that can be said of a document without the embedding model. */
export interface AnalysedDocument {
  readonly document: SourceDocument;
  readonly sentences: readonly Sentence[];
  readonly titleTerms: readonly string[];
  readonly speakerTerms: readonly (readonly string[])[];
  /** See `textsToEmbed`. */
  readonly texts: readonly string[];
}

export function analyseDocument(document: SourceDocument, analyser: Analyser): AnalysedDocument {
  const sentences = splitSentences(document, analyser);
  return {
    document,
    sentences,
    titleTerms: [...new Set(namesOf(document).flatMap((name) => termsOf(analyser.analyse(name).tokens)))],
    speakerTerms: speakerTermsOf(document, analyser),
    texts: textsToEmbed(document, sentences),
  };
}

function speakerTermsOf(document: SourceDocument, analyser: Analyser): string[][] {
  const known = new Map<string, string[]>();
  return document.structure.turns.map(({ speaker }) => {
    const name = readWords(document, speaker);
    const terms = known.get(name) ?? termsOf(analyser.analyse(name).tokens);
    known.set(name, terms);
    return terms;
  });
}

/** What the model reads for each sentence: without notation, one space between words. */
export function textsToEmbed(document: SourceDocument, sentences: readonly Sentence[]): string[] {
  const visible = blankMarkup(document.text, document.markup);
  return sentences.map(({ start, end }) => visible.slice(start, end).replace(/\s+/g, ' ').trim());
}

/** What the model says of a document's sentences. */
interface ModelReading {
  readonly tokenCounts: ArrayLike<number>;
  /** See `labelDocument`. */
  readonly vectorOf: SentenceVectors | null;
}

/** Adds what takes the model: the labels and the passages. */
export function finishDocument(
  { document, sentences, titleTerms, speakerTerms }: AnalysedDocument,
  { tokenCounts, vectorOf }: ModelReading,
  maxTokens: number,
): IndexedDocument {
  const labels = labelDocument(document, sentences, { vectorOf }).map(toStored);
  const indexed = sentences.map(({ start, end, block, tokens }, i) => {
    const label = labels[i];
    if (!label) throw new RangeError(`sentence ${i} of ${document.path} has no label`);
    return { start, end, block, terms: termsOf(tokens), tokenCount: tokenCounts[i] ?? 0, label };
  });
  const passages = cutPassages(indexed, document.blocks, maxTokens);
  const sieve = makeSieve([document.text, ...namesOf(document)].join('\n'));
  return { document, sentences: indexed, passages, titleTerms, speakerTerms, sieve };
}

function toStored(own: SentenceLabel): StoredLabel {
  const { label, step, confidence, attributed, sources, kind, statement, spans } = own;
  const stored = { label, step, confidence, attributed, sources, kind, spans };
  return statement === undefined ? stored : { ...stored, statement };
}
