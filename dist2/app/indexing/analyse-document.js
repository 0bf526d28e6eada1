import { blankMarkup, readWords } from '../../core/text/document.js';
import { labelDocument } from '../../core/labelling/label-document.js';
import { cutPassages } from '../../core/text/passages.js';
import { splitSentences } from '../../core/text/sentences.js';
import { termsOf } from '../../core/english/terms.js';
export function analyseDocument(document, analyser) {
    const sentences = splitSentences(document, analyser);
    return {
        document,
        sentences,
        titleTerms: termsOf(analyser.analyse(wordsOfTitle(document)).tokens),
        speakerTerms: speakerTermsOf(document, analyser),
        texts: textsToEmbed(document, sentences),
    };
}
/** A file's name is searched by its words. */
function wordsOfTitle({ path, metadata: { title } }) {
    return path.endsWith(title) ? title.replace(/\.\w+$/, '').replace(/[-_.]+/g, ' ') : title;
}
function speakerTermsOf(document, analyser) {
    const known = new Map();
    return document.structure.turns.map(({ speaker }) => {
        const name = readWords(document, speaker);
        const terms = known.get(name) ?? termsOf(analyser.analyse(name).tokens);
        known.set(name, terms);
        return terms;
    });
}
/** What the model reads for each sentence: without notation, one space between words. */
export function textsToEmbed(document, sentences) {
    const visible = blankMarkup(document.text, document.markup);
    return sentences.map(({ start, end }) => visible.slice(start, end).replace(/\s+/g, ' ').trim());
}
/** Adds what takes the model: the labels and the passages. */
export function finishDocument({ document, sentences, titleTerms, speakerTerms }, { tokenCounts, vectorOf }, maxTokens) {
    const labels = labelDocument(document, sentences, { vectorOf }).map(toStored);
    const indexed = sentences.map(({ start, end, block, tokens }, i) => {
        const label = labels[i];
        if (!label)
            throw new RangeError(`sentence ${i} of ${document.path} has no label`);
        return { start, end, block, terms: termsOf(tokens), tokenCount: tokenCounts[i] ?? 0, label };
    });
    const passages = cutPassages(indexed, document.blocks, maxTokens);
    return { document, sentences: indexed, passages, titleTerms, speakerTerms };
}
function toStored({ label, step, confidence, attributed, sources, kind, spans }) {
    return { label, step, confidence, attributed, sources, kind, spans };
}
//# sourceMappingURL=analyse-document.js.map