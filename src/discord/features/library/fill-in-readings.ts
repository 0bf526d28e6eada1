import type { OpenIndex } from '../../../app/asking/open-index.js';
import type { ShelvedSource, SourceReading } from '../../../app/shelf/shelved-source.js';
import { nameFormat, type Format } from '../../../core/formats/derived-document.js';
import { fileOf, type ListedText } from '../../../core/corpus/list-document.js';

/** The sources, those that were put into the folder by hand with what the index knows of them. */
export function fillInReadings(sources: readonly ShelvedSource[], index: OpenIndex | null): ShelvedSource[] {
  const missing = new Set(sources.flatMap(({ path, reading }) => (reading === null && path !== null ? [path] : [])));
  const found = new Map<string, ListedText[]>();
  for (const listed of index?.documents ?? []) {
    const path = fileOf(listed);
    if (missing.has(path)) found.set(path, [...(found.get(path) ?? []), listed]);
  }
  return sources.map((source) => {
    const documents = found.get(source.path ?? '');
    return source.reading === null && documents ? { ...source, reading: describe(documents, source) } : source;
  });
}

/** Several documents are the entries of a feed, which no one of them names. */
function describe(documents: readonly ListedText[], { name }: ShelvedSource): SourceReading {
  const [first] = documents;
  const derivations = documents.flatMap(({ derivation }) => derivation ?? []);
  const format = derivations[0]?.format as Format | undefined; // by its name in `readerVersions`
  return {
    title: documents.length === 1 ? (first?.metadata.title ?? name) : name,
    format: nameFormat(name, format),
    documents: documents.length,
    sentences: documents.reduce((sum, { counts }) => sum + counts.sentences, 0),
    pages: null,
    bytes: 0,
    doubts: documents.length === 1 ? (derivations[0]?.doubts ?? []) : [],
    repairs: 0,
    samples: [],
    sameAs: null,
  };
}
