import { setImmediate } from 'node:timers/promises';
/** Texts tokenised before waiting questions get their turn: a few milliseconds. */
const TEXTS_PER_TURN = 32;
/**
 * Takes the requests of one model in turns of one small batch. Waiting questions go first; requests of texts follow one another.
 * Between turns the event loop runs, so that a question that arrives during a long request waits for one batch at most.
 */
export class EmbeddingQueue {
    #model;
    #questions = [];
    #requests = [];
    #running = false;
    constructor(model) {
        this.#model = model;
    }
    embedQuestion(question) {
        const steps = embedInSteps(this.#model, [question], (text) => this.#model.encodeQuestion(text));
        return this.#enqueue(this.#questions, steps);
    }
    /** `onProgress` hears how many of the texts are done after each batch. */
    embedTexts(texts, onProgress) {
        const steps = embedInSteps(this.#model, texts, (text) => this.#model.encodeText(text), onProgress);
        return this.#enqueue(this.#requests, steps);
    }
    /** Drops all requests; their promises stay pending. */
    stop() {
        this.#questions.length = 0;
        this.#requests.length = 0;
    }
    #enqueue(queue, steps) {
        return new Promise((resolve, reject) => {
            queue.push(async () => {
                try {
                    const step = await steps.next();
                    if (step.done)
                        resolve(step.value);
                    return step.done ?? false;
                }
                catch (error) {
                    reject(error instanceof Error ? error : new Error(String(error)));
                    return true;
                }
            });
            if (!this.#running)
                void this.#run();
        });
    }
    async #run() {
        this.#running = true;
        for (;;) {
            const queue = this.#questions.length > 0 ? this.#questions : this.#requests;
            const turn = queue[0];
            if (!turn)
                break;
            const finished = await turn();
            // Unless all were dropped meanwhile, it is still the first.
            if (finished && queue[0] === turn)
                queue.shift();
            if (queue === this.#requests)
                await setImmediate();
        }
        this.#running = false;
    }
}
/** Tokenises all texts, then embeds them longest first, so that a batch holds texts of like length and little padding. */
async function* embedInSteps(model, texts, encode, onProgress = () => undefined) {
    const encodings = [];
    for (const text of texts) {
        encodings.push(encode(text));
        if (encodings.length % TEXTS_PER_TURN === 0)
            yield;
    }
    const vectors = new Float32Array(texts.length * model.dimensions);
    const sorted = encodings
        .map((encoding, index) => ({ encoding, index }))
        .sort((a, b) => b.encoding.ids.length - a.encoding.ids.length || a.index - b.index);
    for (let start = 0; start < sorted.length; start += model.batchSize) {
        const batch = sorted.slice(start, start + model.batchSize);
        const rows = await model.embed(batch.map(({ encoding }) => encoding));
        batch.forEach(({ index }, row) => {
            vectors.set(rows.subarray(row * model.dimensions, (row + 1) * model.dimensions), index * model.dimensions);
        });
        onProgress(start + batch.length);
        if (start + batch.length < sorted.length)
            yield;
    }
    return { vectors, tokenCounts: Uint32Array.from(encodings, ({ tokenCount }) => tokenCount) };
}
//# sourceMappingURL=embedding-queue.js.map