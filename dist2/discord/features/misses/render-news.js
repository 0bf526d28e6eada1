import { fingerprint } from '../../../core/text/fingerprint.js';
import { showQuotes } from '../../handlers/answer-question.js';
import { renderAnswer } from '../../render/answer.js';
import { textsFor } from '../../texts/texts.js';
import { missTextsFor } from './texts.js';
/** The direct message for somebody who wanted to be told: an answer with its first quote. */
export function renderNews({ question, lane, documentId }, quote, { userId, locale }, library) {
    const texts = textsFor(locale);
    const { told, toldHint } = missTextsFor(texts);
    const frame = {
        question,
        understood: null,
        notes: [told, toldHint],
        index: library.manifest.version,
        askerId: userId,
        canThread: false,
        more: null,
        answer: { lane, documentId, mark: fingerprint(quote.exact) },
    };
    return renderAnswer(showQuotes([quote], library), frame, texts);
}
//# sourceMappingURL=render-news.js.map