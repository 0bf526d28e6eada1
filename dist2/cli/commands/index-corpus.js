import { openWithProgress } from '../progress.js';
export async function runIndex(rebuild) {
    const started = performance.now();
    const pipeline = await openWithProgress({ rebuild });
    await pipeline.close();
    const { counts, version } = pipeline.manifest;
    const { changed, embeddedDocuments, embeddedSentences, removedDocuments } = pipeline.indexing;
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const work = changed
        ? `${embeddedDocuments} new or changed (${embeddedSentences} sentences), ${removedDocuments} removed, in ${seconds} s`
        : 'nothing has changed';
    process.stdout.write(`${counts.documents} documents, ${counts.sentences} sentences, ${counts.passages} passages: ${work}.\n` +
        `Index version ${version.slice(0, 12)}.\n`);
}
//# sourceMappingURL=index-corpus.js.map