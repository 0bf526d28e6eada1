import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import { splitSentences } from '../../core/text/sentences.js';
import { exportOverrides } from './export-overrides.js';
import { readStoredOverrides } from './label-overrides.js';
import { readDocument } from '../indexing/read-document.js';
import { readTexts } from '../indexing/read-texts.js';
/** Exports the overrides of all guilds by the corpus as it is now. It needs no index and no embedding model. */
export async function exportStoredOverrides({ corpusDir }, store, onNotice) {
    const overrides = await readStoredOverrides(store);
    if (overrides.length === 0)
        return '';
    const analyser = createWinkAnalyser();
    const texts = (await readTexts(corpusDir, onNotice)).map(({ path, text }) => {
        const { document } = readDocument(path, text);
        return { document, sentences: splitSentences(document, analyser) };
    });
    return exportOverrides(texts, overrides, analyser);
}
//# sourceMappingURL=export-stored-overrides.js.map