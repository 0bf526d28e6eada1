/**
 * Measures what a running bot takes with many sentences: how long questions, a start and a changed document take, how much memory, and how
 * long everything else waits meanwhile; with INDEX_ENGINE=postgres, what the index on the server takes. Started with the settings of `npm start`; see `npm run bench:scale`.
 */
import { access, appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Library } from '../app/asking/library.js';
import type { EmbeddedIndex } from '../app/asking/embedded-index.js';
import { prepareQuestion } from '../app/asking/prepare-question.js';
import { openReaders } from '../app/asking/open-readers.js';
import { runIndexing } from '../app/indexing/run-indexing.js';
import { OverrideWatch } from '../app/labels/label-overrides.js';
import { readSettings } from '../app/settings.js';
import { IndexFolder } from '../adapters/index/index-folder.js';
import { anchorOf } from '../core/overrides/anchor-of.js';
import type { LabelOverride } from '../core/overrides/label-override.js';
import { answerQuestion } from '../core/search/answer.js';
import { LoopWatch } from './loop-watch.js';
import { makeLargeCorpus } from './make-corpus.js';
import { measureServer } from './scale-server.js';

const changedWithinMs = 120_000;
const name = 'Odalric Penhallow';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sentences: { type: 'string' }, work: { type: 'string' } },
});
const [folder] = positionals;
const wanted = Number(values.sentences ?? 20_000);
if (folder === undefined || values.work === undefined || !Number.isInteger(wanted)) {
  process.stderr.write(
    'usage: npm run bench:scale -- FOLDER --work DIR [--sentences N]\n' +
      'FOLDER holds corpus/ and questions.jsonl; the large corpus and its index are made in DIR, and kept there.\n',
  );
  process.exit(2);
}

const corpusDir = path.resolve(values.work, 'corpus');
process.env['CORPUS_DIR'] = corpusDir; // for the program that indexes, too
process.env['INDEX_DIR'] = path.resolve(values.work, 'index');
const settings = { ...readSettings(), readerModel: 'off' };
const questions = (await readFile(path.join(folder, 'questions.jsonl'), 'utf8'))
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { question: string }).question);

const isThere = await access(corpusDir).then(
  () => true,
  () => false,
);
if (!isThere) await makeLargeCorpus(path.join(folder, 'corpus'), corpusDir, wanted);
if (settings.indexServer !== null) {
  await measureServer(settings, settings.indexServer, questions, report);
  process.exit(0);
}
const building = performance.now();
await runIndexing({ proven: null, onEvent: () => undefined, signal: new AbortController().signal });
report('indexing, or finding that nothing has changed', seconds(building));

let overrides: LabelOverride[] = [];
const reviews = {
  listOverrides: () => Promise.resolve(overrides),
  overridesRevision: () => Promise.resolve(`${overrides.length}`),
};
const fail = (error: unknown): void => {
  throw error;
};
const library = new Library(settings, new OverrideWatch(reviews, fail), {
  onNotice: () => undefined,
  onSwap: () => undefined,
  onRelabel: () => undefined,
  onFailure: fail,
});
const loop = new LoopWatch();
const started = performance.now();
const index = await loop.during(async () => {
  library.start();
  return library.whenReady();
});
report('cold start', `${seconds(started)}, longest block ${loop.longest}`);
report('sentences', `${index.manifest.counts.sentences} in ${index.manifest.counts.documents} documents`);
await sleep(12_000); // until what was loaded is tidied up
report('resident memory at rest', memory());

const readers = await openReaders(settings, new IndexFolder(settings.indexDir), {
  onNotice: () => undefined,
  onFailure: fail,
});
report('a question, embedding and reading left out', await timeRetrieval(index));
report('one changed document', await changeDocument());
report('labels set', await whileAsking(() => setLabel()));
report('a document withdrawn', await whileAsking(() => library.withdraw(index.manifest.documents[1]?.path ?? '')));
report('a summary of everything', await whileAsking(async () => (await library.whenReady()).summarise()));
report('resident memory at the end', memory());
await library.close();
await readers.embedder.close();
process.exit(0);

async function timeRetrieval({ searchIndex }: EmbeddedIndex): Promise<string> {
  const asked = [];
  for (const question of questions) asked.push(await prepareQuestion(question, searchIndex, readers));
  const times: number[] = [];
  for (const isWarm of [false, true]) {
    for (const { question, vector } of asked) {
      const before = performance.now();
      answerQuestion(question, vector, searchIndex);
      if (isWarm) times.push(performance.now() - before);
    }
  }
  times.sort((a, b) => a - b);
  const percentile = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return `p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms`;
}

/** From the moment of saving until the new words are quoted. */
async function changeDocument(): Promise<string> {
  const file = (await readdir(corpusDir)).sort()[7] ?? '';
  const before = (await library.whenReady()).manifest.version;
  return whileAsking(async () => {
    const saved = performance.now();
    await appendFile(path.join(corpusDir, file), `\n\nThe keeper of the weir is called ${name} ${Date.now()}.\n`);
    while (library.current?.manifest.version === before) {
      if (performance.now() - saved > changedWithinMs) throw new Error('the changed document never came');
      await sleep(5);
    }
    const { quotes } = await (await library.whenReady()).ask('What is the keeper of the weir called?');
    if (!quotes.some(({ exact }) => exact.includes(name))) throw new Error('the changed document is not quoted');
  });
}

async function setLabel(): Promise<void> {
  const { document, span } = index.searchIndex.locate(40);
  const set = { label: 'opinion', source: null, kind: null, was: span.label.label, note: null, guildId: '1' } as const;
  overrides = [{ ...anchorOf(document, span), ...set, id: 1, decidedAtMs: 1 }];
  await library.refreshLabels({ now: true });
}

/** What some work takes, and how long everything else waits meanwhile, with a question every 50 ms. */
async function whileAsking(work: () => Promise<unknown>): Promise<string> {
  const done = new AbortController();
  const before = performance.now();
  const asking = (async () => {
    for (let i = 0; !done.signal.aborted; i++) {
      await (await library.whenReady()).ask(questions[i % questions.length] ?? '', { read: false });
      await sleep(50);
    }
  })();
  const took = await loop.during(async () => {
    await work();
    return seconds(before);
  });
  done.abort();
  await asking;
  return `${took}, longest block ${loop.longest}`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(2)} s`;
}

function memory(): string {
  return `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`;
}

function report(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(46)} ${value}\n`);
}
