/**
 * A document as its row has it: lines of JSON, so that a question, which looks at a few sentences of each document, reads of most only
 * the first two. They are what is not of single sentences, with the figures of these end to end; the text; the labels, those which differ
 * in nothing but their confidence once; and a line with the terms of each sentence.
 */
import type { StoredLabel } from '../../core/labelling/labels.js';
import type { IndexedDocument, IndexedSentence } from '../../core/search/search-index.js';
import type { SourceDocument } from '../../core/text/document.js';

/** The figures of a sentence: start, end, block, tokens, and the number of its label. */
const figuresEach = 5;

interface Head extends Omit<IndexedDocument, 'document' | 'sentences'> {
  readonly document: Omit<SourceDocument, 'text'>;
  readonly figures: readonly number[];
}

interface StoredLabels {
  readonly kinds: readonly Omit<StoredLabel, 'confidence'>[];
  readonly confidences: readonly number[];
}

export function encodeDocument({ document, sentences, ...rest }: IndexedDocument): string {
  const { text, ...source } = document;
  const kinds = new Map<string, number>();
  const figures = sentences.flatMap(({ start, end, block, tokenCount, label }) => {
    const key = JSON.stringify({ ...label, confidence: undefined });
    const number = kinds.get(key) ?? kinds.size;
    kinds.set(key, number);
    return [start, end, block, tokenCount, number];
  });
  const labels = [...kinds.keys()].join(',');
  const confidences = JSON.stringify(sentences.map(({ label }) => label.confidence));
  return [
    JSON.stringify({ document: source, ...rest, figures } satisfies Head),
    JSON.stringify(text),
    `{"kinds":[${labels}],"confidences":${confidences}}`,
    ...sentences.map(({ terms }) => JSON.stringify(terms)),
  ].join('\n');
}

export function decodeDocument(content: string): IndexedDocument {
  const atText = content.indexOf('\n') + 1;
  // By an earlier version, whose index is asked until it is made anew.
  if (atText === 0) return JSON.parse(content) as IndexedDocument;
  const { document, figures, ...rest } = JSON.parse(content.slice(0, atText)) as Head;
  const atLabels = content.indexOf('\n', atText) + 1;
  const text = JSON.parse(content.slice(atText, atLabels)) as string;
  const words = new SentenceWords(figures, content, atLabels);
  const sentences: StoredSentence[] = [];
  for (let at = 0; at < figures.length; at += figuresEach)
    sentences.push(new StoredSentence(sentences.length, figures, words));
  return { document: { ...document, text }, sentences, ...rest };
}

/** The labels and terms of a document's sentences, read when somebody looks for them. */
class SentenceWords {
  private labels: StoredLabels | null = null;
  /** Where the lines begin. */
  private readonly lines: number[];

  constructor(
    private readonly figures: readonly number[],
    private readonly content: string,
    atLabels: number,
  ) {
    this.lines = [atLabels];
  }

  tokensOf(sentence: number): number {
    return this.figures[sentence * figuresEach + 3] ?? 0;
  }

  termsOf(sentence: number): readonly string[] {
    return JSON.parse(this.readLine(sentence + 1)) as readonly string[];
  }

  labelOf(sentence: number): StoredLabel {
    this.labels ??= JSON.parse(this.readLine(0)) as StoredLabels;
    const kind = this.labels.kinds[this.figures[sentence * figuresEach + 4] ?? -1];
    const confidence = this.labels.confidences[sentence];
    if (!kind || confidence === undefined) throw new RangeError(`sentence ${sentence} has no label`);
    return { ...kind, confidence };
  }

  private readLine(number: number): string {
    const { lines, content } = this;
    while (lines.length < number + 2) {
      const end = content.indexOf('\n', lines.at(-1));
      lines.push(end < 0 ? content.length + 1 : end + 1);
    }
    return content.slice(lines[number], (lines[number + 1] ?? 0) - 1);
  }
}

class StoredSentence implements IndexedSentence {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  private ownTerms: readonly string[] | null = null;
  private ownLabel: StoredLabel | null = null;

  constructor(
    private readonly number: number,
    figures: readonly number[],
    private readonly words: SentenceWords,
  ) {
    const at = number * figuresEach;
    this.start = figures[at] ?? 0;
    this.end = figures[at + 1] ?? 0;
    this.block = figures[at + 2] ?? 0;
  }

  get tokenCount(): number {
    return this.words.tokensOf(this.number);
  }

  get terms(): readonly string[] {
    return (this.ownTerms ??= this.words.termsOf(this.number));
  }

  get label(): StoredLabel {
    return (this.ownLabel ??= this.words.labelOf(this.number));
  }

  toJSON(): IndexedSentence {
    const { start, end, block, terms, tokenCount, label } = this;
    return { start, end, block, terms, tokenCount, label };
  }
}
