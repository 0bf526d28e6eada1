import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shelfLimits } from '#verbatim/app/shelf/server-limits.js';
import type { ShelvedSource, SourceState } from '#verbatim/app/shelf/shelved-source.js';
import { describePlaces, suggestCollection } from '#verbatim/discord/features/library/collections.js';
import { renderList, renderSeveral } from '#verbatim/discord/features/library/list-card.js';
import { renderConfirm, renderSource } from '#verbatim/discord/features/library/source-card.js';
import { listSources, matchSources, nameApart, type Acting } from '#verbatim/discord/features/library/sources.js';
import { listNames, renderSettings } from '#verbatim/discord/features/settings/settings-card.js';
import { libraryTextsFor, settingsTextsFor, textsFor } from '#verbatim/discord/texts/languages.js';
import type { MessageBody } from '../discord-server/bodies.js';
import { checkMessage } from '../discord-server/limits.js';
import { findComponent, listButtons, readText } from '../discord-server/message-view.js';

const componentsV2 = 1 << 15;
const locales = ['en-GB', 'de'].map(textsFor);

/** A card as it will travel in JSON. */
function toMessage({ components }: { components: unknown[] }): MessageBody {
  return { components, flags: componentsV2 } as MessageBody;
}

const words = fc.string({ unit: fc.constantFrom('*', 'a', ' ', '字', '`', '|', '. ', '@', '😀', '['), maxLength: 400 });
const name = words.map((each) => each.trim().slice(0, 200) || 'x');
const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 20, maxLength: 20 });
const ms = fc.integer({ min: 1, max: 2e12 });
const state: fc.Arbitrary<SourceState> = fc.oneof(
  fc.constantFrom<SourceState>({ kind: 'queued' }, { kind: 'reading' }, { kind: 'ready' }, { kind: 'discarded' }),
  fc.record({
    kind: fc.constant('failed'),
    problem: fc.constantFrom('status', 'unreadable', 'private'),
    reason: words,
  }),
  fc.record({ kind: fc.constant('in-use'), isMissing: fc.boolean() }),
  fc.record({ kind: fc.constant('removed'), untilMs: ms }),
);
const doubt = fc.record({
  kind: fc.constantFrom('no-text', 'table', 'garbled'),
  pages: fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 80 }),
});
const reading = fc.record({
  title: words,
  format: fc.constantFrom('pdf', 'html', 'markdown'),
  documents: fc.integer({ min: 1, max: 99 }),
  sentences: fc.nat(99_999),
  pages: fc.option(fc.integer({ min: 1, max: 999 })),
  bytes: fc.nat(),
  doubts: fc.array(doubt, { maxLength: 3 }),
  repairs: fc.nat(99),
  samples: fc.array(
    words.map((exact) => ({ exact, place: { kind: 'page' as const, page: 3, printed: '[iii]' } })),
    { maxLength: 3 },
  ),
  sameAs: fc.option(words),
});
const person = fc.record({ person: fc.constant('p'), name: words });
const source: fc.Arbitrary<ShelvedSource> = fc.record({
  id,
  name,
  path: fc.option(words),
  collection: words,
  serverId: fc.constantFrom('1', null),
  origin: fc.oneof(
    fc.record({ kind: fc.constantFrom('link', 'text'), url: fc.option(fc.webUrl()) }),
    fc.record({ kind: fc.constantFrom('attachment', 'folder') }),
  ),
  state,
  reading: fc.option(reading),
  fetched: fc.option(
    fc.record({
      url: fc.webUrl(),
      on: fc.constant('2026-11-28'),
      etag: fc.constant(null),
      lastModified: fc.constant(null),
    }),
  ),
  refresh: fc.option(
    fc.record({
      dueAtMs: ms,
      lastAtMs: ms,
      problem: fc.option(fc.record({ problem: fc.constant('status'), reason: words })),
    }),
  ),
  addedAtMs: ms,
  trail: fc.array(fc.record({ action: fc.constantFrom('add', 'use'), atMs: ms, by: fc.option(person) }), {
    maxLength: 4,
  }),
});

test('every card is taken by Discord, whatever was put in', () => {
  const sources = fc.uniqueArray(source, { minLength: 1, maxLength: 20, selector: (each) => each.id });
  fc.assert(
    fc.property(sources, words, fc.nat(4), fc.boolean(), (all, search, page, isIndexed) => {
      for (const texts of locales) {
        const frame = { asked: libraryTextsFor(texts.locale).askedEverywhere, isIndexed, note: null };
        const cards = [
          ...all.slice(0, 3).flatMap((each) => [renderSource(each, frame, texts), renderConfirm(each, texts)]),
          renderList(all, { page, search: '' }, shelfLimits, texts),
          renderList(all, { page, search }, shelfLimits, texts),
          renderSeveral(all.slice(0, 11), 'Note.', texts),
        ];
        for (const card of cards) expect(checkMessage(toMessage(card))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

const well: ShelvedSource = {
  id: 'a1',
  name: 'well.pdf',
  path: null,
  collection: 'waters',
  serverId: '1',
  origin: { kind: 'link', url: 'https://example.org/well.pdf' },
  state: { kind: 'ready' },
  reading: {
    title: 'The well',
    format: 'pdf',
    documents: 1,
    sentences: 1,
    pages: 9,
    bytes: 9,
    doubts: [{ kind: 'no-text', pages: [3, 7, 8, 9] }],
    repairs: 0,
    samples: [],
    sameAs: null,
  },
  fetched: null,
  refresh: null,
  addedAtMs: 1,
  trail: [],
};

test('each state offers what can be done then, and what the operator has put in offers nothing', () => {
  const [texts] = locales;
  if (!texts) throw new Error('there is no language');
  const buttonsOf = (changes: Partial<ShelvedSource>): (string | null | undefined)[] => {
    const card = renderSource({ ...well, ...changes }, { asked: '', isIndexed: true, note: null }, texts);
    return listButtons(toMessage(card))
      .map(({ label }) => label)
      .filter((label) => label !== texts.button.source);
  };
  expect(buttonsOf({})).toEqual(['Put in use', 'Discard']);
  expect(buttonsOf({ reading: well.reading && { ...well.reading, sameAs: 'waters/x.pdf' } })).toEqual(['Discard']);
  expect(buttonsOf({ state: { kind: 'queued' } })).toEqual(['Discard']);
  expect(buttonsOf({ state: { kind: 'in-use', isMissing: false } })).toEqual(['Take out', 'Fetch again']);
  expect(buttonsOf({ state: { kind: 'in-use', isMissing: false }, origin: { kind: 'attachment' } })).toEqual([
    'Take out',
  ]);
  expect(buttonsOf({ state: { kind: 'removed', untilMs: 1 } })).toEqual(['Bring back']);
  expect(buttonsOf({ state: { kind: 'discarded' } })).toEqual([]);
  expect(buttonsOf({ state: { kind: 'in-use', isMissing: false }, serverId: null })).toEqual([]);
});

test('doubts are said in plain words, in the language of whoever looks', () => {
  const [english, german] = locales.map((texts) =>
    readText(toMessage(renderSource(well, { asked: '', isIndexed: false, note: null }, texts))),
  );
  expect(english).toContain('**Not sure of:** no text (pages 3, 7–9)');
  expect(german).toContain('**Unsicher:** kein Text (Seiten 3, 7–9)');
});

test('a name that is typed whole is that one text alone', () => {
  const other = { ...well, id: 'b2', name: 'The well of the mill.pdf', reading: null };
  expect(matchSources('the WELL', [well, other])).toEqual([well]);
  expect(matchSources('well', [well, other])).toEqual([well, other]);
  expect(matchSources('b2', [well, other])).toEqual([other]);
  expect(matchSources('example.org', [well, other])).toHaveLength(2);
});

test('says where a collection is asked', () => {
  const own = libraryTextsFor('en');
  const places = (rows: { placeId: string; collections: string[] }[]): string => {
    const all = rows.map((row) => ({ ...row, serverId: '1' }));
    return describePlaces('waters', '1', { rows: all, owners: new Map(), servers: new Map() }, own);
  };
  expect(places([])).toBe(own.askedEverywhere);
  expect(places([{ placeId: '7', collections: ['waters'] }])).toBe(own.askedEverywhere);
  expect(places([{ placeId: '7', collections: ['mills'] }])).toBe(own.askedBut('<#7>'));
  expect(places([{ placeId: '1', collections: ['mills'] }])).toBe(own.askedNowhere);
  const two = [
    { placeId: '1', collections: ['mills'] },
    { placeId: '7', collections: ['waters'] },
  ];
  expect(places(two)).toBe(own.askedIn('<#7>'));
  const given = { rows: [], owners: new Map([['waters', '2']]), servers: new Map() };
  expect(describePlaces('waters', '1', given, own)).toBe(own.askedByOthers);
});

test('what no collection is named for goes where the place asks, else to the only one of the server, else to one of its name', () => {
  const row = { serverId: '123456789', placeId: '7', collections: ['waters'] };
  const owners = new Map([
    ['waters', '123456789'],
    ['mills', '123456789'],
    ['theirs', '2'],
  ]);
  const server = { id: '123456789', name: 'Old Harbour!', placeIds: ['8', '7'] };
  const empty = { rows: [], owners: new Map<string, string>(), servers: new Map() };
  expect(suggestCollection({ ...empty, rows: [row], owners }, server)).toEqual(['waters']);
  expect(suggestCollection({ ...empty, owners: new Map([['mills', '123456789']]) }, server)).toEqual(['mills']);
  const ofServer = { ...row, placeId: '123456789', collections: ['mills'] };
  expect(suggestCollection({ ...empty, rows: [ofServer], owners }, server)).toEqual(['mills']);
  expect(suggestCollection({ ...empty, rows: [ofServer, row], owners }, server)).toEqual(['waters']);
  expect(suggestCollection(empty, server)).toEqual(['old-harbour', 'old-harbour-456789']);
  expect(suggestCollection(empty, { ...server, name: '🎉' })).toEqual(['server', 'server-456789']);
});

test('what tells two texts of one title apart is said beside it', () => {
  const own = libraryTextsFor('en');
  expect(nameApart(well, own)).toBe('to be looked at · waters · well.pdf');
  expect(nameApart({ ...well, reading: null, collection: '' }, own)).toBe('to be looked at');
});

test('a server sees what it has put in also in a collection that is another one’s by now, and nothing else of it', async () => {
  const other = { ...well, id: 'b2', serverId: null };
  const places = { read: () => Promise.resolve({ rows: [], owners: new Map([['waters', '2']]), servers: new Map() }) };
  const list = (guildId: string): Promise<ShelvedSource[]> =>
    listSources({
      source: { user: { id: '7' }, member: null, guildId },
      services: {
        store: { places, hashPerson: () => Promise.resolve('p') },
        shelf: { list: () => Promise.resolve([well, other]) },
        library: { current: null },
      },
    } as unknown as Acting);
  expect(await list('1')).toEqual([well]);
  expect(await list('3')).toEqual([]);
});

test('a list says how much a server may have, and that nothing fits what only looks empty', () => {
  const [texts] = locales;
  if (!texts) throw new Error('there is no language');
  expect(
    readText(toMessage(renderList([well], { page: 0, search: '' }, { serverBytes: 40 * 1024 * 1024 }, texts))),
  ).toContain('1 of 40 MB');
  expect(
    readText(toMessage(renderList([well], { page: 0, search: '\u202e' }, { serverBytes: 40 * 1024 * 1024 }, texts))),
  ).toContain('Nothing');
  expect(
    readText(toMessage(renderList([well], { page: 0, search: '\u202e' }, { serverBytes: 40 * 1024 * 1024 }, texts))),
  ).toContain('fits');
});

test('the settings of a server with many places and long names are taken by Discord', () => {
  const collections = Array.from({ length: 40 }, (_, i) => `${'*'.repeat(57)}${i}`);
  const rows = Array.from({ length: 30 }, (_, i) => ({ serverId: '1', placeId: String(1 + i), collections }));
  const owners = new Map(collections.map((each) => [each, '1']));
  const table = { rows, owners, servers: new Map([['1', {}]]) };
  const allowedChannels = rows.map(({ placeId }) => placeId.padStart(19, '9'));
  for (const locale of ['en', 'de'] as const) {
    const own = settingsTextsFor(locale);
    for (const placeId of ['1', '7']) {
      const note = own.notOwned(listNames(collections, 4, 60, own));
      const channels = { moderatorChannel: '5', allowedChannels };
      const isForeign = (): boolean => false;
      const shown = { serverId: '1', placeId, page: 1, table, collections, isForeign, channels, note };
      const card = renderSettings(shown, own);
      expect(checkMessage(toMessage(card))).toEqual([]);
      expect(readText(toMessage(card))).toContain('25');
      // What others have put texts into can be asked, but neither claimed nor given back.
      const held = renderSettings({ ...shown, isForeign: (name) => name !== collections[30] }, own);
      expect(findComponent(toMessage(held), /^settings:own/)).toMatchObject({ options: [{ default: true }] });
      expect(JSON.stringify(renderSettings({ ...shown, isForeign: () => true }, own))).not.toContain('settings:own');
    }
  }
});
