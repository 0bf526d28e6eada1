import type { CorpusIndex } from '../../core/corpus/corpus-index.js';
import { isAsking } from '../../core/question/read-question.js';
import { answerDefaults, type Answer } from '../../core/search/answer.js';
import { settle } from '../../core/corpus/gathered-facts.js';
import { rankSentences } from '../../core/search/ranking.js';
import { rowsOfDocument } from '../../core/search/rows-of-document.js';
import { duplicateNeighbours, summarise, type Summary } from '../../core/summary/summarise.js';
import { summaryDefaults } from '../../core/summary/summary-options.js';
import { giveWay } from '../give-way.js';
import { answerRanking } from './answer-ranking.js';
import type { SummaryRequest } from './open-index.js';
import type { QuestionReaders } from './prepare-question.js';
import type { Provenance } from './provenance.js';
import type { Propose, Proposed } from './proposed.js';
import { summariseMany, type HoldTexts } from './summarise-many.js';

/** Most sentences that are in memory at once for a summary: about 60 MB. */
export const mostHeldSentences = 20_000;

/** How the texts of a corpus are had. */
interface CorpusReading {
  readonly read: <Result>(work: (corpus: CorpusIndex) => Promise<Result>) => Promise<Result>;
  readonly propose: Propose;
  readonly hold: HoldTexts;
}

/**
 * Summarises a document, what all documents say of a topic, or all of them, as if all were in memory; of more than `mostHeld` sentences at
 * once as `summariseMany` does.
 */
export async function summariseCorpus(
  { topic = null, documentId = null, quotes = summaryDefaults.quotes }: Partial<SummaryRequest> = {},
  reading: CorpusReading,
  readers: QuestionReaders,
  mostHeld = mostHeldSentences,
): Promise<Summary & Provenance> {
  const started = performance.now();
  const words = topic?.trim() === '' ? null : topic;
  const { summary, index } =
    words === null
      ? await summariseTexts({ documentId, quotes }, reading, readers, mostHeld)
      : await summariseTopic(words, { documentId, quotes }, reading, readers);
  return { ...summary, topic: words, index, elapsedMs: performance.now() - started };
}

type Scope = Pick<SummaryRequest, 'documentId' | 'quotes'>;

interface Summarised {
  readonly summary: Summary;
  readonly index: string;
}

function summariseTexts(
  { documentId, quotes }: Scope,
  { read, hold }: CorpusReading,
  { analyser }: QuestionReaders,
  mostHeld: number,
): Promise<Summarised> {
  return read(async (corpus) => {
    const numbers = documentId === null ? [...corpus.documents.keys()] : [corpus.numberOf(documentId) ?? -1];
    const there = numbers.filter((number) => number >= 0);
    const sentences = there.reduce((sum, number) => sum + (corpus.documents[number]?.counts.sentences ?? 0), 0);
    if (documentId === null && sentences > mostHeld) {
      const summary = await summariseMany(corpus, quotes, mostHeld, hold, analyser);
      return { summary, index: corpus.version };
    }
    const { searchIndex } = await hold(corpus, there);
    const summary = await giveWay(summarise(searchIndex, analyser, { topic: null, documentId, quotes }));
    return { summary, index: corpus.version };
  });
}

async function summariseTopic(
  words: string,
  scope: Scope,
  { propose }: CorpusReading,
  readers: QuestionReaders,
): Promise<Summarised> {
  const { documentId } = scope;
  const first = await propose(
    words,
    async (proposed) => {
      const answer = isAsking(proposed.question) ? await answerTopic(proposed, scope, readers) : null;
      const summary = await summarisePart(proposed, answer, scope, readers);
      const ids = documentId === null ? await findNeighbours(summary, proposed) : [];
      return { answer, summary, ids, index: proposed.corpus.version };
    },
    { documentId, areVectorsHeld: true },
  );
  if (first.ids.length === 0) return first;
  // The same quotes again, with all documents at hand that may have nearly the same words.
  return propose(
    words,
    async (proposed) => ({
      summary: await summarisePart(proposed, first.answer, scope, readers),
      index: proposed.corpus.version,
    }),
    {
      documentId,
      areVectorsHeld: true,
      besides: (corpus) => Promise.resolve(first.ids.flatMap((id) => corpus.numberOf(id) ?? [])),
    },
  );
}

function answerTopic(proposed: Proposed, { documentId, quotes }: Scope, readers: QuestionReaders): Promise<Answer> {
  const { question, index, vector, facts } = proposed;
  const ranking = rankSentences(question, vector, index, rowsOfDocument(index, documentId));
  const options = { ...answerDefaults, documentId, limit: quotes };
  return answerRanking(ranking, index, options, readers, {}, (work) => settle(facts, work));
}

async function summarisePart(
  { question, index, vector, facts }: Proposed,
  answer: Answer | null,
  { documentId, quotes }: Scope,
  { analyser }: QuestionReaders,
): Promise<Summary> {
  for (;;) {
    const options = { topic: { question, vector, answer }, documentId, quotes };
    const summary = await giveWay(summarise(index, analyser, options));
    if (!(await facts.gather())) return summary;
  }
}

/** The ids of documents that are not at hand, and hold sentences near to a quote. */
async function findNeighbours({ quotes }: Summary, { index, corpus }: Proposed): Promise<string[]> {
  const held = new Set(index.documents.map(({ document }) => document.id));
  const missing = new Set<string>();
  for (const { document, start } of quotes) {
    const number = index.documents.findIndex((indexed) => indexed.document.id === document.id);
    const sentence = index.documents[number]?.sentences.findIndex((span) => span.start === start) ?? -1;
    if (sentence < 0) continue;
    const vector = index.vectors.vectorOf((index.firstRows[number] ?? 0) + sentence);
    for (const { document: near } of await corpus.findNearest(vector, duplicateNeighbours)) {
      const { id = '' } = corpus.documents[near] ?? {};
      if (!held.has(id)) missing.add(id);
    }
  }
  return [...missing];
}
