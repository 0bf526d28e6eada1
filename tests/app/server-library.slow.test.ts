/** Two processes' libraries on one index on PostgreSQL: one has the texts, the other one none. */
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryInUse } from '#verbatim/app/asking/library-in-use.js';
import { openLibrary } from '#verbatim/app/asking/open-library.js';
import { OverrideWatch } from '#verbatim/app/labels/label-overrides.js';
import { Readiness } from '#verbatim/discord/health/readiness.js';
import { readSettings } from '#verbatim/app/settings.js';
import { anchorOf } from '#verbatim/core/overrides/anchor-of.js';
import type { LabelOverride } from '#verbatim/core/overrides/label-override.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { withoutReader } from '../helpers/workspace.js';
import { writeFiles } from '../helpers/write-files.js';
import { PostgresSchemas, postgresCommand, postgresUrl } from '../postgres/postgres-schemas.js';

/** Between a process and its server, so that the way can be cut. */
class Way {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly to: URL,
  ) {}

  static async open(url: string): Promise<Way> {
    const way = new Way(createServer(), new URL(url));
    way.server.on('connection', (near) => {
      const far = connect(Number(way.to.port), way.to.hostname);
      for (const socket of [near, far]) {
        way.sockets.add(socket);
        socket.on('error', () => undefined);
      }
      near.pipe(far).pipe(near);
    });
    way.server.listen(0, '127.0.0.1');
    await once(way.server, 'listening');
    return way;
  }

  get url(): string {
    const own = new URL(this.to);
    own.port = String((this.server.address() as AddressInfo).port);
    return own.href;
  }

  /** Cuts the way; gives what opens it again. */
  cut(): () => Promise<void> {
    const { port } = this.server.address() as AddressInfo;
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    return async () => {
      this.server.listen(port, '127.0.0.1');
      await once(this.server, 'listening');
    };
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

if (postgresUrl === null) {
  it(`libraries on an index on PostgreSQL were not tried, which takes: ${postgresCommand}`, () => {
    expect(existsSync(fileURLToPath(new URL('../postgres/start.sh', import.meta.url)))).toBe(true);
  });
} else {
  describeLibraries(new PostgresSchemas(postgresUrl));
}

function describeLibraries(schemas: PostgresSchemas): void {
  describe('two libraries on one index on PostgreSQL', { timeout: 60_000 }, () => {
    const folder = temporaryFolder();
    const corpusDir = path.join(folder, 'corpus');
    const notices: string[] = [];
    let overrides: LabelOverride[] = [];
    let way: Way;
    let [keeper, other]: LibraryInUse[] = [];

    const open = async (name: string, url: string, texts: string): Promise<LibraryInUse> => {
      const places = {
        CORPUS_DIR: texts,
        INDEX_DIR: path.join(folder, name),
        ...withoutReader,
        EMBEDDING_THREADS: '1',
      };
      const environment = { ...places, INDEX_ENGINE: 'postgres', DATABASE_URL: url };
      if (name === 'keeper') Object.assign(process.env, environment); // for the program that indexes
      const reviews = {
        listOverrides: () => Promise.resolve(overrides),
        overridesRevision: () => Promise.resolve(`${overrides.length}`),
      };
      const library = await openLibrary({
        settings: readSettings(environment),
        overrides: new OverrideWatch(reviews, () => undefined),
        hooks: {
          onNotice: (notice) => notices.push(notice),
          onSwap: () => undefined,
          onRelabel: () => undefined,
          onFailure: () => undefined,
        },
      });
      library.start();
      return library;
    };
    const until = async (isThere: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await isThere())) await sleep(50);
    };
    const ask = async (library: LibraryInUse | undefined, question: string): Promise<string> => {
      const { quotes, reason } = (await (await library?.whenReady())?.ask(question, { limit: 1 })) ?? {};
      return quotes?.[0]?.exact ?? String(reason);
    };

    beforeAll(async () => {
      const { url } = await schemas.create();
      way = await Way.open(url);
      writeFiles(corpusDir, sampleFiles);
      keeper = await open('keeper', url, corpusDir);
      await keeper.whenReady();
      other = await open('other', way.url, path.join(folder, 'nowhere'));
      await until(() => other?.current != null);
    }, 60_000);

    afterAll(async () => {
      for (const library of [keeper, other]) await library?.close();
      way.close();
      await schemas.drop();
    });

    it('both answer; the one without texts says that it only looks', async () => {
      for (const library of [keeper, other])
        expect(await ask(library, 'When was the mill of Arn built?')).toContain('1742');
      expect(notices.filter((notice) => notice.includes('There are no texts in CORPUS_DIR'))).toHaveLength(1);
      const document = other?.current?.matchDocument('mill.txt').document;
      const found = { start: 14, end: 30 };
      expect(document && (await other?.current?.verifyQuote(document, found, 'x'))).toEqual({ kind: 'elsewhere' });
      expect(document && (await other?.current?.readChangedAt(document))).toBe('elsewhere');
    });

    it('only the one with the texts takes further ones', async () => {
      expect([await keeper?.isOfOthers(), await other?.isOfOthers()]).toEqual([false, true]);
      const foreign = path.join(folder, 'foreign');
      writeFiles(foreign, { 'owl.txt': 'The owl sleeps in the tower.' });
      process.env['CORPUS_DIR'] = foreign;
      const third = await open('third', way.url, foreign);
      expect(await third.isOfOthers()).toBe(true); // from its first moment on
      await third.close();
      const away = await open('away', 'postgres://127.0.0.1:9/none', foreign);
      await expect(away.isOfOthers()).rejects.toThrow('The index at DATABASE_URL (127.0.0.1:9) cannot be used');
      await away.close();
      process.env['CORPUS_DIR'] = corpusDir;
    });

    it('both see a text that comes, and neither one that is withdrawn, from the next question on', async () => {
      mkdirSync(path.join(corpusDir, 'library'), { recursive: true });
      const file = path.join(corpusDir, 'library', 'weir.txt');
      writeFileSync(file, 'The weir of Tarn is kept by Odalric Penhallow. It is nine metres wide.\n');
      const question = 'Who keeps the weir of Tarn?';
      await until(async () => (await ask(other, question)).includes('Penhallow'));
      const version = keeper?.current?.manifest.version;
      rmSync(file);
      await keeper?.withdraw('library/weir.txt');
      for (const library of [keeper, other]) expect(await ask(library, question)).not.toContain('Penhallow');
      expect(keeper?.current?.manifest.version).not.toBe(version);
      expect(keeper?.current?.matchDocument('library/weir.txt').document).toBeNull();
      await until(() => other?.current?.matchDocument('library/weir.txt').document == null);
    });

    it('a label that a moderator has set is laid over, and taken off again', async () => {
      const index = await keeper?.whenReady();
      const id = index?.matchDocument('mill.txt').document?.id ?? '';
      const { document, sentences } = (await index?.fetchTexts([id]))?.findDocument(id) ?? {};
      const span = sentences?.find(({ start, end }) => document?.text.slice(start, end).includes('1742'));
      if (!document || !span) throw new Error('not there');
      const given = {
        id: 1,
        guildId: '1',
        label: 'opinion',
        source: null,
        kind: null,
        was: 'reported',
        note: null,
      } as const;
      const before = await index?.countLanes();
      const labelOf = async (): Promise<string | undefined> =>
        (await (await other?.whenReady())?.ask('When was the mill of Arn built?'))?.quotes[0]?.label;
      overrides = [{ ...anchorOf(document, span), ...given, decidedAtMs: 1 }];
      await other?.refreshLabels({ now: true });
      expect(await labelOf()).toBe('opinion');
      expect((await other?.current?.countLanes())?.opinion).toBe((before?.opinion ?? 0) + 1);
      overrides = [];
      await other?.refreshLabels({ now: true });
      expect(await labelOf()).toBe('reported');
    });

    it('while the server is away each question is told so in one line, and is answered when it is back', async () => {
      if (!other) throw new Error('not open');
      const readiness = new Readiness({
        isConnected: () => true,
        library: other,
        store: { proveWritable: () => Promise.resolve() },
        isStopping: () => false,
      });
      const open = way.cut();
      await until(() => other?.current === null);
      expect(other.problem).toMatch(/^The index at DATABASE_URL \(127\.0\.0\.1:\d+\) cannot be used/);
      await expect(other.whenReady()).rejects.toThrow('cannot be used');
      expect(await readiness.check()).toContainEqual({ part: 'index', problem: other.problem });
      expect(await ask(keeper, 'When was the mill of Arn built?')).toContain('1742');
      await open();
      await until(() => other?.current != null);
      expect(await ask(other, 'When was the mill of Arn built?')).toContain('1742');
      expect(other.problem).toBeNull();
    });
  });
}
