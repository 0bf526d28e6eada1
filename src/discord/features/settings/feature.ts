import { commandForManagers } from '../../request/command-parts.js';
import { usualRules, type Feature } from '../../request/feature.js';
import {
  choosePlace,
  refuseOthers,
  setChannels,
  setModerators,
  setOwn,
  setTexts,
  showSettings,
  turnTo,
  useDefaults,
} from './change-settings.js';

/** Wherever it is asked for: else nobody could allow the channel in which they are. */
const rules = { ...usualRules, place: 'anywhere', takesTurn: false } as const;
const inCard = { rules: { ...rules, visibility: 'update' }, refuse: refuseOthers, on: 'press' } as const;

/** What a server sets for itself: its channels, which texts are asked where, and which are its own. */
export const settingsFeature = {
  name: 'settings',
  commands: [
    {
      on: 'slash',
      definition: commandForManagers('settings'),
      rules,
      refuse: refuseOthers,
      run: (request) => showSettings(request),
    },
  ],
  components: {
    'settings:show': { ...inCard, run: turnTo },
    'settings:place': { ...inCard, run: choosePlace },
    'settings:texts': { ...inCard, run: setTexts },
    'settings:own': { ...inCard, run: setOwn },
    'settings:moderators': { ...inCard, run: setModerators },
    'settings:channels': { ...inCard, run: setChannels },
    'settings:defaults': { ...inCard, run: useDefaults },
  },
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;
