import { adaptToIndex, readQuestion } from '../../core/question/question.js';
/** Longest text that is looked at, in UTF-16 units; far more than the model reads. */
const maxAskedLength = 1_000;
/** Reads what somebody asks of an index, without the model. */
export function readWords(text, index, { analyser, equivalents }) {
    return adaptToIndex(readQuestion(text.slice(0, maxAskedLength), analyser, equivalents), index);
}
/** The embedding of what somebody asks, of unit length. */
export function embedQuestion(text, { embedder }) {
    return embedder.embedQuestion(text.slice(0, maxAskedLength));
}
/** Reads what somebody asks of an index: its words and its embedding. */
export async function readAsked(text, index, readers) {
    const vector = await embedQuestion(text, readers);
    return { question: readWords(text, index, readers), vector };
}
//# sourceMappingURL=read-asked.js.map