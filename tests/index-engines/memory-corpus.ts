import type { CorpusEngine, CorpusIndex, ListedDocument } from '#verbatim/core/corpus/corpus-index.js';
import { collectionOf, isAsked } from '#verbatim/core/collections/collection.js';
import { countTerms, type HoldingUnit, type TermOccurrences } from '#verbatim/core/corpus/count-terms.js';
import { countLanes, listText } from '#verbatim/core/corpus/list-document.js';
import { firstUnits } from '#verbatim/core/corpus/whole-scores.js';
import type { UnitPosting } from '#verbatim/core/search/lexical-index.js';
import { joinVectors } from '#verbatim/core/corpus/join-vectors.js';
import { listRuns } from '#verbatim/core/search/word-pattern.js';
import { namesOf } from '#verbatim/core/text/document.js';
import type { WrittenTexts } from './written-texts.js';

/** The plainest engine there can be: all is worked out anew for each read. */
export function memoryEngine({ documents: all, version, model }: WrittenTexts): CorpusEngine {
  return {
    read: (scope, work) =>
      work(
        memoryCorpus(
          all.filter(({ path }) => isAsked(collectionOf(path), scope)),
          { version, model },
        ),
      ),
    close: () => Promise.resolve(),
  };
}

function memoryCorpus(
  written: WrittenTexts['documents'],
  { version, model }: Pick<WrittenTexts, 'version' | 'model'>,
): CorpusIndex {
  const vectors = written.map((one) => one.vectors);
  const counted = written.map(({ indexed }) => countTerms(indexed));
  const documents = written.map(({ indexed, digest }, i): ListedDocument => {
    return {
      ...listText(indexed),
      digest,
      lanes: countLanes([indexed]),
      terms: counted[i]?.totals ?? { sentences: 0, passages: 0, documents: 0 },
    };
  });
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  const terms = [...new Set(counted.flatMap(({ occurrences }) => [...occurrences.keys()]))];
  const firsts = { sentences: firstUnits(documents, 'sentences'), passages: firstUnits(documents, 'passages') };
  const placesOf = (term: string, level: keyof TermOccurrences): UnitPosting => {
    const units = counted.flatMap(({ occurrences }, document) => {
      const first = level === 'documents' ? document : (firsts[level][document] ?? 0);
      return (occurrences.get(term)?.[level] ?? []).map((holding) => ({ ...holding, unit: first + holding.unit }));
    });
    const take = (of: (holding: HoldingUnit) => number): Uint32Array => Uint32Array.from(units, of);
    return {
      units: take(({ unit }) => unit),
      frequencies: take(({ frequency }) => frequency),
      lengths: take(({ length }) => length),
    };
  };
  return {
    version,
    model,
    builtAt: '2026-05-01T12:00:00.000Z',
    documents,
    numberOf: (id) => numbers.get(id) ?? null,
    findTerms: (wanted) =>
      Promise.resolve({
        terms: new Set(wanted.terms.filter((term) => terms.includes(term))),
        like: new Map(wanted.like.map((word) => [word, terms])),
        from: new Map(wanted.from.map((start) => [start, terms.filter((term) => term.startsWith(start))])),
      }),
    findPostings: (wanted) =>
      Promise.resolve(
        new Map(
          wanted
            .filter((term) => terms.includes(term))
            .map((term) => [
              term,
              {
                sentences: placesOf(term, 'sentences'),
                passages: placesOf(term, 'passages'),
                documents: placesOf(term, 'documents'),
              },
            ]),
        ),
      ),
    findNearest(vector, count) {
      const nearest = joinVectors(vectors, model.dimensions).search(vector, count);
      return Promise.resolve(
        nearest.map(({ row }) => {
          const document = firsts.sentences.findLastIndex((first) => first <= row);
          return { document, sentence: row - (firsts.sentences[document] ?? 0) };
        }),
      );
    },
    findNearestIn: (_documents, _vector, _count, found) => Promise.resolve(found), // which are exact
    listSections: () =>
      Promise.resolve(
        written.flatMap(
          (
            {
              indexed: {
                document: { text, structure },
              },
            },
            document,
          ) =>
            structure.sections.map(({ heading, date }) => ({
              document,
              heading: text.slice(heading.start, heading.end),
              date,
            })),
        ),
      ),
    findHolding: ({ runs }) =>
      Promise.resolve(
        written.flatMap(({ indexed: { document } }, number) => {
          const own = new Set(listRuns([document.text, ...namesOf(document)].join('\n')));
          return runs === null || runs.some((list) => list.every((run) => own.has(run))) ? [number] : [];
        }),
      ),
    countFaults: () => Promise.resolve(0),
    load: (numbers) => Promise.resolve(numbers.flatMap((number) => written[number]?.indexed ?? [])),
    loadVectors: (numbers) => Promise.resolve(numbers.flatMap((number) => vectors[number] ?? [])),
    loadVectorsOf: (sentences) =>
      Promise.resolve(
        sentences.map(({ document, sentence }) =>
          (vectors[document] ?? new Float32Array()).slice(
            sentence * model.dimensions,
            (sentence + 1) * model.dimensions,
          ),
        ),
      ),
  };
}
