import { renderNotice, type Card } from '../../cards/card.js';
import { commandForEverybody } from '../../request/command-parts.js';
import { usualRules, type Feature, type Outcome } from '../../request/feature.js';
import type { Request } from '../../request/request.js';
import { myDataTextsFor } from '../../texts/languages.js';
import { renderRecords } from './records-card.js';

/** What the bot keeps about whoever asks, for their eyes only; that is shown and deleted however busy the bot is. */
export const myDataFeature = {
  name: 'mydata',
  commands: [
    {
      on: 'slash',
      definition: commandForEverybody('mydata'),
      rules: { ...usualRules, takesTurn: false },
      run: showRecords,
    },
  ],
  components: {
    'mydata:delete': {
      on: 'press',
      rules: { ...usualRules, takesTurn: false, visibility: 'update' },
      run: deleteRecords,
    },
  },
  messages: [],
  afterIndexing: null,
} as const satisfies Feature;

async function showRecords({ place, services, texts }: Request<unknown>): Promise<Card> {
  const { store, settings } = services;
  const records = await store.people.describe(await store.hashPerson(place.userId));
  return renderRecords(records, settings.retentionDays, texts);
}

async function deleteRecords({ place, services: { store }, texts }: Request<unknown>): Promise<Outcome> {
  const count = await store.people.forget(await store.hashPerson(place.userId), place.userId);
  const own = myDataTextsFor(texts.locale);
  const card = renderNotice(count > 0 ? own.deleted(count) : own.nothingDeleted, count > 0 ? 'good' : 'neutral');
  return { card, facts: { outcome: 'deleted', count } };
}
