import { analyseDocument, type AnalysedSentence } from '../core/labelling/analysis.js';
import { findLoadedClause, type ClauseWeights } from '../core/labelling/opinion/clause-score.js';
import type { Cue } from '../core/labelling/opinion/opinion-cues.js';
import { tokenAt } from '../core/labelling/grammar/sentence-view.js';
import type { Lane } from '../core/labelling/labels.js';
import type { SourceDocument } from '../core/text/document.js';
import type { Span } from '../core/text/span.js';
import type { GoldSentence, LabelledDocument } from './read-labelled.js';
import type { Example } from './regression.js';

/** One sentence as the mechanisms see it, with its gold label and its share in the loss. */
interface Observation {
  readonly analysed: AnalysedSentence;
  readonly gold: GoldSentence;
  readonly weight: number;
}

/**
 * Every document is seen three times, so that no weight leans on what a reader may not have: with its genre, without
 * it, and each sentence alone. What somebody says in quotation marks is seen once more as it stands when a reader has
 * cut it out of them: it is nobody's report, but not the author's opinion either.
 */
const weightsOfViews = { withGenre: 1, withoutGenre: 0.6, alone: 0.4, outOfContext: 0.4 } as const;

/** A quotation of fewer words says too little by itself. */
const minWordsOutOfContext = 5;

export function collectObservations(documents: readonly LabelledDocument[]): Observation[] {
  return documents.flatMap(({ document, sentences, gold }) => {
    const anonymous: SourceDocument = { ...document, metadata: { ...document.metadata, genre: null } };
    const pair = (analysed: readonly AnalysedSentence[], weight: number): Observation[] =>
      analysed.flatMap((one, i) => {
        const own = gold[i];
        return own ? [{ analysed: one, gold: own, weight }] : [];
      });
    const alone = sentences.flatMap((sentence) => analyseDocument(anonymous, [sentence]));
    const inContext = analyseDocument(document, sentences);
    return [
      ...pair(inContext, weightsOfViews.withGenre),
      ...pair(analyseDocument(anonymous, sentences), weightsOfViews.withoutGenre),
      ...pair(alone, weightsOfViews.alone),
      ...inContext.flatMap((one) => cutOutQuotations(one, anonymous)),
    ];
  });
}

/** The quotations of a sentence, each as a sentence that stands alone and without its marks. */
function cutOutQuotations({ view }: AnalysedSentence, document: SourceDocument): Observation[] {
  return view.quotes.flatMap((quote, index): Observation[] => {
    const tokens = view.tokens.filter((token, i) => view.quoteOf[i] === index && !/^["“”]$/.test(token.lower));
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (quote.role !== 'speech' || quote.words < minWordsOutOfContext || !first || !last) return [];
    const sentence = { ...view.sentence, start: first.start, end: last.end, tokens };
    const unmarked: SourceDocument = { ...document, text: document.text.replace(/["“”]/g, ' ') };
    const gold: GoldSentence = { ...sentence, label: 'reported', source: null, cue: null, kind: null, spans: [] };
    return analyseDocument(unmarked, [sentence]).map((analysed) => ({
      analysed,
      gold,
      weight: weightsOfViews.outOfContext,
    }));
  });
}

/** Clauses that hang on a sentence, opinion or reported by the label of most of their characters. */
export function collectClauseExamples(observations: readonly Observation[]): Example[] {
  return observations.flatMap(({ analysed, gold, weight }) =>
    analysed.clauses.flatMap((clause, i): Example[] => {
      const cues = analysed.clauseCues[i];
      if (!cues) return [];
      const span = { start: tokenAt(analysed.view, clause.first).start, end: tokenAt(analysed.view, clause.last).end };
      const label = findGoldLabel(gold, span);
      if (label === 'attributed') return [];
      const features = sumFeatures(cues);
      features.set(`clause: ${clause.type}`, 1);
      return [{ features, target: label === 'opinion' ? 1 : 0, weight }];
    }),
  );
}

/** Sentences in the author's voice: opinion or reported. */
export function collectSentenceExamples(observations: readonly Observation[], clauseModel: ClauseWeights): Example[] {
  return observations.flatMap(({ analysed, gold, weight }): Example[] => {
    if (gold.label === 'attributed') return [];
    const loaded = findLoadedClause(analysed, clauseModel);
    const cues = loaded ? [...analysed.cues, loaded] : analysed.cues;
    return [{ features: sumFeatures(cues), target: gold.label === 'opinion' ? 1 : 0, weight }];
  });
}

function findGoldLabel(gold: GoldSentence, span: Span): Lane {
  for (const { start, end, label } of gold.spans) {
    const shared = Math.min(end, span.end) - Math.max(start, span.start);
    if (shared > (span.end - span.start) / 2) return label;
  }
  return gold.label;
}

function sumFeatures(cues: readonly Cue[]): Map<string, number> {
  const features = new Map<string, number>();
  for (const { feature, amount } of cues) features.set(feature, (features.get(feature) ?? 0) + amount);
  return features;
}
