import { IndexFolder } from '../../adapters/index/index-folder.js';
import { openEmbedder } from '../../adapters/embedding/transformers-embedder.js';
import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import { VerbatimError } from '../../core/errors.js';
import { splitSentences } from '../../core/text/sentences.js';
import { readDocument } from './read-document.js';
import { readTexts } from './read-texts.js';
import { loadIndex } from './stored-index.js';
/** Re-reads the sources of all that is stored, the index's files and the model; changes nothing. */
export async function checkIndex(settings) {
    const { folder, manifest, documents } = await openIndex(settings);
    const sources = await readTexts(settings.corpusDir, () => undefined);
    const comparison = compareDocuments(documents, sources);
    const model = await checkModel(settings, folder, manifest);
    const isWhole = model.isSame && comparison.documents.every((document) => document.state === 'identical');
    return { ...comparison, files: 'identical', model: model.text, isWhole };
}
/** Proves and reads the index in use. Throws `index-damaged` where there is none or it is not whole, `index-newer`, `index-foreign`. */
export async function openIndex(settings) {
    const folder = new IndexFolder(settings.indexDir);
    const state = await folder.findCurrent();
    if (state.kind !== 'ready') {
        const detail = state.kind === 'none' ? 'there is none' : state.detail;
        throw new VerbatimError('index-damaged', `No index to check in "${settings.indexDir}": ${detail}. Run "npm run index".`);
    }
    const manifest = state.manifest;
    const { documents } = await loadIndex(state.folder, manifest).catch((cause) => {
        const detail = cause instanceof Error ? cause.message : String(cause);
        const message = `The index in "${settings.indexDir}" is damaged: ${detail}. Run "npm run index".`;
        throw new VerbatimError('index-damaged', message, { cause });
    });
    return { folder, manifest, documents };
}
/** Compares what is stored with the sources as they are now. */
export function compareDocuments(documents, texts) {
    const sources = new Map(texts.map((source) => [source.path, source]));
    const checked = [];
    const sums = { passages: 0, identicalPassages: 0, sentences: 0, identicalSentences: 0 };
    for (const stored of documents) {
        const { path } = stored.document;
        const source = sources.get(path);
        sources.delete(path);
        const standing = countStanding(stored, source?.text ?? '');
        sums.passages += stored.passages.length;
        sums.sentences += stored.sentences.length;
        sums.identicalPassages += standing.passages;
        sums.identicalSentences += standing.sentences;
        if (!source)
            checked.push({ path, state: 'missing', detail: '' });
        else if (source.digest === stored.digest)
            checked.push({ path, state: 'identical', detail: '' });
        else {
            const detail = `${standing.passages} of ${stored.passages.length} passages stand as they were`;
            checked.push({ path, state: 'changed', detail });
        }
    }
    const analyser = createWinkAnalyser();
    for (const { path, text } of sources.values()) {
        const hasWords = splitSentences(readDocument(path, text).document, analyser).length > 0;
        if (hasWords)
            checked.push({ path, state: 'new', detail: 'not indexed yet' });
    }
    return { documents: checked, ...sums };
}
/** How many stored ranges hold the same text in the source as it is now. */
function countStanding({ document, passages, sentences }, text) {
    const stands = ({ start, end }) => text.slice(start, end) === document.text.slice(start, end);
    return { passages: passages.filter(stands).length, sentences: sentences.filter(stands).length };
}
async function checkModel(settings, folder, manifest) {
    const embedder = await openEmbedder({ model: settings.embeddingModel, modelsDir: folder.modelsDir });
    await embedder.close();
    const isSame = embedder.model.checksum === manifest.model.checksum;
    const text = isSame ? `identical (${manifest.model.id})` : `changed (indexed with ${manifest.model.id})`;
    return { isSame, text };
}
//# sourceMappingURL=check-index.js.map