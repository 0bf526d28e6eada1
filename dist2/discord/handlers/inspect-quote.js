import { verifyQuote } from '../../app/asking/verify-quote.js';
import { findFingerprint, fingerprint } from '../../core/text/fingerprint.js';
import { wrongLabelButton } from '../features/review/wrong-label-button.js';
import { renderContext } from '../render/context.js';
import { renderNotice } from '../render/notice.js';
import { renderReasons } from '../render/reasons.js';
import { renderVerification } from '../render/verification.js';
/** The quote inside its surroundings. */
export function showContext(quote, page, library, texts) {
    const found = locateQuote(quote, library, texts);
    return 'components' in found ? found : renderContext(found.indexed, found.quote, page, texts);
}
/** Why the sentences of the quote have their labels; `lane` is the one that it was shown in. */
export function showReasons(quote, lane, library, texts) {
    const found = locateQuote(quote, library, texts);
    if ('components' in found)
        return found;
    const { document, sentences } = found.indexed;
    const findSet = ({ start }) => {
        const label = sentences.find((sentence) => sentence.start === start)?.label;
        return label?.moderator ? label : null;
    };
    const labels = library.explainLabels(found.indexed, found.quote);
    return renderReasons(labels, document, texts, findSet, [
        wrongLabelButton({ quote: found.quote, lane }, texts.locale),
    ]);
}
/** What the source file says now. */
export async function showVerification(quote, corpusDir, library, texts) {
    const indexed = library.findDocument(quote.documentId);
    if (!indexed)
        return renderNotice(texts.verification.removed, 'warning');
    const { path } = indexed.document;
    return renderVerification(await verifyQuote(corpusDir, path, quote, quote.mark), path, Date.now(), texts);
}
/** The quote at its place in the index as it is now, which may have moved; else what has become of it. */
export function locateQuote(quote, library, texts) {
    const indexed = library.findDocument(quote.documentId);
    if (!indexed)
        return renderNotice(texts.documentGone, 'warning');
    const { text } = indexed.document;
    const length = quote.end - quote.start;
    const start = fingerprint(text.slice(quote.start, quote.end)) === quote.mark
        ? quote.start
        : findFingerprint(text, length, quote.mark, quote.start);
    if (start === null)
        return renderNotice(texts.quoteGone, 'warning');
    return { indexed, quote: { ...quote, start, end: start + length } };
}
//# sourceMappingURL=inspect-quote.js.map