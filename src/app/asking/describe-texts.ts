import { listCollections } from '../../core/collections/collection.js';
import type { ListedText } from '../../core/corpus/list-document.js';
import { createMeaningReader, type ReadMeaning } from '../../core/misses/read-meaning.js';
import { matchDocument, requireDocument, suggestDocuments } from './find-document.js';
import type { OpenIndex } from './open-index.js';
import { embedQuestion, type QuestionReaders } from './prepare-question.js';

/** What an index can do that needs no more of it than the list of its texts. */
type Described = Pick<
  OpenIndex,
  | 'documents'
  | 'analyser'
  | 'findListed'
  | 'matchDocument'
  | 'requireDocument'
  | 'suggestDocuments'
  | 'embedQuestion'
  | 'readMeaning'
  | 'collections'
  | 'holdsElsewhere'
>;

/** `isKnown` tells of a part whether a document is among all texts. */
export function describeTexts(
  documents: readonly ListedText[],
  readers: QuestionReaders,
  isKnown: (id: string) => boolean,
): Described {
  const { analyser, equivalents } = readers;
  const byId = new Map(documents.map((document) => [document.id, document]));
  let meaningReader: ReadMeaning | null = null;
  return {
    documents,
    analyser,
    findListed: (id) => byId.get(id) ?? null,
    matchDocument: (name) => matchDocument(documents, name),
    requireDocument: (name) => requireDocument(documents, name),
    suggestDocuments: (typed) => suggestDocuments(documents, typed),
    embedQuestion: (question) => embedQuestion(question, readers),
    readMeaning: (question) => {
      meaningReader ??= createMeaningReader(analyser, equivalents);
      return meaningReader(question);
    },
    collections: listCollections(documents),
    holdsElsewhere: (id) => !byId.has(id) && isKnown(id),
  };
}
