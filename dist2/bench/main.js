/** Measures speed and quality on a folder with `corpus/` and `questions.jsonl`: see the README. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { openPipeline } from '../app/asking/pipeline.js';
import { vectorsOfDocument } from '../app/indexing/read-vectors.js';
import { readSettings } from '../app/settings.js';
import { labelDocument } from '../core/labelling/label-document.js';
import { splitSentences } from '../core/text/sentences.js';
import { makeLargeCorpus } from './make-corpus.js';
import { gradeAnswers } from './quality.js';
const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { sentences: { type: 'string' } } });
const [folder] = positionals;
const wanted = Number(values.sentences ?? 0);
if (folder === undefined || !Number.isInteger(wanted)) {
    process.stderr.write('usage: npm run bench -- FOLDER [--sentences N]\nFOLDER holds corpus/ and questions.jsonl; N repeats its texts.\n');
    process.exit(2);
}
const scratch = await mkdtemp(path.join(tmpdir(), 'verbatim-bench-'));
try {
    await measure(folder);
}
finally {
    await rm(scratch, { recursive: true, force: true });
}
async function measure(source) {
    const questions = (await readFile(path.join(source, 'questions.jsonl'), 'utf8'))
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    const corpusDir = wanted > 0 ? path.join(scratch, 'corpus') : path.resolve(source, 'corpus');
    if (wanted > 0)
        await makeLargeCorpus(path.join(source, 'corpus'), corpusDir, wanted);
    const indexDir = path.join(scratch, 'index');
    const first = questions[0]?.question ?? 'What is this about?';
    const cold = await timeCommand(corpusDir, path.join(scratch, 'cold'), first);
    report('first answer, no model and no index yet', `${(cold / 1_000).toFixed(2)} s`);
    await cp(path.join(scratch, 'cold', 'models'), path.join(indexDir, 'models'), { recursive: true });
    const { embeddingModel, embeddingThreads } = readSettings();
    const settings = { corpusDir, indexDir, embeddingModel, embeddingThreads };
    const pipeline = await openPipeline(settings);
    const { embeddedSentences } = pipeline.indexing;
    const perSecond = (embeddedSentences / pipeline.indexing.elapsedMs) * 1_000;
    report('indexing', `${embeddedSentences} sentences, ${perSecond.toFixed(0)} a second, all included`);
    const labelling = timeLabelling(pipeline);
    const share = ((labelling / pipeline.indexing.elapsedMs) * 100).toFixed(1);
    report('labelling', `${((embeddedSentences / labelling) * 1_000).toFixed(0)} sentences a second, ${share} % of indexing`);
    if (embeddingModel === 'bundled') {
        const bare = await timeBarePipeline(pipeline, path.join(indexDir, 'models', 'use-lite-v1'));
        report('bare pipeline', `${bare.toFixed(0)} sentences a second; indexing reaches ${((perSecond / bare) * 100).toFixed(0)} %`);
    }
    const answers = [];
    for (const { question } of questions)
        answers.push(await pipeline.ask(question));
    const times = answers.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
    const percentile = (share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    report('a question', `p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, ${times.length} questions`);
    report('resident memory', `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
    await pipeline.close();
    const warm = await timeCommand(corpusDir, indexDir, first);
    report('an answer from the command line, index there', `${(warm / 1_000).toFixed(2)} s`);
    if (wanted > 0)
        return; // repeated texts hold every answer many times
    for (const [name, value] of Object.entries(gradeAnswers(questions, answers))) {
        report(name, Number.isInteger(value) ? `${value}` : value.toFixed(3));
    }
}
/** Milliseconds of a whole `ask` process. */
async function timeCommand(corpusDir, indexDir, question) {
    const started = performance.now();
    await run(process.execPath, [path.join(here, '../cli/main.js'), 'ask', question], {
        env: { ...process.env, CORPUS_DIR: corpusDir, INDEX_DIR: indexDir },
    });
    return performance.now() - started;
}
/** Milliseconds to label all that is indexed, words and vectors given. */
function timeLabelling({ searchIndex, manifest }) {
    const analyser = createWinkAnalyser();
    let elapsed = 0;
    for (const [number, { document }] of searchIndex.documents.entries()) {
        const sentences = splitSentences(document, analyser);
        const vectorOf = vectorsOfDocument(searchIndex, number, manifest.model);
        const started = performance.now();
        labelDocument(document, sentences, { vectorOf });
        elapsed += performance.now() - started;
    }
    return elapsed;
}
async function timeBarePipeline(pipeline, modelFolder) {
    const file = path.join(scratch, 'sentences.jsonl');
    const { searchIndex } = pipeline;
    await writeFile(file, searchIndex.rows.map((_, row) => JSON.stringify(searchIndex.textOf(row))).join('\n'));
    const { stdout } = await run(process.execPath, [path.join(here, 'bare-pipeline.js'), file, modelFolder]);
    return Number(stdout);
}
function report(name, value) {
    process.stdout.write(`${name.padEnd(46)} ${value}\n`);
}
//# sourceMappingURL=main.js.map