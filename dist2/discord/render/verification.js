import { escapeMarkdown } from './escape-markdown.js';
import { renderNotice } from './notice.js';
const looks = { identical: 'good', moved: 'good', changed: 'warning', removed: 'warning' };
/** What re-reading the source file has shown; `readAtMs` becomes a time in the reader's own zone. */
export function renderVerification({ kind }, path, readAtMs, texts) {
    const time = `<t:${Math.floor(readAtMs / 1_000)}:T>`;
    return renderNotice(`${texts.verification[kind]}\n-# ${texts.verifiedAt(escapeMarkdown(path), time)}`, looks[kind]);
}
//# sourceMappingURL=verification.js.map