import { fingerprint } from '../../core/text/fingerprint.js';
import { quotesPerMessage, renderAnswer } from '../render/answer.js';
import { renderNotice } from '../render/notice.js';
import { maxQuotes, showQuotes } from './answer-question.js';
/** The next quotes for a question that was answered before; says so when the material has changed in between. */
export async function showMore(question, action, askerId, library, texts) {
    if (question === null)
        return renderNotice(texts.unknownAction);
    const { offset, lane, documentId } = action;
    if (documentId !== null && !library.findDocument(documentId))
        return renderNotice(texts.documentGone);
    const answer = await library.ask(question, { limit: maxQuotes, lane, documentId });
    const quotes = answer.quotes.slice(offset, offset + quotesPerMessage);
    const version = library.manifest.version;
    const isOld = !version.startsWith(action.index);
    if (quotes.length === 0) {
        return renderNotice([texts.noFurther, ...(isOld ? [texts.changedSinceMore] : [])].join('\n'));
    }
    const next = offset + quotes.length;
    return renderAnswer(showQuotes(quotes, library), {
        question,
        understood: null,
        notes: [texts.further(offset + 1, next), ...(isOld ? [texts.changedSinceMore] : [])],
        index: version,
        askerId,
        canThread: false,
        answer: { lane, documentId, mark: fingerprint(answer.quotes[0]?.exact ?? '') },
        more: answer.quotes.length > next ? { ...action, offset: next, index: version.slice(0, action.index.length) } : null,
    }, texts);
}
//# sourceMappingURL=show-more.js.map