import type { ChatInputCommandInteraction } from 'discord.js';
import type { Card } from '../../cards/card.js';
import {
  commandForModerators,
  fileOption,
  librarySubcommand,
  messageCommandForModerators,
  textOption,
} from '../../request/command-parts.js';
import { rulesForModerators, type Feature, type Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';
import { libraryTextsFor } from '../../texts/languages.js';
import { addMessage, addNamed } from './add-sources.js';
import { askCollection, completeLibrary } from './ask-collection.js';
import {
  askToRemove,
  confirmNamed,
  discardSource,
  keepSource,
  lookAtSource,
  refreshNamed,
  refreshSource,
  removeSource,
  showList,
  showNamed,
  undoNamed,
  undoRemoval,
  useSource,
} from './moderate-sources.js';

const maxNameLength = 200;
const maxLinkLength = 2_000;
const maxCollectionLength = 60;

const name = textOption('name', { required: true, autocomplete: true, max_length: maxNameLength });
const definition = commandForModerators('library', [
  librarySubcommand('add', [
    textOption('link', { max_length: maxLinkLength }),
    fileOption('file'),
    textOption('collection', { autocomplete: true, max_length: maxCollectionLength }),
  ]),
  librarySubcommand('list', [textOption('search', { max_length: maxNameLength })]),
  librarySubcommand('show', [name]),
  librarySubcommand('remove', [name]),
  librarySubcommand('undo', [textOption('name', { autocomplete: true, max_length: maxNameLength })]),
  librarySubcommand('refresh', [name]),
  librarySubcommand('use', [
    textOption('collectionHere', { required: true, autocomplete: true, max_length: maxNameLength }),
  ]),
]);

const ofModerators = rulesForModerators(libraryTextsFor);
const onCard = { ...ofModerators, visibility: 'update' } as const;
/** What is done about one source is done, and shown, one thing after the other. */
const orderedBy = ({ sourceId }: { readonly sourceId: string }): string => `source ${sourceId}`;

/** Texts that moderators put in, look at, take out, and let a channel ask. */
export const libraryFeature = {
  name: 'library',
  commands: [
    { on: 'slash', definition, rules: ofModerators, run: runSubcommand, complete: completeLibrary },
    { on: 'menu', definition: messageCommandForModerators('add'), rules: ofModerators, run: addMessage },
  ],
  components: {
    'library:use': { on: 'press', rules: onCard, orderedBy, run: useSource },
    'library:discard': { on: 'press', rules: onCard, orderedBy, run: discardSource },
    'library:ask-remove': { on: 'press', rules: onCard, orderedBy, run: askToRemove },
    'library:remove': { on: 'press', rules: onCard, orderedBy, run: removeSource },
    'library:keep': { on: 'press', rules: onCard, orderedBy, run: keepSource },
    'library:undo': { on: 'press', rules: onCard, orderedBy, run: undoRemoval },
    'library:refresh': { on: 'press', rules: onCard, orderedBy, run: refreshSource },
    'library:turn': { on: 'press', rules: onCard, run: showList },
    'library:look': { on: 'press', rules: ofModerators, run: lookAtSource },
  },
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;

async function runSubcommand(request: Request<ChatInputCommandInteraction>): Promise<Card | Outcome> {
  const { options } = request.source;
  switch (options.getSubcommand()) {
    case 'add':
      return addNamed(request);
    case 'show':
      return showNamed(request);
    case 'remove':
      return confirmNamed(request);
    case 'undo':
      return undoNamed(request);
    case 'refresh':
      return refreshNamed(request);
    case 'use':
      return askCollection(request);
    default:
      return showList(request, { page: 0, search: options.getString('search') ?? '' });
  }
}
