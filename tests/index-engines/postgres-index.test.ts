import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresEngine } from '#verbatim/adapters/index-postgres/postgres-engine.js';
import { PostgresIndexWriter, type Edition } from '#verbatim/adapters/index-postgres/index-writer.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { everything } from '#verbatim/core/collections/collection.js';
import { PostgresSchemas, postgresCommand, postgresUrl, runSql } from '../postgres/postgres-schemas.js';
import { writeAll } from './each-engine.js';
import { readAll, writeText, writeTexts } from './written-texts.js';

const texts = writeTexts({ 'a.txt': 'The mill is old. It has nine windows.', 'b/c.txt': 'The ferry is new.' });
const [mill, ferry] = [texts.documents[0], texts.documents[1]];

const describeServer = (serverUrl: string): void => {
  describe('an index on PostgreSQL', () => {
    const schemas = new PostgresSchemas(serverUrl);
    let address = '';
    let writer: PostgresIndexWriter;
    let engine: PostgresEngine;
    const listed = () =>
      engine.read(everything, ({ version, documents }) =>
        Promise.resolve([version, ...documents.map(({ path }) => path)]),
      );
    const current = async (): Promise<Edition> => {
      const found = await writer.findEdition('{"made":"by words"}');
      if (!found) throw new Error('there is no edition');
      return found;
    };

    beforeAll(async () => {
      ({ url: address } = await schemas.create());
      writer = await PostgresIndexWriter.open(address);
      engine = new PostgresEngine(address);
    });
    afterAll(async () => {
      await engine.close();
      await writer.close();
      await schemas.drop();
    });

    it('says in one line that there is none yet, and shows none that is not whole', async () => {
      await expect(listed()).rejects.toThrow('There is no index at DATABASE_URL yet. Run "npm run index".');
      const edition = await writer.startEdition('{"made":"by words"}', texts.model);
      await writer.write(edition, { version: 'half', documents: texts.documents.slice(0, 1), removed: [] });
      await expect(listed()).rejects.toThrow('There is no index');
      // What was written before is still known, so that indexing goes on with it.
      expect((await current()).digests).toEqual(new Map([['a.txt', mill?.digest]]));
      await writer.write(edition, { version: 'half', documents: texts.documents.slice(1), removed: [] });
      await writer.finish(edition, 'first');
      expect(await listed()).toEqual(['first', 'a.txt', 'b/c.txt']);
    });

    it('replaces a document and its version in one step, and lets who has begun to read see the old one to the end', async () => {
      const changed = writeText('a.txt', 'The mill burned down.');
      const seen = await engine.read(everything, async (corpus) => {
        await writer.write(await current(), { version: 'second', documents: [changed], removed: ['b/c.txt'] });
        const [loaded] = await corpus.load([0]);
        const terms = await corpus.findTerms({ terms: ['window', 'burn'], like: [], from: [] });
        return { version: corpus.version, text: loaded?.document.text, terms: [...terms.terms] };
      });
      expect(seen).toEqual({ version: 'first', text: mill?.indexed.document.text, terms: ['window'] });
      expect(await listed()).toEqual(['second', 'a.txt']);
      await engine.read(everything, async (corpus) => {
        const terms = await corpus.findTerms({ terms: ['window', 'burn', 'ferri'], like: [], from: [] });
        expect([...terms.terms]).toEqual(['burn']);
      });
      const [counts] = await runSql(
        serverUrl,
        `SELECT (SELECT count(*) FROM ${schemas.latest}.index_vectors) AS vectors,
        (SELECT count(DISTINCT document) FROM ${schemas.latest}.index_postings) AS documents`,
      );
      expect(counts).toEqual({ vectors: '1', documents: '1' });
    });

    it('knows the vectors of a text that lies elsewhere by now', async () => {
      const known = await writer.findVectors(ferry?.digest ?? '', '.txt', texts.model);
      expect(known).toBeNull(); // it was removed
      const { digest = '' } = (await engine.read(everything, ({ documents }) => Promise.resolve(documents)))[0] ?? {};
      expect((await writer.findVectors(digest, '.TXT', texts.model))?.tokenCounts).toHaveLength(1);
      expect(await writer.findVectors(digest, '.md', texts.model)).toBeNull();
      expect(await writer.findVectors(digest, '.txt', { ...texts.model, checksum: 'another' })).toBeNull();
    });

    it('puts another edition in use in one step, and clears the one before away', async () => {
      const old = await current();
      await writeAll(address, { ...texts, version: 'third' }, '{"made":"by another model"}');
      expect(await listed()).toEqual(['third', 'a.txt', 'b/c.txt']);
      expect(await writer.findEdition('{"made":"by words"}')).toBeNull();
      await expect(writer.write(old, { version: 'late', documents: [], removed: [] })).rejects.toThrow(
        'Another process has put another index in use at DATABASE_URL meanwhile. Run "npm run index" again.',
      );
      expect(await listed()).toEqual(['third', 'a.txt', 'b/c.txt']);
    });

    it('searches a collection by a graph of its own as well', async () => {
      const edition = await writer.findEdition('{"made":"by another model"}');
      await writer.buildGraphs({ id: edition?.id ?? -1 }, texts.model.dimensions, () => undefined, 1);
      const vector = mill?.vectors.slice(0, texts.model.dimensions) ?? new Float32Array();
      await engine.read(everything, async (corpus) => {
        expect((await corpus.findNearest(vector, 60))[0]).toEqual({ document: 0, sentence: 0 });
      });
      await writer.write(edition ?? { id: -1 }, {
        version: 'fourth',
        documents: [writeText('b/d.txt', 'A new mill.')],
        removed: ['a.txt'],
      });
      await engine.read(everything, async (corpus) => {
        expect(corpus.documents[(await corpus.findNearest(vector, 60))[0]?.document ?? -1]?.path).toBe('b/d.txt');
      });
    });

    it('keeps terms that no index entry has room for, and letters that no text of the server may have', async () => {
      const edition = await writer.findEdition('{"made":"by another model"}');
      const long = 'x'.repeat(5_000);
      const odd = writeText('odd\ud800.txt', `The word ${long} is long, and \u0000 is none. A half \ud83d pair.`);
      await writer.write(edition ?? { id: -1 }, { version: 'fifth', documents: [odd], removed: [] });
      await engine.read(everything, async (corpus) => {
        const terms = [...new Set(odd.indexed.sentences.flatMap((sentence) => sentence.terms))];
        expect((await corpus.findTerms({ terms, like: [], from: [] })).terms).toEqual(new Set(terms));
        const number = corpus.documents.findIndex(({ digest }) => digest === odd.digest);
        expect(readAll(await corpus.load([number]))).toEqual([odd.indexed]);
      });
    });

    it('lies beside a store, which knows nothing of it', async () => {
      const store = await openStore({ kind: 'postgres', url: address });
      const { rows } = await store.check();
      store.close();
      expect(Object.keys(rows)).toContain('facts');
      expect(Object.keys(rows).filter((name) => name.startsWith('index_'))).toEqual([]);
    });

    it('tells in one line, without the password, of a server that is not there', async () => {
      const away = new PostgresEngine('postgres://verbatim:secret-word@127.0.0.1:9/verbatim');
      const failure = await away.read(everything, () => Promise.resolve()).catch((error: unknown) => String(error));
      expect(failure).toContain('The index at DATABASE_URL (127.0.0.1:9) cannot be used');
      expect(failure).not.toContain('secret-word');
      await away.close();
    });
  });
};

if (postgresUrl === null) {
  it(`an index on PostgreSQL was not tried, which takes: ${postgresCommand}`, async () => {
    const address = 'postgres://verbatim@127.0.0.1:9/verbatim';
    await expect(PostgresIndexWriter.open(address)).rejects.toThrow('cannot be used');
  });
} else {
  describeServer(postgresUrl);
}
