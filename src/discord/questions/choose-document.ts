import type { AutocompleteInteraction } from 'discord.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { nameDocuments } from './name-documents.js';

const maxSuggestions = 5;
const maxChoices = 25;
const maxChoiceLength = 100;

interface DocumentChoice {
  /** Null for all documents. */
  readonly documentId: string | null;
  readonly title: string | null;
  /** Names of documents that come near, where none is called as wanted. */
  readonly suggestions: readonly string[] | null;
}

/** The document that somebody means by its id, title or path, or by a part of them. */
export function chooseDocument(index: OpenIndex, wanted: string | null): DocumentChoice {
  if (wanted === null || wanted.trim() === '') return { documentId: null, title: null, suggestions: null };
  const { document } = index.matchDocument(wanted);
  if (document) return { documentId: document.id, title: document.metadata.title, suggestions: null };
  const near = index.suggestDocuments(wanted).slice(0, maxSuggestions);
  const suggestions = nameDocuments(near, maxChoiceLength);
  return { documentId: null, title: null, suggestions };
}

/** Suggests documents by what is typed; nothing while there is no index yet. */
export async function completeTitle(interaction: AutocompleteInteraction, index: OpenIndex | null): Promise<void> {
  const typed = interaction.options.getFocused();
  const found = index ? index.suggestDocuments(typed).slice(0, maxChoices) : [];
  const names = nameDocuments(found, maxChoiceLength);
  await interaction.respond(found.map(({ id, path }, i) => ({ name: names[i] ?? path, value: id })));
}
