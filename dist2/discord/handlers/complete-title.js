import { shorten } from '../render/escape-markdown.js';
import { rankDocuments } from './choose-document.js';
const maxChoices = 25;
const maxChoiceLength = 100;
/** Suggests documents by what is typed; nothing while there is no index yet. */
export async function completeTitle(interaction, library) {
    const typed = interaction.options.getFocused();
    const found = library ? rankDocuments(library, typed).slice(0, maxChoices) : [];
    await interaction.respond(found.map(({ document: { id, path, metadata } }) => ({
        name: shorten(metadata.title || path, maxChoiceLength) || path.slice(-maxChoiceLength),
        value: id,
    })));
}
//# sourceMappingURL=complete-title.js.map