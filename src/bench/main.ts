/** Measures speed and quality on a folder with `corpus/` and `questions.jsonl`: see the README. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { findBundled } from '../adapters/embedding/embedding-model.js';
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { openEmbeddedIndex, type EmbeddedIndex } from '../app/asking/embedded-index.js';
import { vectorsOfDocument } from '../app/indexing/sentence-vectors.js';
import { readSettings } from '../app/settings.js';
import { labelDocument } from '../core/labelling/label-document.js';
import { splitSentences } from '../core/text/sentences.js';
import { makeLargeCorpus } from './make-corpus.js';
import { measureCrowd } from './crowd.js';
import { measureReading } from './reading.js';
import { gradeAnswers, type GradedQuestion } from './quality.js';

const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));

const { folder, wanted } = readArguments();
if (folder === undefined || !Number.isInteger(wanted)) {
  process.stderr.write(
    'usage: npm run bench -- FOLDER [--sentences N]\nFOLDER holds corpus/ and questions.jsonl; N repeats its texts.\n',
  );
  process.exit(2);
}

const scratch = await mkdtemp(path.join(tmpdir(), 'verbatim-bench-'));
try {
  await measure(folder);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

function readArguments(): { readonly folder: string | undefined; readonly wanted: number } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { sentences: { type: 'string' } } });
    return { folder: positionals[0], wanted: Number(values.sentences ?? 0) };
  } catch {
    return { folder: undefined, wanted: 0 };
  }
}

async function measure(source: string): Promise<void> {
  const questions = (await readFile(path.join(source, 'questions.jsonl'), 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GradedQuestion);
  const corpusDir = wanted > 0 ? path.join(scratch, 'corpus') : path.resolve(source, 'corpus');
  if (wanted > 0) await makeLargeCorpus(path.join(source, 'corpus'), corpusDir, wanted);
  const indexDir = path.join(scratch, 'index');
  const first = questions[0]?.question ?? 'What is this about?';

  const cold = await timeCommand(corpusDir, path.join(scratch, 'cold'), first);
  report('first answer, no index yet', `${(cold / 1_000).toFixed(2)} s`);

  const { embeddingModel, embeddingThreads, readerModel } = readSettings();
  const settings = { corpusDir, indexDir, indexServer: null, embeddingModel, embeddingThreads, readerModel };
  const index = await openEmbeddedIndex(settings);
  const { embeddedSentences } = index.indexing;
  const perSecond = (embeddedSentences / index.indexing.elapsedMs) * 1_000;
  report('indexing', `${embeddedSentences} sentences, ${perSecond.toFixed(0)} a second, all included`);
  const labelling = timeLabelling(index);
  const share = ((labelling / index.indexing.elapsedMs) * 100).toFixed(1);
  report(
    'labelling',
    `${((embeddedSentences / labelling) * 1_000).toFixed(0)} sentences a second, ${share} % of indexing`,
  );
  if (embeddingModel === 'bundled') {
    const bare = await timeBarePipeline(index, findBundled('encoder'));
    report(
      'bare pipeline',
      `${bare.toFixed(0)} sentences a second; indexing reaches ${((perSecond / bare) * 100).toFixed(0)} %`,
    );
  }

  const unread = await askAll(index, questions, false);
  report('a question without reading', describeTimes(unread));
  const answers = readerModel === 'off' ? unread : await askAll(index, questions, true);
  if (readerModel !== 'off') report('a question', describeTimes(answers));
  report(...(await measureCrowd(index, questions)));
  report('resident memory', `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  await index.close();
  if (readerModel !== 'off') {
    for (const [name, value] of await measureReading(readerModel, index, questions)) report(name, value);
  }

  const warm = await timeCommand(corpusDir, indexDir, first);
  report('an answer from the command line, index there', `${(warm / 1_000).toFixed(2)} s`);
  if (wanted > 0) return; // repeated texts hold every answer many times
  const [without, grades] = [gradeAnswers(questions, unread), gradeAnswers(questions, answers)];
  report('quality', 'with reading (without)');
  for (const [name, value] of Object.entries(grades) as [keyof typeof grades, number][]) {
    const show = (grade: number): string => (Number.isInteger(grade) ? `${grade}` : grade.toFixed(3));
    report(name, `${show(value)} (${show(without[name])})`);
  }
}

type Answers = Awaited<ReturnType<EmbeddedIndex['ask']>>[];

async function askAll(index: EmbeddedIndex, questions: readonly GradedQuestion[], read: boolean): Promise<Answers> {
  const answers: Answers = [];
  for (const { question } of questions) answers.push(await index.ask(question, { read }));
  return answers;
}

function describeTimes(answers: Answers): string {
  const times = answers.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
  const percentile = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return `p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, ${times.length} questions`;
}

/** Milliseconds of a whole `ask` process. */
async function timeCommand(corpusDir: string, indexDir: string, question: string): Promise<number> {
  const started = performance.now();
  await run(process.execPath, [path.join(here, '../cli/main.js'), 'ask', question], {
    env: { ...process.env, CORPUS_DIR: corpusDir, INDEX_DIR: indexDir },
  });
  return performance.now() - started;
}

/** Milliseconds to label all that is indexed, words and vectors given. */
function timeLabelling({ searchIndex, manifest }: EmbeddedIndex): number {
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

async function timeBarePipeline({ searchIndex }: EmbeddedIndex, modelFolder: string): Promise<number> {
  const file = path.join(scratch, 'sentences.jsonl');
  await writeFile(
    file,
    Array.from(searchIndex.rows.keys(), (row) => JSON.stringify(searchIndex.textOf(row))).join('\n'),
  );
  const { stdout } = await run(process.execPath, [path.join(here, 'bare-pipeline.js'), file, modelFolder]);
  return Number(stdout);
}

function report(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(46)} ${value}\n`);
}
