import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
/**
 * Writes a corpus of about `count` sentences from the texts of another by repeating them, each copy with a number of its
 * own in every sentence, so that no text and no sentence is there twice. Returns the number of documents.
 */
export async function makeLargeCorpus(source, target, count) {
    const names = (await readdir(source)).filter((name) => /\.(?:txt|md)$/i.test(name)).sort();
    const texts = await Promise.all(names.map((name) => readFile(path.join(source, name), 'utf8')));
    await mkdir(target, { recursive: true });
    let sentences = 0;
    let documents = 0;
    for (let copy = 0; sentences < count && texts.length > 0; copy++) {
        for (const text of texts) {
            if (sentences >= count)
                break;
            const changed = text.replace(/([.!?])(\s|$)/g, (_, mark, space) => {
                sentences++;
                return ` in case ${copy}-${sentences}${mark}${space}`;
            });
            await writeFile(path.join(target, `${String(documents++).padStart(5, '0')}.txt`), changed);
        }
    }
    return documents;
}
//# sourceMappingURL=make-corpus.js.map