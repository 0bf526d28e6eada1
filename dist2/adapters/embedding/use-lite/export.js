import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installFolder } from '../install-folder.js';
import { computeChecksum, writeChecksum } from '../model-checksum.js';
import { buildModel } from './build-model.js';
import { buildTokenizer, buildTokenizerConfig } from './build-tokenizer.js';
import { USE_LITE_FILES } from './files.js';
import { findWeightsFolder, readVocabulary, readWeights } from './read-weights.js';
/**
 * Writes Universal Sentence Encoder Lite into `folder` in the layout that transformers.js reads, with a record of its checksum. The
 * same bytes on every machine; takes about a second. `onProgress` hears the done share, from 0 to 1.
 * Throws `model-missing` or `model-failed` when the weights are absent or damaged, else the error of the file system.
 */
export async function exportUseLite(folder, onProgress = () => undefined) {
    onProgress(0);
    const source = findWeightsFolder();
    const [weights, vocabulary] = await Promise.all([readWeights(source), readVocabulary(source)]);
    onProgress(0.3);
    const contents = {
        // A type that transformers.js knows as an encoder; nothing else of the configuration is used.
        'config.json': formatJson({ model_type: 'bert' }),
        'tokenizer.json': formatJson(buildTokenizer(vocabulary)),
        'tokenizer_config.json': formatJson(buildTokenizerConfig()),
        'onnx/model.onnx': buildModel(weights),
    };
    onProgress(0.7);
    await installFolder(folder, async (empty) => {
        await mkdir(join(empty, 'onnx'));
        for (const name of USE_LITE_FILES)
            await writeFile(join(empty, name), contents[name]);
        await writeChecksum(empty, await computeChecksum(empty, USE_LITE_FILES));
    });
    onProgress(1);
}
function formatJson(content) {
    return `${JSON.stringify(content)}\n`;
}
//# sourceMappingURL=export.js.map