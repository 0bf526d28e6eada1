import { PostgresEngine } from '../../adapters/index-postgres/postgres-engine.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import { everything, listCollections, type CollectionScope } from '../../core/collections/collection.js';
import { createEquivalents } from '../../core/english/equivalents.js';
import { VerbatimError } from '../../core/errors.js';
import type { CorpusEngine, CorpusIndex } from '../../core/corpus/corpus-index.js';
import { settle } from '../../core/corpus/gathered-facts.js';
import { proposePart, type Proposal } from '../../core/corpus/propose-part.js';
import type { LabelOverride } from '../../core/overrides/label-override.js';
import { readQuestion } from '../../core/question/read-question.js';
import { answerDefaults } from '../../core/search/answer.js';
import { continueQuote } from '../../core/search/continue-quote.js';
import { knowNothing, type KnownDocuments } from '../../core/search/index-content.js';
import { searchPassages } from '../../core/search/passage-search.js';
import { rankSentences } from '../../core/search/ranking.js';
import { rowsOfDocument } from '../../core/search/rows-of-document.js';
import { SearchIndex } from '../../core/search/search-index.js';
import { joinVectors } from '../../core/corpus/join-vectors.js';
import type { IndexingHooks } from '../indexing/index-corpus.js';
import { indexIntoPostgres } from '../indexing/index-into-postgres.js';
import { overlayLabels, tryStoredOverrides } from '../labels/label-overrides.js';
import type { Settings, StoreSettings } from '../settings.js';
import { answerRanking } from './answer-ranking.js';
import { requireDocument } from './find-document.js';
import type { AskedIndex } from './asked-index.js';
import { openModels } from './open-models.js';
import { embedQuestion, maxAskedLength, type QuestionReaders } from './prepare-question.js';
import { ReadingDesk } from './reading-desk.js';

/** An index whose texts are not in memory: each question sees them as they are when it is asked. */
export interface OpenCorpus extends AskedIndex {
  /** The collections of its documents, by name. */
  listCollections(): Promise<readonly string[]>;
  /** The same of some collections alone. */
  within(scope: CollectionScope): OpenCorpus;
}

interface CorpusSource {
  readonly engine: CorpusEngine;
  readonly scope: CollectionScope;
  /** What is worked out of documents for one question is of use for the next one. */
  readonly known: KnownDocuments;
  /** Labels that moderators have set. */
  readonly overrides: readonly LabelOverride[];
  readonly close: () => Promise<void>;
}

type Work<Result> = (corpus: CorpusIndex, proposal: Proposal, vector: Float32Array) => Promise<Result>;

export function createOpenCorpus(source: CorpusSource, readers: QuestionReaders): OpenCorpus {
  const { engine, scope, known, overrides } = source;
  const { analyser, equivalents, embedder } = readers;
  const propose = async <Result>(text: string, documentId: string | null, work: Work<Result>) => {
    const started = performance.now();
    const vector = await embedQuestion(text, readers);
    const read = readQuestion(text.slice(0, maxAskedLength), analyser, equivalents);
    return engine.read(scope, async (corpus) => {
      requireModel(corpus, embedder.model.checksum);
      const result = await work(corpus, await proposePart(read, vector, corpus, known, documentId), vector);
      return { ...result, index: corpus.version, elapsedMs: performance.now() - started };
    });
  };
  return {
    ask: (text, { read = true, waiting = 0, ...given } = {}) => {
      const options = { ...answerDefaults, ...given };
      return propose(text, options.documentId, async (_, { question, index: plain, facts }, vector) => {
        const index = await overlayLabels(plain, overrides);
        const ranking = rankSentences(question, vector, index, rowsOfDocument(index, options.documentId));
        const answer = await answerRanking(ranking, index, options, readers, { read, waiting }, (work) =>
          settle(facts, work),
        );
        return { ...answer, question: text };
      });
    },
    search: (query, count) =>
      propose(query, null, (_, { question, index }, vector) =>
        Promise.resolve({ passages: searchPassages(question, vector, index, count) }),
      ),
    requireDocument: (name) => engine.read(scope, ({ documents }) => Promise.resolve(requireDocument(documents, name))),
    listCollections: () => engine.read(scope, ({ documents }) => Promise.resolve(listCollections(documents))),
    continueQuote: (quote) =>
      engine.read(scope, async (corpus) => {
        const number = corpus.documents.findIndex(({ id }) => id === quote.document.id);
        if (!quote.continues || number < 0) return null;
        const loaded = await corpus.load([number]);
        const vectors = joinVectors(loaded, corpus.model.dimensions);
        const documents = loaded.map(({ indexed }) => indexed);
        return continueQuote(quote, new SearchIndex(documents, vectors));
      }),
    within: (narrower) => createOpenCorpus({ ...source, scope: narrower }, readers),
    close: source.close,
  };
}

function requireModel({ model }: CorpusIndex, checksum: string): void {
  if (model.checksum === checksum) return;
  throw new VerbatimError('index-missing', {
    problem: `The index at DATABASE_URL was made with another model (${model.id})`,
    advice: 'Run "npm run index" with this EMBEDDING_MODEL, or set EMBEDDING_MODEL to that one',
  });
}

/**
 * Opens the model and the index on a server, which is brought up to date with the corpus folder first. With `store`, labels have what
 * moderators have set.
 */
export async function openCorpus(
  settings: Settings,
  url: string,
  hooks: IndexingHooks,
  store: StoreSettings,
): Promise<OpenCorpus> {
  const { onNotice = () => undefined } = hooks;
  await indexIntoPostgres(settings, url, hooks);
  const models = openModels(settings, new IndexFolder(settings.indexDir), hooks);
  const overrides = await tryStoredOverrides(store, onNotice);
  const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
  const analyser = createWinkAnalyser();
  const embedder = await models.embedder;
  const desk = new ReadingDesk(models.reader);
  const readers = { analyser, equivalents: createEquivalents(analyser), embedder, desk };
  const engine = new PostgresEngine(url);
  const close = async (): Promise<void> => {
    await engine.close();
    await (await models.reader)?.close();
    await embedder.close();
  };
  return createOpenCorpus({ engine, scope: everything, known: knowNothing(), overrides, close }, readers);
}
