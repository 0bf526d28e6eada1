import { answerDefaults, answerQuestion } from '../../core/search/answer.js';
import { findQuote } from '../../core/search/find-quote.js';
import { createMeaningReader } from '../../core/misses/read-meaning.js';
import { rankSentences } from '../../core/search/ranking.js';
import { explainLabels } from '../labels/explain-label.js';
import { embedQuestion, readAsked } from './read-asked.js';
import { summariseIndex } from './summarise-index.js';
export function createSnapshot(manifest, searchIndex, readers) {
    let meaningReader = null;
    const numbers = new Map(searchIndex.documents.map(({ document }, number) => [document.id, number]));
    return {
        manifest,
        searchIndex,
        analyser: readers.analyser,
        async ask(text, options) {
            const { question, vector } = await readAsked(text, searchIndex, readers);
            return answerQuestion(question, vector, searchIndex, { ...answerDefaults, ...options });
        },
        async findQuote(text) {
            const { question, vector } = await readAsked(text, searchIndex, readers);
            return findQuote(text, searchIndex, rankSentences(question, vector, searchIndex));
        },
        summarise: (request) => summariseIndex(searchIndex, readers, request),
        explainLabels: ({ document }, span) => explainLabels(searchIndex, numbers.get(document.id) ?? -1, span, {
            analyser: readers.analyser,
            model: manifest.model,
        }),
        findDocument: (id) => searchIndex.documents[numbers.get(id) ?? -1] ?? null,
        embedQuestion: (question) => embedQuestion(question, readers),
        readMeaning: (question) => {
            meaningReader ??= createMeaningReader(readers.analyser, readers.equivalents);
            return meaningReader(question);
        },
    };
}
//# sourceMappingURL=library-snapshot.js.map