import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HnswGraph } from '../../adapters/index/hnsw-vector-index.js';
import { digestFile, writeDurably } from '../../adapters/index/index-folder.js';
import { VerbatimError } from '../../core/errors.js';
import { SearchIndex } from '../../core/search/search-index.js';
const documentsFile = 'documents.jsonl';
const vectorsFile = 'vectors.f32';
const graphFile = 'vectors.hnsw';
export const indexFiles = [documentsFile, vectorsFile, graphFile];
/** Reads a build's files. Throws `index-damaged`, naming the file, when one is not what the manifest says. */
export async function loadIndex(folder, manifest) {
    await Promise.all(indexFiles.map((name) => proveFile(folder, name, manifest)));
    const [lines, bytes] = await Promise.all([
        readFile(path.join(folder, documentsFile), 'utf8'),
        readFile(path.join(folder, vectorsFile)),
    ]);
    const documents = lines
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
    // Copied, since a slice of a pooled buffer need not lie on a multiple of four.
    const vectors = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const graph = HnswGraph.load(path.join(folder, graphFile), manifest.model.dimensions, manifest.graph.removed);
    return { manifest, documents, vectors, graph };
}
/** Writes all files of a build and puts it in use. */
export async function saveIndex(target, folder, index) {
    const { documents, vectors, graph } = index;
    return target.writing(async () => {
        const lines = documents.map((document) => `${JSON.stringify(document)}\n`);
        await writeDurably(path.join(folder, documentsFile), lines.join(''));
        await writeDurably(path.join(folder, vectorsFile), new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
        await graph.save(path.join(folder, graphFile));
        const files = {};
        for (const name of indexFiles) {
            const digest = await digestFile(path.join(folder, name));
            if (!digest)
                throw new Error(`${name} was not written`);
            files[name] = digest;
        }
        const manifest = { ...index.manifest, files };
        await target.finishBuild(folder, manifest);
        return manifest;
    });
}
async function proveFile(folder, name, manifest) {
    const found = await digestFile(path.join(folder, name));
    const expected = manifest.files[name];
    if (found && expected && found.sha256 === expected.sha256)
        return;
    throw new VerbatimError('index-damaged', `${name} ${found ? 'was changed' : 'is missing'}`);
}
/** Puts a loaded index into the form that questions are asked of. */
export function toSearchIndex({ documents, vectors, graph, manifest }) {
    const { dimensions } = manifest.model;
    const rowOfLabel = new Map();
    let next = 0;
    for (const { vectorLabels } of documents)
        for (const label of vectorLabels)
            rowOfLabel.set(label, next++);
    const vectorIndex = {
        dimensions,
        search: (vector, count) => graph.search(vector, count).flatMap(({ label, cosine }) => {
            const row = rowOfLabel.get(label);
            return row === undefined ? [] : [{ row, cosine }];
        }),
        cosine(vector, row) {
            let sum = 0;
            const offset = row * dimensions;
            for (let i = 0; i < dimensions; i++)
                sum += (vectors[offset + i] ?? 0) * (vector[i] ?? 0);
            return sum;
        },
        vectorOf: (row) => vectors.subarray(row * dimensions, (row + 1) * dimensions),
    };
    return new SearchIndex(documents, vectorIndex);
}
//# sourceMappingURL=stored-index.js.map