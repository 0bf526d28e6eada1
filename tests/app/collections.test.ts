import { readdirSync, readFileSync } from 'node:fs';
import { chooseCollections, chooseTarget } from '#verbatim/app/asking/choose-collections.js';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findExamples } from '#verbatim/app/asking/choose-examples.js';
import { IndexParts, relabelPart } from '#verbatim/app/asking/index-parts.js';
import type { EmbeddedIndex } from '#verbatim/app/asking/embedded-index.js';
import { collectionOf } from '#verbatim/core/collections/collection.js';
import { collectionsFor, type PlaceTable } from '#verbatim/core/collections/places.js';
import { SearchIndex } from '#verbatim/core/search/search-index.js';
import { fingerprint } from '#verbatim/core/text/fingerprint.js';
import { openHere, type OpenedHere } from '../helpers/open-here.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';
import type { Files } from '../helpers/write-files.js';

const community = fileURLToPath(new URL('../questions/community', import.meta.url));
const questionCount = 500;

/** Six texts of very different kinds, two in each of three collections. */
const texts: Files = Object.fromEntries(
  readdirSync(community)
    .filter((name) => /^k(?:02|05|09|13|16|29)-/.test(name))
    .sort()
    .map((name, i) => [
      `${['rules', 'library/novels', 'minutes'][i % 3] ?? ''}/${name}`,
      readFileSync(path.join(community, name), 'utf8'),
    ]),
);
const shared =
  'The reading room opens at nine in the morning, and closes at six. Nobody has a key to it but the warden.\n';

/** Two servers, and three channels of them, each with a collection of its own. */
const table: PlaceTable = {
  rows: [
    { serverId: 'A', placeId: 'gate', collections: ['rules'] },
    { serverId: 'A', placeId: 'evening', collections: ['novels'] },
    { serverId: 'B', placeId: 'B', collections: ['minutes'] },
  ],
  owners: new Map([
    ['rules', 'A'],
    ['novels', 'A'],
    ['minutes', 'B'],
  ]),
  servers: new Map(),
};
const places = [
  { serverId: 'A', placeIds: ['gate'], own: 'rules' },
  { serverId: 'A', placeIds: ['reading', 'evening'], own: 'novels' },
  { serverId: 'B', placeIds: ['board'], own: 'minutes' },
] as const;

/** A generator of whole numbers below a bound, the same each time (a linear congruential one). */
function createDice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const workspace = new Workspace(path.join(temporaryFolder(), 'collections'), texts);
let opened: OpenedHere;
let views: EmbeddedIndex[];
/** What gives a collection away: names of its documents, and its sentences that stand in no other one. */
const secrets = new Map<string, string[]>();

beforeAll(async () => {
  opened = await openHere(workspace.corpusDir, workspace.indexDir);
  const { pipeline } = opened;
  views = await Promise.all(places.map((place) => pipeline.within(collectionsFor(table, place))));
  for (const { document, sentences } of pipeline.searchIndex.documents) {
    const own = collectionOf(document.path);
    const words = sentences
      .map(({ start, end }) => document.text.slice(start, end))
      .filter(({ length }) => length >= 30);
    const isOnlyHere = (sentence: string): boolean =>
      pipeline.searchIndex.documents.every(
        (other) => collectionOf(other.document.path) === own || !other.document.text.includes(sentence),
      );
    const names = [document.path, document.id, document.metadata.title].filter(({ length }) => length >= 8);
    secrets.set(own, [...(secrets.get(own) ?? []), ...[...names, ...words].filter(isOnlyHere)]);
  }
});

afterAll(() => opened.pipeline.close());

function leaksOf(shown: unknown, own: string): string[] {
  const all = JSON.stringify(shown);
  const found: string[] = [];
  for (const [collection, words] of secrets) {
    if (collection === own) continue;
    for (const secret of words) if (all.includes(JSON.stringify(secret).slice(1, -1))) found.push(`${own}: ${secret}`);
  }
  return found;
}

describe('three channels of two servers, each with a collection of its own', () => {
  it(`are never told a name or a sentence of another, by ${questionCount} questions in the words of all texts`, async () => {
    expect([...secrets.values()].every(({ length }) => length > 60)).toBe(true);
    const dice = createDice(14);
    const { documents } = opened.pipeline.searchIndex;
    const openings = ['What is said of', 'How many', 'Who says that', 'When is', 'Why does', 'Is it true that'];
    const leaks: string[] = [];
    let answered = 0;
    for (let i = 0; i < questionCount; i++) {
      const { document, sentences } = documents[dice(documents.length)] ?? {};
      const span = sentences?.[dice(sentences.length)];
      const words = document && span ? document.text.slice(span.start, span.end).split(/\s+/) : [];
      const from = dice(Math.max(1, words.length - 5));
      const asked = `${openings[dice(openings.length)] ?? ''} ${words.slice(from, from + 3 + dice(4)).join(' ')}?`;
      const number = dice(places.length);
      const [view, place] = [views[number], places[number]];
      if (!view || !place) continue;
      const { question, ...answer } = await view.ask(asked);
      if (question === asked && answer.status === 'answered') answered++;
      leaks.push(...leaksOf(answer, place.own));
      if (i % 10 === 0)
        leaks.push(
          ...leaksOf(
            view.suggestDocuments(words[from] ?? '').map(({ path, metadata }) => [path, metadata]),
            place.own,
          ),
        );
      if (i % 50 === 0) {
        const { topic, ...summary } = await view.summarise({ topic: words.slice(from, from + 3).join(' ') });
        leaks.push(...leaksOf([topic === null, summary], place.own));
      }
    }
    expect(leaks).toEqual([]);
    // Of all texts at once, the same would have been told.
    expect(leaksOf(await opened.pipeline.summarise(), 'rules')).not.toEqual([]);
    expect(answered).toBeGreaterThan(questionCount / 20);
  });

  it('nor by examples, counts, passages, whole summaries, or words that are looked for', async () => {
    for (const [i, { own }] of places.entries()) {
      const view = views[i];
      if (!view) throw new Error('no view');
      const passages = await view.search('the', 50);
      const quote = await view.findQuote(secrets.get(own === 'rules' ? 'novels' : 'rules')?.at(-1) ?? '');
      expect(quote.kind).not.toBe('exact');
      const seen = [
        await findExamples(view),
        view.manifest.documents,
        view.collections,
        passages,
        await view.summarise(),
      ];
      expect(leaksOf(seen, own)).toEqual([]);
      expect(view.collections).toEqual([own]);
      expect(view.manifest.counts.documents).toBe(2);
      const foreign = opened.pipeline.searchIndex.documents.find(({ document }) => collectionOf(document.path) !== own);
      const id = foreign?.document.id ?? '';
      expect([view.findDocument(id), view.holdsElsewhere(id), view.holdsElsewhere('nowhere')]).toEqual([
        null,
        true,
        false,
      ]);
      expect(view.matchDocument(foreign?.document.path ?? '').document).toBeNull();
    }
  });

  it('have an index whose version stays while only other collections change, and is that of the whole for all of them', async () => {
    const again = await opened.pipeline.within({ kind: 'all-but', names: ['nothing'] });
    expect(again.manifest).toBe(opened.pipeline.manifest);
    const versions = views.map(({ manifest }) => manifest.version);
    expect(new Set([...versions, opened.pipeline.manifest.version]).size).toBe(4);
    expect(await opened.pipeline.within(collectionsFor(table, places[0]))).toBe(views[0]);
  });
});

describe('a part of the index', () => {
  it('has the labels of the whole, explains and verifies its quotes as the whole does', async () => {
    const { searchIndex } = opened.pipeline;
    const parts = new IndexParts(searchIndex);
    const part = await parts.find({ kind: 'only', names: ['rules'] });
    if (!part) throw new Error('no part');
    const relabelled = searchIndex.documents.map((indexed) => ({
      ...indexed,
      sentences: indexed.sentences.map((sentence) => ({
        ...sentence,
        label: { ...sentence.label, label: 'opinion' as const },
      })),
    }));
    const labelled = new SearchIndex(relabelled, searchIndex.vectors, searchIndex.content);
    expect(relabelPart(part, labelled).documents).toEqual(part.documents.map((number) => relabelled[number]));
    expect(relabelPart(part, searchIndex)).toBe(part.index);

    const [view] = views;
    const [first] = view?.searchIndex.documents ?? [];
    const [, , sentence] = first?.sentences ?? [];
    if (!view || !first || !sentence) throw new Error('no sentence');
    const exact = first.document.text.slice(sentence.start, sentence.end);
    expect(await view.verifyQuote(first.document, sentence, fingerprint(exact))).toEqual({ kind: 'identical' });
    expect(view.explainLabels(first, sentence)).toEqual(opened.pipeline.explainLabels(first, sentence));
  });
});

describe('a copy of a text', () => {
  it('stays one of its own in another collection, found in both, without being embedded again', async () => {
    const { corpusDir, indexDir } = new Workspace(path.join(temporaryFolder(), 'copies'), { 'one/room.txt': shared });
    const first = await openHere(corpusDir, indexDir);
    await first.pipeline.close();
    const copies = new Workspace(path.join(corpusDir, '..'), { 'two/hall.txt': shared, 'one/again.txt': shared });
    const { pipeline, notices } = await openHere(copies.corpusDir, indexDir);
    expect(notices).toEqual(['one/room.txt: left out: the same text as one/again.txt']);
    expect(pipeline.indexing.embeddedSentences).toBe(0);
    for (const collection of ['one', 'two']) {
      const view = await pipeline.within({ kind: 'only', names: [collection] });
      const { quotes } = await view.ask('When does the reading room open?');
      expect(quotes[0]?.document.path).toMatch(`${collection}/`);
    }
    const vector = await pipeline.embedQuestion('Who has a key?');
    expect(
      pipeline.searchIndex.vectors
        .search(vector, 9)
        .map(({ row }) => row)
        .sort(),
    ).toEqual([0, 1, 2, 3]);
    await pipeline.close();
  });
});

describe('the name of a collection', () => {
  it('is known in any case where it is one name only, and that of the folder of all of them is none', () => {
    expect(chooseCollections(['', 'Parish Council'], ['parish council', '.'])).toEqual({
      kind: 'only',
      names: ['Parish Council', ''],
    });
    expect(chooseCollections(['a', 'A'], ['A'])).toEqual({ kind: 'only', names: ['A'] });
    expect(() => chooseCollections(['Ab', 'aB'], ['ab'])).toThrow(/No collection is called "ab"/);
    expect(chooseTarget(' . ')).toBe('');
    expect(() => chooseTarget('library')).toThrow(/folder in which the collections lie/);
  });
});
