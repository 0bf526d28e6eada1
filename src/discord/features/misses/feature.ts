import type { Client } from 'discord.js';
import { rulesForModerators, usualRules, type Feature } from '../../request/feature.js';
import type { Services } from '../../services.js';
import { askAgain } from './ask-again.js';
import { voteHelpful, voteNotHelpful } from './cast-vote.js';
import { missesDefinition, readPeriod } from './commands.js';
import { missTextsFor } from '../../texts/languages.js';
import { dismissMiss, dismissSome, exportList, restoreMiss, restoreSome, showList } from './moderate-misses.js';
import { reportAnswered } from './report-answered.js';
import { cancelNotice, chooseVisibility, requestNotice, requestNoticeOf } from './tell-me.js';

const ofModerators = rulesForModerators(missTextsFor);
const inList = { ...ofModerators, visibility: 'update' } as const;

/** Missed questions: voted, listed for moderators, asked again after each update of the index, told to whoever waits. */
export const missesFeature = {
  name: 'misses',
  commands: [
    {
      on: 'slash',
      definition: missesDefinition,
      rules: ofModerators,
      run: (request) => showList(request, { period: readPeriod(request.source), page: 0 }),
    },
  ],
  components: {
    helpful: { on: 'press', rules: usualRules, run: voteHelpful },
    'not-helpful': { on: 'press', rules: usualRules, run: voteNotHelpful },
    'miss:turn': { on: 'press', rules: inList, run: showList },
    'miss:dismiss': { on: 'press', rules: inList, run: dismissMiss },
    'miss:restore': { on: 'press', rules: inList, run: restoreMiss },
    'miss:dismiss-some': { on: 'press', rules: inList, run: dismissSome },
    'miss:restore-some': { on: 'press', rules: inList, run: restoreSome },
    'miss:export': { on: 'press', rules: ofModerators, run: exportList },
    'miss:tell': { on: 'press', rules: usualRules, run: requestNotice },
    'miss:tell-of': { on: 'press', rules: { ...usualRules, visibility: chooseVisibility }, run: requestNoticeOf },
    'miss:untell': { on: 'press', rules: { ...usualRules, visibility: chooseVisibility }, run: cancelNotice },
  },
  messages: [],
  afterIndexing,
} as const satisfies Feature;

async function afterIndexing(client: Client<true>, services: Services): Promise<void> {
  const index = services.library.current;
  if (index && (await askAgain(services, index))) await reportAnswered(client, services, index.manifest.version);
}
