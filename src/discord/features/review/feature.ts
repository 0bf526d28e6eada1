import { choiceOption, commandForModerators } from '../../request/command-parts.js';
import { rulesForModerators, usualRules, type Feature } from '../../request/feature.js';
import { openDisputeForm, openFormOf, submitDispute } from './dispute.js';
import { reviewTextsFor } from '../../texts/languages.js';
import {
  accept,
  acceptSome,
  choose,
  decline,
  declineSome,
  exportLabels,
  showNext,
  reviewLabels,
  takeBack,
  turnPage,
  undo,
} from './review-labels.js';

const reviewDefinition = commandForModerators('review', [choiceOption('show', ['open', 'decided'])]);

const ofModerators = rulesForModerators(reviewTextsFor);
const inQueue = { ...ofModerators, visibility: 'update' } as const;

/** Labels that people find wrong, and what moderators make of it. */
export const reviewFeature = {
  name: 'review',
  commands: [{ on: 'slash', definition: reviewDefinition, rules: ofModerators, run: reviewLabels }],
  components: {
    'label:wrong': {
      on: 'press',
      rules: { ...usualRules, takesTurn: false, opensForm: true },
      run: openDisputeForm,
    },
    'label:of': {
      on: 'press',
      rules: { ...usualRules, takesTurn: false, opensForm: true },
      run: openFormOf,
    },
    'label:form': { on: 'form', rules: usualRules, run: submitDispute },
    'label:next': { on: 'press', rules: inQueue, run: showNext },
    'label:choose': { on: 'press', rules: inQueue, run: choose },
    'label:accept': { on: 'press', rules: inQueue, run: accept },
    'label:decline': { on: 'press', rules: inQueue, run: decline },
    'label:accept-some': { on: 'press', rules: inQueue, run: acceptSome },
    'label:decline-some': { on: 'press', rules: inQueue, run: declineSome },
    'label:back': { on: 'press', rules: inQueue, run: takeBack },
    'label:page': { on: 'press', rules: inQueue, run: turnPage },
    'label:undo': { on: 'press', rules: inQueue, run: undo },
    'label:export': { on: 'press', rules: ofModerators, run: exportLabels },
  },
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;
