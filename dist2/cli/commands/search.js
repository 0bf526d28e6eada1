import { readStoreSettings } from '../../app/store-settings.js';
import { VerbatimError } from '../../core/errors.js';
import { openWithProgress } from '../progress.js';
import { readBatch } from '../read-batch.js';
import { terminalStyle, visible } from '../terminal-style.js';
export async function runSearch(query, { json, batch, k }) {
    if (batch === undefined && query.trim() === '')
        throw new VerbatimError('bad-usage', 'search: a query is missing.');
    const queries = batch === undefined ? [{ id: null, question: query }] : await readBatch(batch);
    const pipeline = await openWithProgress({ store: readStoreSettings() });
    try {
        for (const { id, question } of queries) {
            const passages = await pipeline.search(question, k);
            if (json || batch !== undefined)
                process.stdout.write(`${JSON.stringify({ id, query: question, passages })}\n`);
            else
                for (const [i, passage] of passages.entries())
                    process.stdout.write(renderPassage(i + 1, passage));
        }
    }
    finally {
        await pipeline.close();
    }
}
function renderPassage(rank, { document, exact, score, trace }) {
    const style = terminalStyle(process.stdout);
    const parts = Object.entries(trace).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    return (`${style.bold(`${rank}. ${visible(document.title)}`)} ${style.dim(visible(document.path))}\n` +
        `${style.wrap(visible(exact), '   ')}\n` +
        `   ${style.dim(`score ${score.toFixed(3)} = ${parts.join(' + ')}`)}\n\n`);
}
//# sourceMappingURL=search.js.map