import { IndexFolder } from '../../adapters/index/index-folder.js';
import { answerDefaults, answerQuestion, type Answer, type AnswerOptions } from '../../core/search/answer.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import { VerbatimError } from '../../core/errors.js';
import { searchPassages, type FoundPassage } from '../../core/search/passage-search.js';
import type { AskedQuestion } from '../../core/question/read-question.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import type { Summary } from '../../core/summary/summarise.js';
import { summaryDefaults } from '../../core/summary/summary-options.js';
import { overlayLabels, tryStoredOverrides } from '../labels/label-overrides.js';
import { openModel } from './open-model.js';
import { readAsked, readWords } from './read-asked.js';
import type { Settings } from '../settings.js';
import type { StoreSettings } from '../store-settings.js';
import { toSearchIndex, type Manifest } from '../indexing/stored-index.js';
import { summariseIndex } from './summarise-index.js';
import { openStoredIndex, updateIndex, type IndexingResult } from '../indexing/update-index.js';

const maxWarmUpQuestions = 120;
const maxWarmUpMs = 200;
/** One for each way through the code. */
const warmUpOpenings = [
  'How long is',
  'Who says that',
  'How many',
  'When was',
  'How much money',
  'Where is',
  'Why did',
  'What is',
];

export interface PipelineHooks {
  readonly onNotice?: (notice: string) => void;
  readonly onExportProgress?: (share: number) => void;
  readonly onIndexProgress?: (share: number, sentences: number) => void;
}

export interface AskOptions extends Partial<Omit<AnswerOptions, 'documentId'>> {
  /** Path, id or title of the only document to look in. */
  readonly in?: string;
}

/** An answer with the index version that it was given from and the milliseconds that it took. */
export interface TimedAnswer extends Answer {
  readonly index: string;
  readonly elapsedMs: number;
}

export interface SummariseOptions {
  readonly topic?: string;
  /** Path, id or title of the only document to look in. */
  readonly in?: string;
  /** Most quotes, 1 to 12; 6 unless said. */
  readonly quotes?: number;
}

/** A summary with the index version that it was made from and the milliseconds that it took. */
export interface TimedSummary extends Summary {
  readonly index: string;
  readonly elapsedMs: number;
}

/** The one way from a question to an answer, under every front end. */
export interface Pipeline {
  readonly manifest: Manifest;
  readonly searchIndex: SearchIndex;
  /** What bringing the index up to date took. */
  readonly indexing: Omit<IndexingResult, 'index'>;
  ask(question: string, options?: AskOptions): Promise<TimedAnswer>;
  search(query: string, count: number): Promise<FoundPassage[]>;
  summarise(options?: SummariseOptions): Promise<TimedSummary>;
  close(): Promise<void>;
}

export interface PipelineOptions {
  readonly rebuild?: boolean;
  /** Where labels set by moderators are; without it, labels are the labeller's. */
  readonly store?: StoreSettings;
}

/** Opens the model and the index, which is built or brought up to date where it has to be. */
export async function openPipeline(
  settings: Settings,
  hooks: PipelineHooks = {},
  options: PipelineOptions = {},
): Promise<Pipeline> {
  const folder = new IndexFolder(settings.indexDir);
  await folder.findCurrent(); // refuses a folder that is not for us before anything is written into it
  const opening = openModel(settings, folder, hooks);
  const { store } = options;
  const reading = store ? tryStoredOverrides(store, hooks.onNotice ?? (() => undefined)) : Promise.resolve([]);
  // The model loads in its own thread; all that follows goes on meanwhile.
  const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
  const analyser = createWinkAnalyser();
  const equivalents = createEquivalents(analyser);
  const stored = await openStoredIndex(folder, hooks.onNotice ?? (() => undefined));
  const storedSearch = stored ? toSearchIndex(stored) : null;
  if (storedSearch) warmUp(storedSearch, (text) => readWords(text, storedSearch, { analyser, equivalents }));
  const { index, ...indexing } = await updateIndex({
    corpusDir: settings.corpusDir,
    folder,
    analyser,
    stored,
    embedder: opening,
    rebuild: options.rebuild ?? false,
    ...(hooks.onNotice ? { onNotice: hooks.onNotice } : {}),
    ...(hooks.onIndexProgress ? { onProgress: hooks.onIndexProgress } : {}),
  });
  const readers = { analyser, equivalents, embedder: await opening };
  const plainIndex = storedSearch && index === stored ? storedSearch : toSearchIndex(index);
  const searchIndex = overlayLabels(plainIndex, await reading);

  return {
    manifest: index.manifest,
    searchIndex,
    indexing,
    async ask(text, { in: wanted, ...given } = {}) {
      const started = performance.now();
      const documentId = wanted === undefined ? null : findDocument(searchIndex, wanted);
      const { question, vector } = await readAsked(text, searchIndex, readers);
      const answer = answerQuestion(question, vector, searchIndex, { ...answerDefaults, ...given, documentId });
      return { ...answer, question: text, index: index.manifest.version, elapsedMs: performance.now() - started };
    },
    async search(query, count) {
      const { question, vector } = await readAsked(query, searchIndex, readers);
      return searchPassages(question, vector, searchIndex, count);
    },
    async summarise({ topic = null, in: wanted, quotes = summaryDefaults.quotes } = {}) {
      const started = performance.now();
      const documentId = wanted === undefined ? null : findDocument(searchIndex, wanted);
      const summary = await summariseIndex(searchIndex, readers, { topic, documentId, quotes });
      return { ...summary, index: index.manifest.version, elapsedMs: performance.now() - started };
    },
    close: () => readers.embedder.close(),
  };
}

/**
 * Asks the index about its own sentences, so that the first real question finds compiled code. It costs time that is
 * spent waiting for the model anyway.
 */
function warmUp(index: SearchIndex, read: (text: string) => AskedQuestion): void {
  const started = performance.now();
  const vector = new Float32Array(index.vectors.dimensions);
  for (let i = 0; i < maxWarmUpQuestions && index.rows.length > 0; i++) {
    const words = index.textOf((i * 7) % index.rows.length).split(/\s+/);
    const opening = warmUpOpenings[i % warmUpOpenings.length] ?? '';
    vector.fill(0);
    vector[i % vector.length] = 1;
    answerQuestion(read(`${opening} ${words.slice(0, 8).join(' ')}?`), vector, index, {
      ...answerDefaults,
      threshold: i % 2,
    });
    if (performance.now() - started > maxWarmUpMs) break;
  }
}

/** The id of the document that somebody means by a path, an id or a title. Throws `bad-input` when there is no such one. */
function findDocument(index: SearchIndex, wanted: string): string {
  const name = wanted.trim().toLowerCase();
  const documents = index.documents.map(({ document }) => document);
  const found =
    documents.find(({ id, path }) => id === name || path.toLowerCase() === name) ??
    documents.find(({ metadata }) => metadata.title.toLowerCase() === name) ??
    documents.find(({ path, metadata }) => `${path} ${metadata.title}`.toLowerCase().includes(name));
  if (found) return found.id;
  const known = documents.slice(0, 5).map(({ path }) => path);
  throw new VerbatimError(
    'bad-input',
    `No document is called "${wanted}". Give the path or title of one, such as ${known.join(', ')}.`,
  );
}
