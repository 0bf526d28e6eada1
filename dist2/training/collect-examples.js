import { analyseDocument } from '../core/labelling/analysis.js';
import { findLoadedClause } from '../core/labelling/opinion/clause-score.js';
import { tokenAt } from '../core/labelling/grammar/sentence-view.js';
/**
 * Every document is seen three times, so that no weight leans on what a reader may not have: with its genre, without
 * it, and each sentence alone. What somebody says in quotation marks is seen once more as it stands when a reader has
 * cut it out of them: it is nobody's report, but not the author's opinion either.
 */
const weightsOfViews = { withGenre: 1, withoutGenre: 0.6, alone: 0.4, outOfContext: 0.4 };
/** A quotation of fewer words says too little by itself. */
const minWordsOutOfContext = 5;
export function collectObservations(documents) {
    return documents.flatMap(({ document, sentences, gold }) => {
        const anonymous = { ...document, metadata: { ...document.metadata, genre: null } };
        const pair = (analysed, weight) => analysed.flatMap((one, i) => {
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
function cutOutQuotations({ view }, document) {
    return view.quotes.flatMap((quote, index) => {
        const tokens = view.tokens.filter((token, i) => view.quoteOf[i] === index && !/^["“”]$/.test(token.lower));
        const [first, last] = [tokens[0], tokens.at(-1)];
        if (quote.role !== 'speech' || quote.words < minWordsOutOfContext || !first || !last)
            return [];
        const sentence = { ...view.sentence, start: first.start, end: last.end, tokens };
        const unmarked = { ...document, text: document.text.replace(/["“”]/g, ' ') };
        const gold = { ...sentence, label: 'reported', source: null, cue: null, kind: null, spans: [] };
        return analyseDocument(unmarked, [sentence]).map((analysed) => ({
            analysed,
            gold,
            weight: weightsOfViews.outOfContext,
        }));
    });
}
/** Clauses that hang on a sentence, opinion or reported by the label of most of their characters. */
export function collectClauseExamples(observations) {
    return observations.flatMap(({ analysed, gold, weight }) => analysed.clauses.flatMap((clause, i) => {
        const cues = analysed.clauseCues[i];
        if (!cues)
            return [];
        const span = { start: tokenAt(analysed.view, clause.first).start, end: tokenAt(analysed.view, clause.last).end };
        const label = findGoldLabel(gold, span);
        if (label === 'attributed')
            return [];
        const features = sumFeatures(cues);
        features.set(`clause: ${clause.type}`, 1);
        return [{ features, target: label === 'opinion' ? 1 : 0, weight }];
    }));
}
/** Sentences in the author's voice: opinion or reported. */
export function collectSentenceExamples(observations, clauseModel) {
    return observations.flatMap(({ analysed, gold, weight }) => {
        if (gold.label === 'attributed')
            return [];
        const loaded = findLoadedClause(analysed, clauseModel);
        const cues = loaded ? [...analysed.cues, loaded] : analysed.cues;
        return [{ features: sumFeatures(cues), target: gold.label === 'opinion' ? 1 : 0, weight }];
    });
}
function findGoldLabel(gold, span) {
    for (const { start, end, label } of gold.spans) {
        const shared = Math.min(end, span.end) - Math.max(start, span.start);
        if (shared > (span.end - span.start) / 2)
            return label;
    }
    return gold.label;
}
function sumFeatures(cues) {
    const features = new Map();
    for (const { feature, amount } of cues)
        features.set(feature, (features.get(feature) ?? 0) + amount);
    return features;
}
//# sourceMappingURL=collect-examples.js.map