import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../adapters/corpus/corpus-folder.js';
import { findFingerprint, fingerprint } from '../../core/text/fingerprint.js';
/** Reads the source file anew and looks for the quote in it. `mark` is the fingerprint of the quote's text. */
export async function verifyQuote(corpusDir, file, span, mark) {
    const bytes = await readFile(path.join(corpusDir, file)).catch(() => null);
    const text = bytes && decodeText({ path: file, bytes }, () => undefined);
    if (text === null)
        return { kind: 'removed' };
    if (fingerprint(text.slice(span.start, span.end)) === mark)
        return { kind: 'identical' };
    const start = findFingerprint(text, span.end - span.start, mark, span.start);
    return start === null ? { kind: 'changed' } : { kind: 'moved', start };
}
//# sourceMappingURL=verify-quote.js.map