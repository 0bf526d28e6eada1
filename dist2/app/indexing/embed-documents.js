import { textsToEmbed } from './analyse-document.js';
import { rowsFrom } from './read-vectors.js';
/** Embeds all sentences in one go, as the model likes best. */
export function embedDocumentsBy(embedder) {
    const { dimensions } = embedder.model;
    return async (documents) => {
        const texts = documents.flatMap(({ document, sentences }) => textsToEmbed(document, sentences));
        const { vectors } = await embedder.embedTexts(texts);
        let next = 0;
        return documents.map(({ sentences }) => {
            const first = next;
            next += sentences.length;
            return rowsFrom(vectors, dimensions, first);
        });
    };
}
//# sourceMappingURL=embed-documents.js.map