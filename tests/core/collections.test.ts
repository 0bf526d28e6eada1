import { describe, expect, it, test } from 'vitest';
import { judgeCollections } from '#verbatim/app/doctor/check-collections.js';
import {
  collectionOf,
  everything,
  isAsked,
  listCollections,
  narrow,
  type CollectionScope,
} from '#verbatim/core/collections/collection.js';
import { collectionsFor, type PlaceTable } from '#verbatim/core/collections/places.js';

describe('a collection', () => {
  it('is the first folder of a path, or in the library the second', () => {
    expect(collectionOf('rules/x.md')).toBe('rules');
    expect(collectionOf('rules/old/x.md')).toBe('rules');
    expect(collectionOf('library/rules/y.pdf')).toBe('rules');
    expect(collectionOf('library/rules/deep/y.pdf')).toBe('rules');
    expect(collectionOf('rules/library/y.pdf')).toBe('rules');
    expect(collectionOf('feeds/news.xml#an-entry-12ab34')).toBe('feeds');
    expect(collectionOf('c# notes/a.md')).toBe('c# notes');
  });

  it('has no name for what lies in no folder', () => {
    expect(collectionOf('x.md')).toBe('');
    expect(collectionOf('news.xml#an-entry-12ab34')).toBe('');
    expect(collectionOf('library/y.pdf')).toBe('');
  });

  it('is one whichever way its accents are written', () => {
    expect(collectionOf('re\u0300gles/x.md')).toBe(collectionOf('r\u00e8gles/x.md'));
  });

  it('is listed once, by name', () => {
    const paths = ['rules/a.md', 'library/novels/b.md', 'c.md', 'library/rules/d.md'];
    expect(listCollections(paths.map((path) => ({ path })))).toEqual(['', 'novels', 'rules']);
  });
});

describe('what a place asks', () => {
  const table: PlaceTable = {
    rows: [
      { serverId: 'A', placeId: 'A', collections: ['rules', 'novels'] },
      { serverId: 'A', placeId: 'category', collections: ['novels'] },
      { serverId: 'A', placeId: 'channel', collections: ['rules'] },
      { serverId: 'A', placeId: 'thread', collections: [] },
      { serverId: 'A', placeId: 'stale', collections: ['theirs', 'rules'] },
    ],
    owners: new Map([
      ['theirs', 'B'],
      ['novels', 'A'],
    ]),
    servers: new Map(),
  };
  const only = (...names: string[]) => ({ kind: 'only', names });

  it('is what is set for the most specific place', () => {
    const of = (...placeIds: string[]) => collectionsFor(table, { serverId: 'A', placeIds });
    expect(of('thread', 'channel', 'category')).toEqual(only());
    expect(of('other thread', 'channel', 'category')).toEqual(only('rules'));
    expect(of('other', 'category')).toEqual(only('novels'));
    expect(of('other')).toEqual(only('rules', 'novels'));
  });

  it('is, where nothing is set, all that belongs to no other server', () => {
    expect(collectionsFor(table, { serverId: 'B', placeIds: ['channel'] })).toEqual({
      kind: 'all-but',
      names: ['novels'],
    });
    expect(collectionsFor(table, { serverId: null, placeIds: ['channel'] })).toEqual({
      kind: 'all-but',
      names: ['theirs', 'novels'],
    });
  });

  it('is never what belongs to another server, whatever is set', () => {
    expect(collectionsFor(table, { serverId: 'A', placeIds: ['stale'] })).toEqual(only('rules'));
  });

  it('tells of each collection whether it is asked', () => {
    expect(['', 'rules'].filter((name) => isAsked(name, { kind: 'only', names: ['rules'] }))).toEqual(['rules']);
    expect(['', 'rules'].filter((name) => isAsked(name, { kind: 'all-but', names: ['rules'] }))).toEqual(['']);
    expect(isAsked('rules', everything)).toBe(true);
  });
});

test('what two places both ask is what each of them asks', () => {
  const scopes: CollectionScope[] = [
    { kind: 'only', names: ['rules', 'novels'] },
    { kind: 'only', names: [] },
    { kind: 'all-but', names: ['rules'] },
    { kind: 'all-but', names: ['novels', 'minutes'] },
    everything,
  ];
  for (const one of scopes) {
    for (const other of scopes) {
      for (const name of ['', 'rules', 'novels', 'minutes']) {
        expect(isAsked(name, narrow(one, other))).toBe(isAsked(name, one) && isAsked(name, other));
      }
    }
  }
});

describe('the doctor', () => {
  const table: PlaceTable = {
    rows: [
      { serverId: 'A', placeId: 'A', collections: ['rules', 'gone'] },
      { serverId: 'B', placeId: 'channel', collections: ['minutes'] },
    ],
    owners: new Map([
      ['novels', 'A'],
      ['letters', 'B'],
    ]),
    servers: new Map(),
  };

  it('lists the collections that no place asks, and those that are set and gone', () => {
    const finding = judgeCollections(['', 'rules', 'novels', 'letters', 'minutes'], table);
    expect(finding.detail).toBe(
      'no place asks "novels"; set for a place, but not among the texts: "gone"; ' +
        'asked only where nothing is set: texts in no folder, "letters"',
    );
    const rest = { ...table, rows: table.rows.slice(1), owners: new Map() };
    expect(judgeCollections(['minutes'], rest).detail).toBe('1 in all');
  });
});
