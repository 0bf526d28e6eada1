import type { Shelf } from '../../../app/shelf/shelf.js';
import type { PersonalRecords } from '../../../core/people/people.js';
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
  const { store, shelf, settings } = services;
  const person = await store.hashPerson(place.userId);
  const records = [...(await store.people.describe(person)), ...describeTrail(await shelf.trailOf(person))];
  return renderRecords(records, settings.retentionDays, texts);
}

async function deleteRecords({ place, services: { store, shelf }, texts }: Request<unknown>): Promise<Outcome> {
  const person = await store.hashPerson(place.userId);
  const count = (await store.people.forget(person, place.userId)) + (await shelf.forget({ person }));
  const own = myDataTextsFor(texts.locale);
  const card = renderNotice(count > 0 ? own.deleted(count) : own.nothingDeleted, count > 0 ? 'good' : 'neutral');
  return { card, facts: { outcome: 'deleted', count } };
}

/** What somebody has done with the library, as one more kind of record; a text is named once, whatever was done with it. */
function describeTrail(trail: Awaited<ReturnType<Shelf['trailOf']>>): PersonalRecords[] {
  if (trail.length === 0) return [];
  const times = trail.map(({ entry }) => entry.atMs);
  const titles = new Set(trail.map(({ source }) => source.reading?.title || source.name));
  const [firstAtMs, lastAtMs] = [Math.min(...times), Math.max(...times)];
  return [{ kind: 'library', count: trail.length, firstAtMs, lastAtMs, texts: [...titles] }];
}
