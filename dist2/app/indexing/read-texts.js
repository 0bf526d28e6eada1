import { decodeText, readCorpusFolder } from '../../adapters/corpus/corpus-folder.js';
import { sha256 } from '../../adapters/index/index-folder.js';
/** All texts of the corpus folder by rising path; empty ones and copies of another are left out with a notice. */
export async function readTexts(corpusDir, onNotice) {
    const texts = [];
    const firstWith = new Map();
    for await (const file of readCorpusFolder(corpusDir, onNotice)) {
        const text = acceptText(file, firstWith, onNotice);
        if (text !== null)
            texts.push({ path: file.path, text, digest: sha256(file.bytes) });
    }
    return texts;
}
function acceptText(file, firstWith, onNotice) {
    const text = decodeText(file, onNotice);
    if (text === null)
        return null;
    const content = text.replace(/^\ufeff/, '').trim();
    if (content === '') {
        onNotice(`${file.path}: left out: no text in it`);
        return null;
    }
    const key = sha256(content);
    const first = firstWith.get(key);
    if (first !== undefined) {
        onNotice(`${file.path}: left out: the same text as ${first}`);
        return null;
    }
    firstWith.set(key, file.path);
    return text;
}
//# sourceMappingURL=read-texts.js.map