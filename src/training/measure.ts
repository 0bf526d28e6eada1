import { lanes, type Lane, type SentenceLabel } from '../core/labelling/labels.js';
import { labelDocument } from '../core/labelling/label-document.js';
import { isWord } from '../core/labelling/grammar/sentence-view.js';
import type { EmbeddedDocument } from './embed-labelled.js';
import type { GoldSentence, LabelledDocument } from './read-labelled.js';

/** How well labels agree with the gold set; every figure but the counts is between 0 and 1. */
export interface Measures {
  readonly documents: number;
  readonly sentences: number;
  /** Mean F1 of the three leading labels. */
  readonly leadingMacroF1: number;
  readonly leadingF1: Readonly<Record<Lane, number>>;
  /** Mean F1 of the three labels over word tokens, by the span that each lies in. */
  readonly tokenMacroF1: number;
  readonly tokenF1: Readonly<Record<Lane, number>>;
  /** Over sentences attributed in both with a gold source: some source holds the other's words. */
  readonly sourceMatch: number;
  /** Over sentences attributed in both. */
  readonly kindAccuracy: number;
  /** Expected calibration error of "opinion or not", ten bins. */
  readonly calibrationError: number;
}

/** Labels the sentences of one document. */
type Labeller<Labelled extends LabelledDocument> = (document: Labelled) => readonly SentenceLabel[];

/** By the shipped weights and the cues alone. */
export function labelByCues({ document, sentences }: LabelledDocument): SentenceLabel[] {
  return labelDocument(document, sentences);
}

/** By the shipped weights, as documents of an index are labelled. */
export function labelAsIndexed({ document, sentences, vectorOf }: EmbeddedDocument): SentenceLabel[] {
  return labelDocument(document, sentences, { vectorOf });
}

type Pair = readonly [gold: Lane, predicted: Lane];

/** Labels the documents and compares. */
export function measureLabels<Labelled extends LabelledDocument>(
  documents: readonly Labelled[],
  label: Labeller<Labelled>,
): Measures {
  const leading: Pair[] = [];
  const words: Pair[] = [];
  const claims: { claimed: number; right: boolean }[] = [];
  const sources: boolean[] = [];
  const kinds: boolean[] = [];
  for (const labelled of documents) {
    for (const [i, given] of label(labelled).entries()) {
      const own = labelled.gold[i];
      const sentence = labelled.sentences[i];
      if (!own || !sentence) continue;
      leading.push([own.label, given.label]);
      claims.push({ claimed: given.confidence, right: (own.label === 'opinion') === (given.label === 'opinion') });
      for (const token of sentence.tokens) {
        if (isWord(token)) words.push([findLane(own, token.start), findLane(given, token.start)]);
      }
      if (own.label !== 'attributed' || given.label !== 'attributed') continue;
      kinds.push(own.kind === given.kind);
      if (own.source) sources.push(matchesSource(own.source, given));
    }
  }
  const leadingF1 = scoreLanes(leading);
  const tokenF1 = scoreLanes(words);
  return {
    documents: documents.length,
    sentences: leading.length,
    leadingMacroF1: meanOf(Object.values(leadingF1)),
    leadingF1,
    tokenMacroF1: meanOf(Object.values(tokenF1)),
    tokenF1,
    sourceMatch: meanOf(sources.map(Number)),
    kindAccuracy: meanOf(kinds.map(Number)),
    calibrationError: findCalibrationError(claims),
  };
}

function findLane({ label, spans }: GoldSentence | SentenceLabel, at: number): Lane {
  return spans.find(({ start, end }) => start <= at && at < end)?.label ?? label;
}

function scoreLanes(pairs: readonly Pair[]): Record<Lane, number> {
  const f1 = (lane: Lane): number => {
    const right = pairs.filter(([gold, predicted]) => gold === lane && predicted === lane).length;
    const total =
      pairs.filter(([gold]) => gold === lane).length + pairs.filter(([, predicted]) => predicted === lane).length;
    return total === 0 ? 0 : round((2 * right) / total);
  };
  const [reported, attributed, opinion] = lanes;
  return { reported: f1(reported), attributed: f1(attributed), opinion: f1(opinion) };
}

const smallWords = new Set(['the', 'a', 'an', 'of', 'for', 'and', 'its', 'his', 'her', 'their']);

function matchesSource(gold: string, { sources }: SentenceLabel): boolean {
  const wordsOf = (text: string): Set<string> =>
    new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !smallWords.has(word)));
  const wanted = wordsOf(gold);
  return sources.some((source) => {
    const given = wordsOf(source);
    const shared = [...wanted].filter((word) => given.has(word)).length;
    return (
      shared > 0 && (shared === Math.min(wanted.size, given.size) || (2 * shared) / (wanted.size + given.size) >= 0.5)
    );
  });
}

function findCalibrationError(claims: readonly { readonly claimed: number; readonly right: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const own = claims.filter(({ claimed }) => Math.min(9, Math.floor(claimed * 10)) === bin);
    if (own.length === 0) continue;
    error +=
      Math.abs(
        meanOf(
          own.map(({ claimed }) => claimed),
          false,
        ) -
          meanOf(
            own.map(({ right }) => Number(right)),
            false,
          ),
      ) *
      (own.length / claims.length);
  }
  return round(error);
}

function meanOf(values: readonly number[], rounded = true): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return rounded ? round(mean) : mean;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
