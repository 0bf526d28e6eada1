import type { AutocompleteInteraction } from 'discord.js';
import type { SourceDocument } from '../../core/text/document.js';
import { shorten } from '../cards/markdown.js';
import type { OpenIndex } from '../services.js';

const maxSuggestions = 5;
const maxChoices = 25;
const maxChoiceLength = 100;

interface DocumentChoice {
  /** Null for all documents. */
  readonly documentId: string | null;
  readonly title: string | null;
  /** Titles of other documents, where none is called as wanted. */
  readonly suggestions: readonly string[] | null;
}

/** The document that somebody means by its id, title or path, or by a part of them. */
export function chooseDocument(index: OpenIndex, wanted: string | null): DocumentChoice {
  if (wanted === null || wanted.trim() === '') return { documentId: null, title: null, suggestions: null };
  const [best] = rankDocuments(index, wanted);
  if (best && best.score >= certainScore) {
    return { documentId: best.document.id, title: best.document.metadata.title, suggestions: null };
  }
  const near = rankDocuments(index, wanted).slice(0, maxSuggestions);
  const titles = (near.length > 0 ? near.map(({ document }) => document) : listDocuments(index)).slice(
    0,
    maxSuggestions,
  );
  return { documentId: null, title: null, suggestions: titles.map(({ metadata }) => metadata.title) };
}

/** From here on a document counts as meant: all that was typed stands in its title, path or author. */
const certainScore = 3;

/** Documents that something typed may mean, best first; all of them in order when nothing is typed. */
function rankDocuments(
  index: OpenIndex,
  typed: string,
): { readonly document: SourceDocument; readonly score: number }[] {
  const wanted = fold(typed);
  if (wanted === '') return listDocuments(index).map((document) => ({ document, score: 0 }));
  return listDocuments(index)
    .map((document) => ({ document, score: scoreDocument(document, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.document.metadata.title.localeCompare(b.document.metadata.title));
}

/** Suggests documents by what is typed; nothing while there is no index yet. */
export async function completeTitle(interaction: AutocompleteInteraction, index: OpenIndex | null): Promise<void> {
  const typed = interaction.options.getFocused();
  const found = index ? rankDocuments(index, typed).slice(0, maxChoices) : [];
  await interaction.respond(
    found.map(({ document: { id, path, metadata } }) => ({
      name: shorten(metadata.title || path, maxChoiceLength) || path.slice(-maxChoiceLength),
      value: id,
    })),
  );
}

/** 6 the id, path or whole title; 5 its beginning; 4 the beginning of a word; 3 a part; below 1 the share of common words. */
function scoreDocument({ id, path, metadata }: SourceDocument, wanted: string): number {
  const title = fold(metadata.title);
  const file = fold(path);
  if (id === wanted || file === wanted || title === wanted) return 6;
  if (title.startsWith(wanted) || file.startsWith(wanted)) return 5;
  const all = ` ${title} ${file} ${fold(metadata.author ?? '')} ${fold(metadata.publication ?? '')}`;
  if (all.includes(` ${wanted}`)) return 4;
  if (all.includes(wanted)) return 3;
  const words = wanted.split(' ').filter((word) => word.length > 2);
  const found = words.filter((word) => all.includes(` ${word}`)).length;
  return words.length === 0 ? 0 : (0.99 * found) / words.length;
}

function listDocuments({ searchIndex }: OpenIndex): SourceDocument[] {
  return searchIndex.documents.map(({ document }) => document);
}

/** Lower case, without accents, one space between words. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}./]+/gu, ' ')
    .trim();
}
