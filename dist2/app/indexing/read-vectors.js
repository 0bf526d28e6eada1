import { probedModelId } from '../../core/labelling/opinion/sound.js';
/** The rows of `dimensions` floats that lie one after the other, counted from the row `first` on. */
export function rowsFrom(vectors, dimensions, first = 0) {
    return (sentence) => vectors.subarray((first + sentence) * dimensions, (first + sentence + 1) * dimensions);
}
/** What the labeller may hear of a document's vectors: null when they are another model's. */
export function readVectors(vectors, { id, dimensions }) {
    return id === probedModelId ? rowsFrom(vectors, dimensions) : null;
}
/** The same of the index's document of that number. */
export function vectorsOfDocument(index, number, { id }) {
    const first = index.firstRows[number] ?? 0;
    return id === probedModelId ? (sentence) => index.vectors.vectorOf(first + sentence) : null;
}
//# sourceMappingURL=read-vectors.js.map