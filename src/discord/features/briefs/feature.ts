import { completeTitle } from '../../questions/choose-document.js';
import { rulesForModerators, usualRules, type Feature } from '../../request/feature.js';
import { pinsDefinition, summaryDefinition } from './commands.js';
import { briefTextsFor } from '../../texts/languages.js';
import { retireBrief, showPins } from './life/pins.js';
import { syncBriefMessages } from './life/sync-briefs.js';
import { lookAtQuote } from './message/quote-card.js';
import {
  discardDraft,
  fillDraftForm,
  openDraftForm,
  peekAtQuote,
  postAndPin,
  postOnly,
  refuseOthers,
  refuseWithheld,
  tickQuotes,
} from './preview/change-draft.js';
import { previewSummary, rebuildBrief } from './preview/preview-brief.js';

const ofModerators = rulesForModerators(briefTextsFor);
/** A change to a preview is quick, and is shown in the preview itself. */
const inPreview = { ...ofModerators, takesTurn: false, visibility: 'update' } as const;
const orderedBy = ({ draftId }: { readonly draftId: string }): string => draftId;

/** Briefs made of quotes, which moderators put together, post and pin, and which say when their sources change. */
export const briefsFeature = {
  name: 'briefs',
  commands: [
    {
      on: 'slash',
      definition: summaryDefinition,
      rules: ofModerators,
      run: previewSummary,
      complete: completeTitle,
    },
    {
      on: 'slash',
      definition: pinsDefinition,
      rules: ofModerators,
      run: (request) => showPins(request, { page: 0 }),
    },
  ],
  components: {
    'brief:tick': { on: 'press', rules: inPreview, refuse: refuseWithheld, orderedBy, run: tickQuotes },
    'brief:peek': { on: 'press', rules: ofModerators, refuse: refuseWithheld, run: peekAtQuote },
    'brief:form': {
      on: 'press',
      rules: { ...inPreview, opensForm: true },
      refuse: refuseWithheld,
      run: openDraftForm,
    },
    'brief:fill': { on: 'form', rules: inPreview, refuse: refuseWithheld, orderedBy, run: fillDraftForm },
    'brief:discard': { on: 'press', rules: inPreview, refuse: refuseOthers, orderedBy, run: discardDraft },
    'brief:post': { on: 'press', rules: { ...inPreview, takesTurn: true }, refuse: refuseWithheld, run: postOnly },
    'brief:pin': { on: 'press', rules: { ...inPreview, takesTurn: true }, refuse: refuseWithheld, run: postAndPin },
    'brief:look': { on: 'press', rules: usualRules, run: lookAtQuote },
    'brief:rebuild': { on: 'press', rules: ofModerators, run: rebuildBrief },
    'brief:retire': { on: 'press', rules: { ...ofModerators, visibility: 'update' }, run: retireBrief },
    'brief:list': { on: 'press', rules: { ...ofModerators, visibility: 'update' }, run: showPins },
  },
  messages: [],
  afterIndexing: syncBriefMessages,
} as const satisfies Feature;
