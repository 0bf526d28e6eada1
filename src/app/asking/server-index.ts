import { narrow, type CollectionScope } from '../../core/collections/collection.js';
import { CorpusLabels } from '../../core/corpus/corpus-labels.js';
import type { CorpusEngine, CorpusIndex, ListedDocument } from '../../core/corpus/corpus-index.js';
import { documentsAtOnce, findAnchors, inParts } from '../../core/corpus/find-anchors.js';
import { settle } from '../../core/corpus/gathered-facts.js';
import { proposePart } from '../../core/corpus/propose-part.js';
import { readInOrder } from '../../core/corpus/whole-facts.js';
import { VerbatimError } from '../../core/errors.js';
import { listExampleQuestions, type ExampleQuestion } from '../../core/question/example-questions.js';
import { readQuestion } from '../../core/question/read-question.js';
import { answerDefaults } from '../../core/search/answer.js';
import { findQuote, matchWanted, readWanted } from '../../core/search/find-quote.js';
import { searchPassages } from '../../core/search/passage-search.js';
import { rankSentences } from '../../core/search/ranking.js';
import { rowsOfDocument } from '../../core/search/rows-of-document.js';
import { giveWay } from '../give-way.js';
import { answerRanking } from './answer-ranking.js';
import { describeTexts } from './describe-texts.js';
import { holdTexts, type HeldTexts } from './held-texts.js';
import type { KnownTexts } from './known-texts.js';
import type { OpenIndex } from './open-index.js';
import { embedQuestion, maxAskedLength, type QuestionReaders } from './prepare-question.js';
import { holdCorpus } from './hold-corpus.js';
import type { Propose } from './proposed.js';
import { summariseCorpus } from './summarise-corpus.js';
import { isElsewhere, readChangedAt, verifyQuote, type DocumentOrigin } from './verify-quote.js';

/** Most documents that example questions are taken from. */
const maxExampleDocuments = 64;

/** What an index on a server lists, at one moment. */
export type CorpusListing = Pick<CorpusIndex, 'version' | 'model' | 'builtAt' | 'documents' | 'numberOf'>;

export interface ServerIndexSource {
  readonly engine: CorpusEngine;
  readonly scope: CollectionScope;
  readonly listing: CorpusListing;
  readonly labels: CorpusLabels;
  readonly known: KnownTexts;
  /** Folder of the source files, which may lie on another machine. */
  readonly corpusDir: string;
  /** Of a part: whether a document is among all texts. */
  readonly isKnown?: (id: string) => boolean;
}

/** An index whose texts are not in memory: its list is of one moment, and what is asked of the texts is read as they are when it is asked. */
export function createServerIndex(source: ServerIndexSource, readers: QuestionReaders): OpenIndex {
  const { engine, scope, listing, labels, known, corpusDir, isKnown = () => false } = source;
  const { analyser, equivalents, embedder } = readers;
  const read = <Result>(work: (corpus: CorpusIndex) => Promise<Result>): Promise<Result> =>
    engine.read(scope, (corpus) => {
      requireModel(corpus, embedder.model.checksum);
      return work(corpus);
    });
  const hold = async (corpus: CorpusIndex, numbers: readonly number[]): Promise<HeldTexts> =>
    holdTexts(await holdCorpus(corpus, numbers, known.current, labels), { analyser, model: corpus.model });
  /** Lets work see the part of the texts that may have to do with some words. */
  const propose: Propose = async (text, work, options = {}) => {
    const vector = await embedQuestion(text, readers);
    const asked = readQuestion(text.slice(0, maxAskedLength), analyser, equivalents);
    return read(async (corpus) => {
      const { besides = () => Promise.resolve([]), ...given } = options;
      const taken = { ...given, besides: await besides(corpus), run: giveWay };
      const { index, ...proposal } = await proposePart(asked, vector, corpus, known.current, taken);
      const laid = labels.layOver(index.documents, corpus);
      return work({ ...proposal, index: index.relabel(laid), vector, corpus });
    });
  };
  const views = new Map<string, Promise<OpenIndex>>();
  const own: OpenIndex = {
    ...describeTexts(listing.documents, readers, isKnown),
    manifest: {
      version: listing.version,
      model: listing.model,
      builtAt: listing.builtAt,
      counts: countAll(listing.documents),
    },
    ask: (text, { read: isRead = true, waiting = 0, ...given } = {}) => {
      const started = performance.now();
      const options = { ...answerDefaults, ...given };
      const { documentId } = options;
      return propose(
        text,
        async ({ question, index, vector, facts, corpus }) => {
          const within = rowsOfDocument(index, documentId);
          const ranking = await settle(facts, () => rankSentences(question, vector, index, within));
          const reading = { read: isRead, waiting };
          const answer = await answerRanking(ranking, index, options, readers, reading, (work) => settle(facts, work));
          return { ...answer, question: text, index: corpus.version, elapsedMs: performance.now() - started };
        },
        { documentId },
      );
    },
    search: (query, count) => {
      const started = performance.now();
      return propose(query, async ({ question, index, vector, facts, corpus }) => {
        const passages = await settle(facts, () => searchPassages(question, vector, index, count));
        return { passages, index: corpus.version, elapsedMs: performance.now() - started };
      });
    },
    summarise: (request) => summariseCorpus(request, { read, propose, hold }, readers),
    findQuote: (text) =>
      propose(
        text,
        async ({ question, index, vector, facts }) =>
          findQuote(text, index, await settle(facts, () => rankSentences(question, vector, index))),
        { besides: (corpus) => findWanted(text, corpus) },
      ),
    async verifyQuote(document, span, mark) {
      const found = await verifyQuote(corpusDir, await findOrigin(document, own), span, mark);
      return found.kind === 'removed' && (await isElsewhere(corpusDir)) ? { kind: 'elsewhere' } : found;
    },
    async readChangedAt(document) {
      const listed = own.documents.find(({ path }) => path === document.path) ?? document;
      return (await readChangedAt(corpusDir, listed)) ?? ((await isElsewhere(corpusDir)) ? 'elsewhere' : null);
    },
    fetchTexts: (ids) =>
      read((corpus) =>
        hold(
          corpus,
          [...new Set(ids)].flatMap((id) => corpus.numberOf(id) ?? []),
        ),
      ),
    fetchPlaces: (anchors) => read(async (corpus) => hold(corpus, await findAnchors(corpus, anchors))),
    countLanes: () => Promise.resolve(countLanes(listing.documents, labels)),
    listExamples: () =>
      read(async (corpus) => {
        const examples: ExampleQuestion[] = [];
        const numbers = Array.from({ length: Math.min(maxExampleDocuments, corpus.documents.length) }, (_, i) => i);
        for (const part of inParts(numbers, documentsAtOnce)) {
          examples.push(...listExampleQuestions(labels.layOver(await corpus.load(part), corpus)));
        }
        return examples;
      }),
    within(narrower) {
      const part = narrow(scope, narrower);
      const key = JSON.stringify(part);
      if (key === JSON.stringify(scope)) return Promise.resolve(own);
      // Also where it holds all texts that there are: it must not hold what comes later.
      const known = views.get(key) ?? openPart(part, source, own, readers);
      views.set(key, known);
      known.catch(() => views.delete(key));
      return known;
    },
  };
  return own;
}

async function openPart(
  scope: CollectionScope,
  source: ServerIndexSource,
  whole: OpenIndex,
  readers: QuestionReaders,
): Promise<OpenIndex> {
  const listing = await source.engine.read(scope, (corpus) => Promise.resolve(listCorpus(corpus)));
  return createServerIndex({ ...source, scope, listing, isKnown: (id) => whole.findListed(id) !== null }, readers);
}

/** What of a corpus holds when it can be read no more. */
export function listCorpus({ version, model, builtAt, documents, numberOf }: CorpusIndex): CorpusListing {
  return { version, model, builtAt, documents, numberOf };
}

/** The first documents that hold somebody's words. */
async function findWanted(text: string, corpus: CorpusIndex): Promise<readonly number[]> {
  const wanted = readWanted(text);
  if (!wanted) return [];
  const holding = await corpus.findHolding(wanted);
  const found: number[] = [];
  let at = 0;
  for await (const { document } of readInOrder(corpus, holding)) {
    if (matchWanted(wanted, document)) found.push(holding[at] ?? -1);
    at++;
    if (found.length >= wanted.most) break;
  }
  return found;
}

/** Where a text comes from; with its words where they need not be read from the file again. */
async function findOrigin(document: DocumentOrigin, index: OpenIndex): Promise<DocumentOrigin> {
  const listed = index.documents.find(({ path }) => path === document.path);
  if (!listed?.derivation) return listed ?? document;
  const held = await index.fetchTexts([listed.id]);
  return held.findDocument(listed.id)?.document ?? listed;
}

function countLanes(documents: readonly ListedDocument[], labels: CorpusLabels) {
  const counts = { reported: 0, attributed: 0, opinion: 0 };
  for (const { id, lanes } of documents) {
    const shift = labels.shiftOf(id);
    counts.reported += lanes.reported + (shift?.reported ?? 0);
    counts.attributed += lanes.attributed + (shift?.attributed ?? 0);
    counts.opinion += lanes.opinion + (shift?.opinion ?? 0);
  }
  return counts;
}

function countAll(documents: readonly ListedDocument[]) {
  const sum = (of: 'sentences' | 'passages'): number => documents.reduce((total, { counts }) => total + counts[of], 0);
  return { documents: documents.length, sentences: sum('sentences'), passages: sum('passages') };
}

/** Throws `index-missing` for an index that was made with another model. */
export function requireModel({ model }: Pick<CorpusIndex, 'model'>, checksum: string): void {
  if (model.checksum === checksum) return;
  throw new VerbatimError('index-missing', {
    problem: `The index at DATABASE_URL was made with another model (${model.id})`,
    advice: 'Run "npm run index" with this EMBEDDING_MODEL, or set EMBEDDING_MODEL to that one',
  });
}
