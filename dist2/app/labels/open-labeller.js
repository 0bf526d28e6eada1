import { IndexFolder } from '../../adapters/index/index-folder.js';
import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import { probedModelId } from '../../core/labelling/opinion/sound.js';
import { embedDocumentsBy } from '../indexing/embed-documents.js';
import { labelBatch } from './label-batch.js';
import { labelFile } from './label-file.js';
import { openModel } from '../asking/open-model.js';
/** The labeller without an index: as indexing with these settings would label, or for null by the cues alone. */
export async function openLabeller(settings, onNotice) {
    const analyser = createWinkAnalyser();
    const hears = settings?.embeddingModel === probedModelId;
    if (settings && !hears) {
        onNotice(`EMBEDDING_MODEL is "${settings.embeddingModel}": labels rest on the cues alone, as in the index.`);
    }
    const embedder = hears ? await openOwnModel(settings, onNotice) : null;
    const embed = embedder ? embedDocumentsBy(embedder) : null;
    return {
        labelFile: (name, bytes) => labelFile(name, bytes, analyser, embed),
        labelBatch: (lines) => labelBatch(lines, analyser, embed),
        close: async () => {
            await embedder?.close();
        },
    };
}
async function openOwnModel(settings, onNotice) {
    const folder = new IndexFolder(settings.indexDir);
    await folder.findCurrent(); // refuses a folder that is not for us before anything is written into it
    return openModel(settings, folder, { onNotice });
}
//# sourceMappingURL=open-labeller.js.map