import { beforeAll, expect, it } from 'vitest';
import { collectionOf, everything, isAsked, type CollectionScope } from '#verbatim/core/collections/collection.js';
import type { CorpusEngine } from '#verbatim/core/corpus/corpus-index.js';
import { settle } from '#verbatim/core/corpus/gathered-facts.js';
import { joinVectors } from '#verbatim/core/corpus/join-vectors.js';
import { proposePart, type Proposal } from '#verbatim/core/corpus/propose-part.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { termsOf } from '#verbatim/core/english/terms.js';
import type { AskedNumber } from '#verbatim/core/question/mentions.js';
import { adaptToIndex, readQuestion } from '#verbatim/core/question/read-question.js';
import { answerDefaults, chooseAnswer, type Answer } from '#verbatim/core/search/answer.js';
import { knowNothing } from '#verbatim/core/search/index-content.js';
import { searchPassages } from '#verbatim/core/search/passage-search.js';
import { rankSentences } from '#verbatim/core/search/ranking.js';
import { rowsOfDocument } from '#verbatim/core/search/rows-of-document.js';
import { SearchIndex } from '#verbatim/core/search/search-index.js';
import { listRuns, runsOf } from '#verbatim/core/search/word-pattern.js';
import { literally, numberPattern, yearPattern } from '#verbatim/core/search/written-patterns.js';
import { namesOf } from '#verbatim/core/text/document.js';
import { analyser } from '../helpers/analyse.js';
import { vectorOfTerms } from '../helpers/index-of-texts.js';
import { describeEachEngine } from './each-engine.js';
import { makeManyTexts, questionsOfManyTexts } from './many-texts.js';
import { readAll, writeTexts } from './written-texts.js';

const equivalents = createEquivalents(analyser);
const texts = writeTexts(makeManyTexts(240));
const north: CollectionScope = { kind: 'only', names: ['north'] };

/** An index in memory over all texts of a scope, which says what is right. */
function oracleOf(scope: CollectionScope): SearchIndex {
  const own = texts.documents.filter(({ path }) => isAsked(collectionOf(path), scope));
  return new SearchIndex(
    own.map(({ indexed }) => indexed),
    joinVectors(
      own.map(({ vectors }) => vectors),
      texts.model.dimensions,
    ),
  );
}

function vectorOf(text: string): Float32Array {
  return Float32Array.from(vectorOfTerms(termsOf(analyser.analyse(text).tokens)));
}

function askedNumber(value: number): AskedNumber {
  return { text: String(value), value, start: 0, end: 0 };
}

/** How an index in memory answers. */
function answerAlone(text: string, index: SearchIndex, documentId: string | null): Answer {
  const question = adaptToIndex(readQuestion(text, analyser, equivalents), index);
  const ranking = rankSentences(question, vectorOf(text), index, rowsOfDocument(index, documentId));
  return chooseAnswer(ranking, index, { ...answerDefaults, documentId });
}

describeEachEngine('an index', (open) => {
  let engine: CorpusEngine;
  const known = knowNothing();
  const propose = <Result>(
    text: string,
    scope: CollectionScope,
    documentId: string | null,
    work: (proposal: Proposal) => Result | Promise<Result>,
  ): Promise<Result> =>
    engine.read(scope, async (corpus) =>
      work(await proposePart(readQuestion(text, analyser, equivalents), vectorOf(text), corpus, known, { documentId })),
    );
  const answer = (text: string, scope: CollectionScope, documentId: string | null = null): Promise<Answer> =>
    propose(text, scope, documentId, ({ question, index, facts }) =>
      settle(facts, () => {
        const ranking = rankSentences(question, vectorOf(text), index, rowsOfDocument(index, documentId));
        return chooseAnswer(ranking, index, { ...answerDefaults, documentId });
      }),
    );

  beforeAll(async () => {
    engine = await open(texts);
  });

  it.each(questionsOfManyTexts)('answers as if all texts were in memory: %s', async (text) => {
    expect(await answer(text, everything)).toEqual(answerAlone(text, oracleOf(everything), null));
  });

  it('answers from one collection as if there were no other', async () => {
    const oracle = oracleOf(north);
    for (const text of questionsOfManyTexts) expect(await answer(text, north)).toEqual(answerAlone(text, oracle, null));
  });

  it('answers from one document, and from none that is not there', async () => {
    const oracle = oracleOf(everything);
    for (const id of [texts.documents[40]?.indexed.document.id ?? '', 'no such one']) {
      for (const text of questionsOfManyTexts.slice(0, 9)) {
        expect(await answer(text, everything, id)).toEqual(answerAlone(text, oracle, id));
      }
    }
  });

  it('finds the same passages with the same parts of their scores', async () => {
    const oracle = oracleOf(everything);
    for (const text of questionsOfManyTexts.slice(0, 6)) {
      const found = await propose(text, everything, null, ({ question, index, facts }) =>
        settle(facts, () => searchPassages(question, vectorOf(text), index, 10)),
      );
      const question = adaptToIndex(readQuestion(text, analyser, equivalents), oracle);
      expect(found).toEqual(searchPassages(question, vectorOf(text), oracle, 10));
    }
  });

  it('hands over a part of the texts for a question that few can answer', async () => {
    const count = await propose('What does the ferry cross?', everything, null, ({ index }) => index.documents.length);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(texts.documents.length);
  });

  it('finds every text that holds words, a year or a number', async () => {
    const wanted = [
      literally('a roof of slate'),
      literally('DOGS are not'),
      literally('jonas pell'),
      literally('the mill of Veld'),
      yearPattern('1742'),
      yearPattern('1740s'),
      numberPattern(askedNumber(12)),
      numberPattern(askedNumber(35)),
      numberPattern(askedNumber(4_711)),
      literally('nobody has written this'),
    ];
    for (const words of wanted) {
      const holding = texts.documents.flatMap(({ indexed: { document } }, number) => {
        const all = [document.text, ...namesOf(document)];
        return all.some((text) => words.pattern.test(text)) ? [number] : [];
      });
      const found = await engine.read(everything, (corpus) => corpus.findHolding(words));
      expect(found).toEqual(expect.arrayContaining(holding));
      expect(found).toEqual([...found].sort((a, b) => a - b));
    }
  });

  it('lists documents by path, with what is counted of them, and hands them over whole', async () => {
    await engine.read(everything, async (corpus) => {
      expect(corpus.documents.map(({ path }) => path)).toEqual(texts.documents.map(({ path }) => path));
      expect(corpus).toMatchObject({ version: texts.version, model: texts.model });
      const [seventh, second] = [texts.documents[7], texts.documents[2]];
      expect(readAll(await corpus.load([7, 2]))).toEqual([seventh?.indexed, second?.indexed]);
      expect(await corpus.loadVectors([7, 2])).toEqual([seventh?.vectors, second?.vectors]);
      const wanted = [
        { document: 7, sentence: 1 },
        { document: 2, sentence: 0 },
        { document: 7, sentence: 0 },
      ];
      const { dimensions } = texts.model;
      expect(await corpus.loadVectorsOf(wanted)).toEqual([
        seventh?.vectors.slice(dimensions, 2 * dimensions),
        second?.vectors.slice(0, dimensions),
        seventh?.vectors.slice(0, dimensions),
      ]);
    });
  });

  it('holds nothing of a collection that there is not', async () => {
    const nowhere: CollectionScope = { kind: 'only', names: ['nowhere'] };
    expect(await answer('When was the mill of Arn built?', nowhere)).toMatchObject({ reason: 'empty-corpus' });
  });
});

it('knows of a text all runs by which words of it are looked for', () => {
  const text = 'In 2019–20 the “Größe” of O’Neill’s 12km run rose 1,500-fold in the nineties (’98).';
  const runs = new Set(listRuns(text));
  for (const words of ['größe', "O'Neill’s 12KM", '1,500-fold', 'NINETIES']) {
    expect(runsOf(words).every((run) => runs.has(run))).toBe(true);
  }
  for (const { pattern, runs: lists } of [
    yearPattern('2020'),
    yearPattern('1998'),
    yearPattern('1990s'),
    yearPattern('2019'),
  ]) {
    expect(pattern.test(text)).toBe(true);
    expect(lists?.some((list) => list.every((run) => runs.has(run)))).toBe(true);
  }
});
