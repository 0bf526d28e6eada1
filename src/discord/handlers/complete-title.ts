import type { AutocompleteInteraction } from 'discord.js';
import type { LibrarySnapshot } from '../../app/asking/library-snapshot.js';
import { shorten } from '../cards/markdown.js';
import { rankDocuments } from '../questions/choose-document.js';

const maxChoices = 25;
const maxChoiceLength = 100;

/** Suggests documents by what is typed; nothing while there is no index yet. */
export async function completeTitle(
  interaction: AutocompleteInteraction,
  library: LibrarySnapshot | null,
): Promise<void> {
  const typed = interaction.options.getFocused();
  const found = library ? rankDocuments(library, typed).slice(0, maxChoices) : [];
  await interaction.respond(
    found.map(({ document: { id, path, metadata } }) => ({
      name: shorten(metadata.title || path, maxChoiceLength) || path.slice(-maxChoiceLength),
      value: id,
    })),
  );
}
