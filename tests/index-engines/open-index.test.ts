import { beforeAll, expect, it } from 'vitest';
import { createEmbeddedIndex, type EmbeddedIndex } from '#verbatim/app/asking/embedded-index.js';
import { findExamples } from '#verbatim/app/asking/choose-examples.js';
import { KnownTexts } from '#verbatim/app/asking/known-texts.js';
import type { OpenIndex } from '#verbatim/app/asking/open-index.js';
import type { Provenance } from '#verbatim/app/asking/provenance.js';
import { ReadingDesk } from '#verbatim/app/asking/reading-desk.js';
import { holdCorpus } from '#verbatim/app/asking/hold-corpus.js';
import { holdTexts } from '#verbatim/app/asking/held-texts.js';
import { summariseMany, type HoldTexts } from '#verbatim/app/asking/summarise-many.js';
import { createServerIndex, listCorpus } from '#verbatim/app/asking/server-index.js';
import { giveWay } from '#verbatim/app/give-way.js';
import type { Manifest } from '#verbatim/app/indexing/manifest.js';
import { exportOverrides } from '#verbatim/app/labels/export-overrides.js';
import { overlayLabels } from '#verbatim/app/labels/label-overrides.js';
import { gatherQueue } from '#verbatim/app/moderation/review-queue.js';
import { markQuotes } from '#verbatim/core/briefs/brief-marks.js';
import { everything, type CollectionScope } from '#verbatim/core/collections/collection.js';
import type { CorpusEngine } from '#verbatim/core/corpus/corpus-index.js';
import { CorpusLabels } from '#verbatim/core/corpus/corpus-labels.js';
import { joinVectors } from '#verbatim/core/corpus/join-vectors.js';
import { createEquivalents } from '#verbatim/core/english/equivalents.js';
import { termsOf } from '#verbatim/core/english/terms.js';
import { anchorOf } from '#verbatim/core/overrides/anchor-of.js';
import type { LabelOverride } from '#verbatim/core/overrides/label-override.js';
import { quoteKey } from '#verbatim/core/overrides/quote-key.js';
import { hasFurther, orderLooks } from '#verbatim/core/search/further-quotes.js';
import { knowNothing } from '#verbatim/core/search/index-content.js';
import { SearchIndex } from '#verbatim/core/search/search-index.js';
import { maxCompared } from '#verbatim/core/summary/pool-candidates.js';
import { analyser } from '../helpers/analyse.js';
import { vectorOfTerms } from '../helpers/index-of-texts.js';
import { describeEachEngine } from './each-engine.js';
import { makeManyTexts, questionsOfManyTexts } from './many-texts.js';
import { readAll, writeTexts } from './written-texts.js';

const long = Array.from({ length: 14 }, (_, i) => `- Step ${i + 1} of the rescue drill takes ${i + 3} minutes.`);
const texts = writeTexts({
  ...makeManyTexts(90),
  'south/drill.md': `# The rescue drill\n\nThe rescue drill has these steps:\n\n${long.join('\n')}\n`,
});
const readers = {
  analyser,
  equivalents: createEquivalents(analyser),
  desk: new ReadingDesk(Promise.resolve(null)),
  embedder: {
    model: texts.model,
    embedQuestion: (text: string) =>
      Promise.resolve(Float32Array.from(vectorOfTerms(termsOf(analyser.analyse(text).tokens)))),
    embedTexts: () => Promise.reject(new Error('not here')),
    close: () => Promise.resolve(),
  },
};
const plain = new SearchIndex(
  texts.documents.map(({ indexed }) => indexed),
  joinVectors(
    texts.documents.map(({ vectors }) => vectors),
    texts.model.dimensions,
  ),
);

/** Labels as a moderator sets them: where they stand, in a document of another name, and nowhere. */
const overrides = [7, 30, 55].map((row, i): LabelOverride => {
  const { document, span } = plain.locate(row * 7);
  const anchor = anchorOf(document, span);
  const moved = { ...anchor, documentId: 'gone before', path: 'gone.md' };
  return {
    ...(i === 0 ? anchor : i === 1 ? moved : { ...anchor, exact: 'Nobody has ever written this sentence.' }),
    ...{ id: i + 1, guildId: '1', label: 'opinion', source: null, kind: null, was: 'reported', note: null },
    decidedAtMs: i,
  };
});

async function openEmbedded(set: readonly LabelOverride[]): Promise<EmbeddedIndex> {
  const searchIndex = await overlayLabels(plain, set);
  const documents = texts.documents.map(({ path, digest }) => ({ path, digest }));
  const counts = {
    documents: documents.length,
    sentences: plain.rows.length,
    passages: plain.rows.passageCount,
  };
  const manifest = { version: texts.version, model: texts.model, counts, documents } as unknown as Manifest;
  return createEmbeddedIndex({ manifest, searchIndex, corpusDir: '/nowhere' }, readers);
}

/** Without what differs from one run to the next. */
function said<Result extends Provenance>(result: Result) {
  return { ...result, elapsedMs: 0, index: '' };
}

describeEachEngine('what is asked of an index', (open) => {
  let engine: CorpusEngine;
  const openServer = (set: readonly LabelOverride[]): Promise<OpenIndex> =>
    engine.read(everything, async (corpus) => {
      const labels = await CorpusLabels.place(corpus, set, giveWay);
      const source = { engine, scope: everything, labels, known: new KnownTexts(), corpusDir: '/nowhere' };
      return createServerIndex({ ...source, listing: listCorpus(corpus) }, readers);
    });
  let [server, embedded]: [OpenIndex?, OpenIndex?] = [];
  const each = async <Result>(ask: (index: OpenIndex) => Promise<Result> | Result): Promise<[Result, Result]> => {
    if (!server || !embedded) throw new Error('not open');
    return [await ask(server), await ask(embedded)];
  };
  const expectSame = async (ask: (index: OpenIndex) => unknown): Promise<void> => {
    const [here, there] = await each(ask);
    expect(here).toEqual(there);
  };

  beforeAll(async () => {
    engine = await open(texts);
    [server, embedded] = [await openServer(overrides), await openEmbedded(overrides)];
  });

  it('is answered alike, with the labels that moderators have set', async () => {
    for (const question of questionsOfManyTexts) await expectSame(async (index) => said(await index.ask(question)));
    const [here] = await each((index) => index.countLanes());
    const unset = await (await openServer([])).countLanes();
    expect(here).not.toEqual(unset);
    await expectSame((index) => index.countLanes());
  });

  it('is searched, listed, counted and suggested alike', async () => {
    await expectSame((index) => ({ ...index.manifest.counts, version: index.manifest.version }));
    await expectSame((index) => index.collections);
    await expectSame((index) => index.documents.map(({ id, path, dates, counts }) => [id, path, dates, counts]));
    for (const typed of ['', 'mill', 'north/', 'nothing of it']) {
      await expectSame((index) => index.suggestDocuments(typed).map(({ path }) => path));
      await expectSame((index) => index.matchDocument(typed).document?.path);
    }
    await expectSame(async (index) => (await index.search('windows of the mill', 8)).passages);
    await expectSame((index) => findExamples(index));
  });

  it('tells alike whether somebody has said it so', async () => {
    const [first] = texts.documents[20]?.indexed.sentences.slice(2) ?? [];
    const exact = texts.documents[20]?.indexed.document.text.slice(first?.start, first?.end) ?? '';
    for (const words of [
      exact,
      `“${exact.slice(0, -1)}”`,
      exact.replace(/ (\w+)\.$/, ' quite $1.'),
      'Visitors pay at the gate.',
      'A roof of slate and seven chimneys stand in the harbour of nobody.',
      'Yes.',
    ]) {
      await expectSame((index) => index.findQuote(words));
    }
  });

  it('is summarised alike: all of it, a document, a topic', async () => {
    const documentId = texts.documents[40]?.indexed.document.id ?? '';
    for (const request of [
      {},
      { documentId },
      { topic: 'the windows of the mill' },
      { topic: 'What do visitors pay?', quotes: 4 },
      { topic: 'the council', documentId },
      { topic: 'the taste of otters' },
      { documentId: 'no such one' },
    ]) {
      await expectSame(async (index) => said(await index.summarise(request)));
    }
  });

  it('is summarised in parts as it is at once, where it is too much to be in memory', async () => {
    const { quotes, lanes, candidateCount } = await openEmbedded([]).then((index) => index.summarise());
    const parts = await engine.read(everything, (corpus) => {
      const hold: HoldTexts = async (own, numbers) =>
        holdTexts(await holdCorpus(own, numbers, knowNothing(), CorpusLabels.none()), { analyser, model: texts.model });
      return summariseMany(corpus, 6, 700, hold, analyser);
    });
    expect(candidateCount).toBeGreaterThan(maxCompared);
    expect(parts).toMatchObject({ lanes, candidateCount, status: 'summarised' });
    expect(parts.quotes).toEqual(quotes);
  });

  it('goes on with a quote, and tells how posted ones stand now, alike', async () => {
    await expectSame(async (index) => {
      const { quotes } = await index.ask('What are the steps of the rescue drill?', { limit: 10 });
      const { searchIndex } = await index.fetchTexts(quotes.map(({ document }) => document.id));
      const [quote] = quotes;
      const gone = quote && { ...quote, document: { ...quote.document, id: 'gone' } };
      const changed = quote && { ...quote, exact: 'Something else.' };
      const posted = [...quotes, ...(gone && changed ? [gone, changed] : [])];
      return [
        hasFurther(quotes, 1, searchIndex),
        orderLooks(quotes, { first: 1, atOnce: 3 }, searchIndex),
        markQuotes({ quotes: posted, pairs: [] }, searchIndex, [], 1),
      ];
    });
  });

  it('explains labels, and finds the words of disputes and set labels, alike', async () => {
    const { document, span } = plain.locate(49);
    await expectSame(async (index) => {
      const held = await index.fetchTexts([document.id, 'no such one']);
      const indexed = held.findDocument(document.id);
      return [
        indexed && readAll(indexed),
        indexed && held.explainLabels(indexed, span),
        held.findDocument('no such one'),
      ];
    });
    const dispute = { ...anchorOf(document, span), quote: quoteKey(document, span), guildId: '1', id: 1 } as const;
    const was = span.label.label;
    const label = was === 'opinion' ? ('reported' as const) : ('opinion' as const);
    const given = { label, source: null, note: null, was, createdAtMs: 1, person: 'x' };
    const lost = { ...dispute, ...given, id: 2, quote: 'lost', exact: 'Nobody has written this.' };
    await expectSame(async (index) => {
      const { quotes, aside } = await gatherQueue([{ ...dispute, ...given }, lost] as never, index);
      return { aside, quotes: quotes.map((quote) => ({ ...quote, document: 0 })) };
    });
    await expectSame(async (index) => {
      const { searchIndex } = await index.fetchPlaces(overrides);
      return exportOverrides(searchIndex.documents, overrides, index.analyser);
    });
  });

  it('has parts by collection that know nothing of each other', async () => {
    const north: CollectionScope = { kind: 'only', names: ['north'] };
    const parts = await each((index) => index.within(north));
    const [here, there] = parts;
    expect(here.documents.map(({ path }) => path)).toEqual(there.documents.map(({ path }) => path));
    const elsewhere = texts.documents.find(({ path }) => path.startsWith('south/'))?.indexed.document.id ?? '';
    for (const part of parts) {
      expect(part.findListed(elsewhere)).toBeNull();
      expect([part.holdsElsewhere(elsewhere), part.holdsElsewhere('nowhere')]).toEqual([true, false]);
      expect((await part.fetchTexts([elsewhere])).findDocument(elsewhere)?.document.path ?? null).toBeNull();
    }
    const nothing = await here.within({ kind: 'only', names: ['south'] });
    expect([nothing.documents, (await nothing.ask('When was the mill of Arn built?')).reason]).toEqual([
      [],
      'empty-corpus',
    ]);
    for (const question of questionsOfManyTexts.slice(0, 6)) {
      expect(said(await here.ask(question))).toEqual(said(await there.ask(question)));
    }
    expect(said(await here.summarise())).toEqual(said(await there.summarise()));
    const [whole] = await each((index) => index.within({ kind: 'all-but', names: [] }));
    expect(whole).toBe(server);
  });
});
