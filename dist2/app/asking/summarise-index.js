import { summarise } from '../../core/summary/summarise.js';
import { readAsked } from './read-asked.js';
/** The one way from a request to a summary, under every front end. */
export async function summariseIndex(index, readers, { topic, documentId, quotes }) {
    if (topic === null || topic.trim() === '') {
        return summarise(index, readers.analyser, { topic: null, documentId, quotes });
    }
    const asked = await readAsked(topic, index, readers);
    return { ...summarise(index, readers.analyser, { topic: asked, documentId, quotes }), topic };
}
//# sourceMappingURL=summarise-index.js.map