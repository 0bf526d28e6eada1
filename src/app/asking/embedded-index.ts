import { IndexFolder } from '../../adapters/index/index-folder.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import type { CollectionScope } from '../../core/collections/collection.js';
import { countLanes, listText } from '../../core/corpus/list-document.js';
import { listExampleQuestions } from '../../core/question/example-questions.js';
import { isAsking } from '../../core/question/read-question.js';
import { answerDefaults, type Answer, type AnswerOptions } from '../../core/search/answer.js';
import { findQuote } from '../../core/search/find-quote.js';
import { searchPassages } from '../../core/search/passage-search.js';
import { rowsOfDocument } from '../../core/search/rows-of-document.js';
import { rankSentences } from '../../core/search/ranking.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import { summarise } from '../../core/summary/summarise.js';
import { summaryDefaults } from '../../core/summary/summary-options.js';
import type { IndexingHooks } from '../indexing/index-corpus.js';
import { giveWay } from '../give-way.js';
import { openModels } from './open-models.js';
import type { Manifest } from '../indexing/manifest.js';
import { isCutAsNow, loadIndex, openStoredIndex, toSearchIndex } from '../indexing/stored-index.js';
import { updateIndex, type IndexingResult } from '../indexing/update-index.js';
import { overlayLabels, tryStoredOverrides } from '../labels/label-overrides.js';
import type { Settings, StoreSettings } from '../settings.js';
import { answerRanking, type ReadingOptions } from './answer-ranking.js';
import { describeTexts } from './describe-texts.js';
import { holdTexts, type HeldTexts } from './held-texts.js';
import { describePart, IndexParts, relabelPart } from './index-parts.js';
import type { OpenIndex } from './open-index.js';
import type { Provenance } from './provenance.js';
import { ReadingDesk } from './reading-desk.js';
import { warmUp } from './warm-up.js';
import { prepareQuestion, type Asked, type QuestionReaders } from './prepare-question.js';
import { readChangedAt, verifyQuote, type DocumentOrigin } from './verify-quote.js';

/** An index that is in memory as a whole. */
export interface EmbeddedIndex extends OpenIndex, HeldTexts {
  readonly manifest: Manifest;
  within(scope: CollectionScope): Promise<EmbeddedIndex>;
}

type AnswerAsked = (asked: Asked, options: Partial<AnswerOptions> & ReadingOptions) => Promise<Answer>;

/** What an index is opened from. */
interface IndexSource {
  readonly manifest: Manifest;
  readonly searchIndex: SearchIndex;
  /** Folder of the source files. */
  readonly corpusDir: string;
  /** Of an index over the same texts, perhaps with other labels. */
  readonly parts?: IndexParts;
  /** Of a part: whether a document is among all texts. */
  readonly isKnown?: (id: string) => boolean;
}

export function createEmbeddedIndex(
  { manifest, searchIndex, corpusDir, parts = new IndexParts(searchIndex), isKnown = () => false }: IndexSource,
  readers: QuestionReaders,
): EmbeddedIndex {
  const { analyser } = readers;
  const held = holdTexts(searchIndex, { analyser, model: manifest.model });
  const documents = searchIndex.documents.map(listText);
  const originOf = (path: string): DocumentOrigin =>
    searchIndex.documents.find(({ document }) => document.path === path)?.document ?? { path };
  const stamp = (started: number): Provenance => ({
    index: manifest.version,
    elapsedMs: performance.now() - started,
  });
  const answerAsked: AnswerAsked = async ({ question, vector }, { read = true, waiting = 0, ...given }) => {
    const options = { ...answerDefaults, ...given };
    const ranking = rankSentences(question, vector, searchIndex, rowsOfDocument(searchIndex, options.documentId));
    return answerRanking(ranking, searchIndex, options, readers, { read, waiting });
  };
  const opened = new WeakMap<SearchIndex, EmbeddedIndex>();
  const own: EmbeddedIndex = {
    ...held,
    ...describeTexts(documents, readers, isKnown),
    manifest,
    async ask(text, options = {}) {
      const started = performance.now();
      const answer = await answerAsked(await prepareQuestion(text, searchIndex, readers), options);
      return { ...answer, question: text, ...stamp(started) };
    },
    async search(query, count) {
      const started = performance.now();
      const { question, vector } = await prepareQuestion(query, searchIndex, readers);
      return { passages: searchPassages(question, vector, searchIndex, count), ...stamp(started) };
    },
    async summarise({ topic = null, documentId = null, quotes = summaryDefaults.quotes } = {}) {
      const started = performance.now();
      const words = topic?.trim() === '' ? null : topic;
      const asked = words === null ? null : await prepareQuestion(words, searchIndex, readers);
      // Words alone are about something; a question wants an answer, and only reading tells whether there is one.
      const answer = asked && isAsking(asked.question) ? await answerAsked(asked, { documentId, limit: quotes }) : null;
      const summary = await giveWay(
        summarise(searchIndex, analyser, { topic: asked && { ...asked, answer }, documentId, quotes }),
      );
      return { ...summary, topic: words, ...stamp(started) };
    },
    async findQuote(text) {
      const { question, vector } = await prepareQuestion(text, searchIndex, readers);
      return findQuote(text, searchIndex, rankSentences(question, vector, searchIndex));
    },
    verifyQuote: ({ path }, span, mark) => verifyQuote(corpusDir, originOf(path), span, mark),
    readChangedAt: ({ path }) => readChangedAt(corpusDir, originOf(path)),
    fetchTexts: () => Promise.resolve(held),
    fetchPlaces: () => Promise.resolve(held),
    countLanes: () => Promise.resolve(countLanes(searchIndex.documents)),
    listExamples: () => Promise.resolve(listExampleQuestions(searchIndex.documents)),
    async within(scope) {
      const part = await parts.find(scope);
      if (part === null) return own;
      const known = opened.get(part.index);
      if (known) return known;
      const labelled = relabelPart(part, searchIndex);
      const source = {
        manifest: describePart(manifest, part),
        searchIndex: labelled,
        corpusDir,
        isKnown: (id: string) => own.findListed(id) !== null,
      };
      const open = createEmbeddedIndex(source, readers);
      opened.set(part.index, open);
      return open;
    },
  };
  return own;
}

/** An index in memory that was opened for one program alone, which closes it. */
export interface OwnEmbeddedIndex extends EmbeddedIndex {
  /** What bringing the index up to date took. */
  readonly indexing: Omit<IndexingResult, 'index'>;
  close(): Promise<void>;
}

/**
 * Opens the model and the index, which is built or brought up to date where it has to be. With `store`, labels have what moderators
 * have set; without it, they are the labeller's.
 */
export async function openEmbeddedIndex(
  settings: Settings,
  hooks: IndexingHooks = {},
  { store }: { readonly store?: StoreSettings } = {},
): Promise<OwnEmbeddedIndex> {
  const { onNotice = () => undefined } = hooks;
  const folder = new IndexFolder(settings.indexDir);
  const models = openModels(settings, folder, hooks);
  const desk = new ReadingDesk(models.reader);
  const overrides = store ? tryStoredOverrides(store, onNotice) : Promise.resolve([]);
  // The model loads in its own thread; all that follows goes on meanwhile.
  const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
  const analyser = createWinkAnalyser();
  const equivalents = createEquivalents(analyser);
  const stored = await openStoredIndex(folder, onNotice);
  // One that an earlier version has written is first analysed anew.
  const storedSearch = stored && isCutAsNow(stored) ? await toSearchIndex(stored) : null;
  if (storedSearch) await warmUp(storedSearch, { analyser, equivalents });
  const { corpusDir } = settings;
  const { readKeptTexts } = await import('../indexing/read-texts.js'); // of no use to a bot, which indexes elsewhere
  const texts = await readKeptTexts(corpusDir, folder, onNotice);
  const updated = await updateIndex({ texts, folder, analyser, stored, embedder: models.embedder, ...hooks });
  const { index, ...indexing } = updated;
  const embedder = await models.embedder;
  const plainIndex =
    storedSearch && index === stored ? storedSearch : await toSearchIndex(await loadIndex(index, stored), storedSearch);
  const searchIndex = await overlayLabels(plainIndex, await overrides);
  const readers = { analyser, equivalents, embedder, desk };
  const open = createEmbeddedIndex({ manifest: index.manifest, searchIndex, corpusDir }, readers);
  const close = async (): Promise<void> => {
    await (await models.reader)?.close();
    await embedder.close();
  };
  return { ...open, indexing, close };
}
