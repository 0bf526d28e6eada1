import { createPhraseTest } from '../search/absent.js';
import type { AskedQuestion } from '../question/read-question.js';
import { adaptToIndex } from '../question/read-question.js';
import { gatherContent, type KnownDocuments } from '../search/index-content.js';
import { partsSomething, readSectionNames } from '../search/named-sections.js';
import { lexicalCandidates, mostBeside, vectorCandidates } from '../search/ranking.js';
import { placeOnDemand } from '../search/place-content.js';
import { SearchIndex } from '../search/search-index.js';
import { literally } from '../search/written-patterns.js';
import { finish, type Steps } from '../steps.js';
import type { CorpusIndex } from './corpus-index.js';
import { gatherAll, settle, type Gathering } from './gathered-facts.js';
import { HighestScores, scoreSentences } from './score-sentences.js';
import { joinVectors } from './join-vectors.js';
import { placePart, type PlacedDocument } from './part-content.js';
import { PartVectors } from './part-vectors.js';
import { TermFacts } from './term-facts.js';
import { readInOrder, WholeFacts } from './whole-facts.js';
import { WholeScores } from './whole-scores.js';

/** What a question is answered from. */
export interface Proposal {
  /** The question, with the further ways to say it that the texts tell. */
  readonly question: AskedQuestion;
  /** The index of the documents that hold all candidates of the whole, with the whole's counts. */
  readonly index: SearchIndex;
  /** What the index knows of the whole, and its vectors; whatever asks the index is done by `settle`. */
  readonly facts: Gathering;
}

export interface ProposalOptions {
  /** The only document that is taken; null for no such. */
  readonly documentId?: string | null;
  /** Documents that are taken, too, whatever they hold. */
  readonly besides?: readonly number[];
  /** Whether all vectors of the documents are to be at hand, so that others are searched for by them than the question's. */
  readonly areVectorsHeld?: boolean;
  /** Does what takes long; in one go unless said. */
  readonly run?: <Result>(steps: Steps<Result>) => Promise<Result>;
}

/** Documents that are read at once for the best sentences by their words. */
const documentsAtOnce = 16;
/** So much two sums of the same numbers may differ that were added up in another order. */
const rounding = 1e-5;

/**
 * Takes from a corpus the documents that may answer a question: ranking them gives what ranking all would give, as far as the corpus
 * finds the nearest sentences. Those are taken which hold a sentence among the nearest by their vectors, or among the best by their words
 * (no other can, by its bound), a section that the question names, or the first of its quoted phrases.
 */
export async function proposePart(
  read: AskedQuestion,
  vector: Float32Array,
  corpus: CorpusIndex,
  known: KnownDocuments,
  {
    documentId = null,
    besides = [],
    areVectorsHeld = documentId !== null,
    run = (steps) => Promise.resolve(finish(steps)),
  }: ProposalOptions = {},
): Promise<Proposal> {
  const terms = new TermFacts(corpus);
  const question = await settle(terms, () => adaptToIndex(read, terms));
  const wanted = question.concepts.flatMap(({ ways }) => ways.flatMap((way) => way.terms));
  // One after the other on the engine's side; the first is worked out here while the second is searched for there.
  const [scores, nearest] = await Promise.all([
    corpus
      .findPostings([...new Set(wanted)])
      .then((postings) => new WholeScores(question.concepts, postings, corpus.documents)),
    documentId === null ? corpus.findNearest(vector, vectorCandidates) : [],
  ]);
  const named = await findNamed(question, corpus);
  const taken = new Map<number, PlacedDocument>();
  const take = async (documents: readonly number[]): Promise<void> => {
    const missing = documents.filter((document) => !taken.has(document));
    for (const [i, indexed] of (await corpus.load(missing)).entries()) {
      taken.set(missing[i] ?? -1, { indexed, placed: placeOnDemand(indexed) });
    }
  };
  if (documentId !== null) await take([corpus.numberOf(documentId) ?? 0].slice(0, corpus.documents.length));
  else {
    await take([...new Set([...nearest.map(({ document }) => document), ...(named ?? []), ...besides])]);
    await take(await findPhrases(question, corpus));
    await takeBest(scores, taken, take);
  }
  const numbers = [...taken.keys()].sort((a, b) => a - b);
  const part = numbers.flatMap((number) => taken.get(number) ?? []);
  const documents = part.map(({ indexed }) => indexed);
  const whole = new WholeFacts(corpus, terms, scores, numbers, named !== null);
  if (areVectorsHeld) {
    const content = await run(gatherContent(documents, known, whole.counts));
    const vectors = joinVectors(await corpus.loadVectors(numbers), corpus.model.dimensions);
    return { question, index: new SearchIndex(documents, vectors, content, whole), facts: whole };
  }
  const near = await corpus.findNearestIn(numbers, vector, vectorCandidates, nearest);
  const vectors = new PartVectors(corpus, numbers, near);
  const content = placePart(part, known, whole.counts);
  return { question, index: new SearchIndex(documents, vectors, content, whole), facts: gatherAll([vectors, whole]) };
}

/** The documents with sections that the question names; null where it names none, or too many. */
async function findNamed({ text }: AskedQuestion, corpus: CorpusIndex): Promise<number[] | null> {
  const isNamed = readSectionNames(text);
  if (!isNamed) return null;
  const named = (await corpus.listSections()).filter((section) => isNamed(section.heading, section));
  return partsSomething(named.length) ? [...new Set(named.map(({ document }) => document))] : null;
}

/** The first documents with as many sentences that hold all quoted phrases as can be candidates. */
async function findPhrases(question: AskedQuestion, corpus: CorpusIndex): Promise<number[]> {
  const holdsAll = createPhraseTest(question);
  if (!holdsAll) return [];
  const holding = await Promise.all(question.phrases.map((phrase) => corpus.findHolding(literally(phrase))));
  const [first = [], ...others] = holding.map((documents) => new Set(documents));
  const both = Array.from(first).filter((document) => others.every((own) => own.has(document)));
  const found: number[] = [];
  let sentences = 0;
  let at = 0;
  for await (const { document, sentences: own } of readInOrder(corpus, both)) {
    const count = own.filter(({ start, end }) => holdsAll(document.text.slice(start, end))).length;
    if (count > 0) found.push(both[at] ?? -1);
    sentences += count;
    at++;
    if (sentences >= mostBeside.inNamedSection) break;
  }
  return found;
}

/** Takes documents, the highest bound first, until no other one can have a sentence among the best by their words. */
async function takeBest(
  scores: WholeScores,
  taken: ReadonlyMap<number, PlacedDocument>,
  take: (documents: readonly number[]) => Promise<void>,
): Promise<void> {
  const best = new HighestScores(lexicalCandidates);
  const add = (document: number): void => {
    const { indexed, placed } = taken.get(document) ?? {};
    if (!indexed || !placed) return;
    const own = scoreSentences(indexed, scores.totalsOf(document));
    for (let s = 0; s < own.length; s++) if (placed.isContext[s] === 0) best.add(own[s] ?? 0);
  };
  for (const document of taken.keys()) add(document);
  const others = scores.boundDocuments(best.least - rounding).filter(({ document }) => !taken.has(document));
  for (let first = 0; first < others.length; first += documentsAtOnce) {
    const open = others.slice(first, first + documentsAtOnce).filter(({ bound }) => bound >= best.least - rounding);
    if (open.length === 0) return;
    const documents = open.map(({ document }) => document);
    await take(documents);
    documents.forEach(add);
  }
}
