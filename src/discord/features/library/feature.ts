import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import type { Card } from '../../cards/card.js';
import {
  commandForModerators,
  fileOption,
  librarySubcommand,
  messageCommandForModerators,
  textOption,
} from '../../request/command-parts.js';
import { rulesForModerators, type ComponentRoutes, type Feature, type Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';
import { libraryTextsFor } from '../../texts/languages.js';
import { addMessage, addNamed } from './add-sources.js';
import { askCollection, completeLibrary } from './ask-collection.js';
import { noteChange } from './follow.js';
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
  type OnSource,
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
const inPlace = { ...ofModerators, visibility: 'update' } as const;

/** What a button on the card of a source does; about one source one thing after the other. */
function onCard(
  run: (request: Request<MessageComponentInteraction>, fields: OnSource) => Promise<Card | Outcome>,
): Extract<ComponentRoutes['library:use'], { on: 'press' }> {
  return {
    on: 'press',
    rules: inPlace,
    orderedBy: ({ sourceId }) => `source ${sourceId}`,
    run: (request, fields) => {
      noteChange(request);
      return run(request, fields);
    },
  };
}

/** Texts that moderators put in, look at, take out, and let a channel ask. */
export const libraryFeature = {
  name: 'library',
  commands: [
    { on: 'slash', definition, rules: ofModerators, run: runSubcommand, complete: completeLibrary },
    { on: 'menu', definition: messageCommandForModerators('add'), rules: ofModerators, run: addMessage },
  ],
  components: {
    'library:use': onCard(useSource),
    'library:discard': onCard(discardSource),
    'library:ask-remove': onCard(askToRemove),
    'library:remove': onCard(removeSource),
    'library:keep': onCard(keepSource),
    'library:undo': onCard(undoRemoval),
    'library:refresh': onCard(refreshSource),
    'library:turn': { on: 'press', rules: inPlace, run: showList },
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
