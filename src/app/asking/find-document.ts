import { VerbatimError } from '../../core/errors.js';
import type { ListedText } from '../../core/corpus/list-document.js';
import type { SourceDocument } from '../../core/text/document.js';

/** What a document is found by. */
export type NamedDocument = Pick<SourceDocument, 'id' | 'path' | 'metadata'>;

/** What somebody may mean by the name of a document. */
export interface DocumentMatch<Document extends NamedDocument = ListedText> {
  /** Null where nothing is called so, or several documents are. */
  readonly document: Document | null;
  /** Without a document: whether several are called so. */
  readonly isAmbiguous: boolean;
  /** Without a document: those that may be meant, best first; all of them where none comes near. */
  readonly candidates: readonly Document[];
}

/** A document and how near its name comes to what is typed: 6 the whole name, 3 and more where all of it stands in the name. */
interface RankedDocument<Document> {
  readonly document: Document;
  readonly score: number;
}

const maxKnown = 5;

/**
 * The document that somebody means by an id, a path or a whole title; else the only one in whose title, path, author, publication or
 * date the name stands; of several, the only one in whose title it stands as whole words. Capitals, accents and marks do not count.
 */
export function matchDocument<Document extends NamedDocument>(
  documents: readonly Document[],
  name: string,
): DocumentMatch<Document> {
  const typed = name.trim().toLowerCase();
  const wanted = fold(name);
  const ranked = rankDocuments(documents, name);
  const rules: readonly ((ranked: RankedDocument<Document>) => boolean)[] = [
    ({ document: { id, path } }) => id === typed || path.toLowerCase() === typed,
    ({ score }) => score === 6,
    ({ score }) => score >= 3,
    ({ document }) => ` ${foldWords(document.metadata.title)} `.includes(` ${foldWords(name)} `),
  ];
  for (const isMeant of wanted === '' ? [] : rules) {
    const [only, ...others] = ranked.filter(isMeant);
    if (only && others.length === 0) return { document: only.document, isAmbiguous: false, candidates: [] };
  }
  const meant = ranked.filter(({ score }) => score >= 3);
  const near = meant.length > 0 ? meant : ranked;
  const candidates = near.length > 0 ? near.map(({ document }) => document) : documents;
  return { document: null, isAmbiguous: meant.length > 0, candidates };
}

/** As `matchDocument`. Throws `bad-input`, naming others, where it is not clear which document is meant. */
export function requireDocument<Document extends NamedDocument>(
  documents: readonly Document[],
  name: string,
): Document {
  const { document, isAmbiguous, candidates } = matchDocument(documents, name);
  if (document) return document;
  const known = candidates.slice(0, maxKnown).map(({ path }) => path);
  throw new VerbatimError('bad-input', {
    problem: isAmbiguous ? 'More than one document may be meant by "{subject}"' : 'No document is called "{subject}"',
    subject: name,
    advice: isAmbiguous
      ? `Give the path or the whole title of one: ${known.join(', ')}`
      : `Give the path or title of one, such as ${known.join(', ')}`,
  });
}

/** Documents that something typed may mean, best first; all of them in order when nothing is typed, none for signs only. */
export function suggestDocuments<Document extends NamedDocument>(
  documents: readonly Document[],
  typed: string,
): readonly Document[] {
  return typed.trim() === '' ? documents : rankDocuments(documents, typed).map(({ document }) => document);
}

function rankDocuments<Document extends NamedDocument>(
  documents: readonly Document[],
  typed: string,
): RankedDocument<Document>[] {
  const wanted = fold(typed);
  return documents
    .map((document) => ({ document, score: scoreDocument(document, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.document.metadata.title.localeCompare(b.document.metadata.title));
}

/** 6 the id, path or whole title; 5 its beginning; 4 the beginning of a word; 3 a part; below 1 the share of common words. */
function scoreDocument({ id, path, metadata }: NamedDocument, wanted: string): number {
  if (wanted === '') return 0;
  const title = fold(metadata.title);
  const file = fold(path);
  if (id === wanted || file === wanted || title === wanted) return 6;
  if (title.startsWith(wanted) || file.startsWith(wanted)) return 5;
  const all = ` ${title} ${file} ${fold(metadata.author ?? '')} ${fold(metadata.publication ?? '')} ${fold(metadata.date ?? '')}`;
  if (all.includes(` ${wanted}`)) return 4;
  if (all.includes(wanted)) return 3;
  const words = wanted.split(' ').filter((word) => word.length > 2);
  const found = words.filter((word) => all.includes(` ${word}`)).length;
  return words.length === 0 ? 0 : (0.99 * found) / words.length;
}

/** Lower case, without accents, one space between words; full stops and slashes, as in paths, stay. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}./]+/gu, ' ')
    .trim();
}

function foldWords(text: string): string {
  return fold(text).replace(/[./]+/g, ' ').replace(/ +/g, ' ').trim();
}
