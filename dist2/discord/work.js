import { randomBytes } from 'node:crypto';
import { VerbatimError } from '../core/errors.js';
import { escapeMarkdown, shorten } from './render/escape-markdown.js';
import { renderNotice } from './render/notice.js';
/** Whoever waits longer than this for the first index is told so. */
const patienceMs = 25_000;
const maxDetailLength = 300;
/** A short name for one request, in the log and in what a user is told about its failure. */
export function createRequestId() {
    return randomBytes(4).toString('hex');
}
/** The index, waited for; `announce` hears when that takes long. */
export async function awaitLibrary({ library }, announce, texts) {
    await library.refreshLabels();
    if (library.current)
        return library.current;
    const timer = setTimeout(() => void announce(renderNotice(texts.preparing)), patienceMs);
    try {
        return await library.whenReady();
    }
    finally {
        clearTimeout(timer);
    }
}
/** What a user is told of a failure: the reason where it is an expected one, else how to refer to it. */
export function renderFailure(error, requestId, texts) {
    if (error instanceof VerbatimError) {
        if (error.code.startsWith('store-'))
            return renderNotice(texts.storeFailed(requestId), 'warning');
        return renderNotice(texts.notReady(escapeMarkdown(shorten(withoutPaths(error.message), maxDetailLength))), 'warning');
    }
    return renderNotice(texts.failed(requestId), 'warning');
}
/** Where things lie on the host's disk is no concern of a user's. */
function withoutPaths(message) {
    return message.replace(/"?(?:[A-Za-z]:)?(?:[\\/][^\s"\\/]+){2,}"?/g, '…');
}
//# sourceMappingURL=work.js.map