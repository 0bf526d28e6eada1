import { usualRules, type Feature } from '../../request/feature.js';
import type { Texts } from '../../texts/texts.js';
import { reviewDefinition } from './commands.js';
import { openForm, takeForm } from './dispute.js';
import { reviewTextsFor } from './languages.js';
import {
  accept,
  choose,
  decline,
  exportLabels,
  goOn,
  reviewLabels,
  takeBack,
  turnPage,
  undo,
} from './review-labels.js';

const ofModerators = {
  ...usualRules,
  moderatorsOnly: ({ locale }: Texts) => reviewTextsFor(locale).onlyModerators,
} as const;
const inQueue = { ...ofModerators, visibility: 'update' } as const;

/** Labels that people find wrong, and what moderators make of it. */
export const reviewFeature = {
  name: 'review',
  commands: [{ on: 'slash', definition: reviewDefinition, rules: ofModerators, run: reviewLabels }],
  components: {
    'label:wrong': {
      on: 'press',
      rules: { ...usualRules, takesTurn: false, opensForm: true },
      run: openForm,
    },
    'label:form': { on: 'form', rules: usualRules, run: takeForm },
    'label:next': { on: 'press', rules: inQueue, run: goOn },
    'label:choose': { on: 'press', rules: inQueue, run: choose },
    'label:accept': { on: 'press', rules: inQueue, run: accept },
    'label:decline': { on: 'press', rules: inQueue, run: decline },
    'label:back': { on: 'press', rules: inQueue, run: takeBack },
    'label:page': { on: 'press', rules: inQueue, run: turnPage },
    'label:undo': { on: 'press', rules: inQueue, run: undo },
    'label:export': { on: 'press', rules: ofModerators, run: exportLabels },
  },
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;
