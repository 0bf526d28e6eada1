import type { AutocompleteInteraction } from 'discord.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import { shorten } from '../render/escape-markdown.js';

const maxChoices = 25;
const maxChoiceLength = 100;

/** Suggests documents by what is typed; nothing while there is no index yet. */
export async function completeTitle(interaction: AutocompleteInteraction, library: OpenIndex | null): Promise<void> {
  const typed = interaction.options.getFocused();
  const found = library ? library.suggestDocuments(typed).slice(0, maxChoices) : [];
  await interaction.respond(
    found.map(({ id, path, metadata }) => ({
      name: shorten(metadata.title || path, maxChoiceLength) || path.slice(-maxChoiceLength),
      value: id,
    })),
  );
}
