import { commandForEverybody } from '../../request/command-parts.js';
import { usualRules, type Feature } from '../../request/feature.js';
import { openIndex } from '../../request/request.js';
import { renderAbout } from './about-card.js';

/** What the bot knows. */
export const aboutFeature = {
  name: 'about',
  commands: [
    {
      on: 'slash',
      definition: commandForEverybody('about'),
      rules: usualRules,
      run: async (request) => {
        const times = { startedAtMs: request.services.startedAtMs, nowMs: Date.now() };
        return renderAbout(await openIndex(request), times, request.texts);
      },
    },
  ],
  components: {},
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;
