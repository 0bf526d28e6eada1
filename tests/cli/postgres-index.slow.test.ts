import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresEngine } from '#verbatim/adapters/index-postgres/postgres-engine.js';
import { everything } from '#verbatim/core/collections/collection.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { Workspace, withoutReader } from '../helpers/workspace.js';
import { PostgresSchemas, postgresCommand, postgresUrl, runSql } from '../postgres/postgres-schemas.js';

const describeServer = (serverUrl: string): void => {
  describe('the index on PostgreSQL, in a terminal', () => {
    const schemas = new PostgresSchemas(serverUrl);
    const workspace = new Workspace(temporaryFolder(), sampleFiles, withoutReader);
    const env = { INDEX_ENGINE: 'postgres', DATABASE_URL: '' };
    const other = { INDEX_ENGINE: 'embedded' };
    afterAll(() => schemas.drop());
    beforeAll(async () => {
      env.DATABASE_URL = (await schemas.create()).url;
    });

    it('takes the vectors of the index that there is, and embeds what is new', async () => {
      await workspace.run(['index'], { env: other });
      const first = await workspace.run(['index'], { env });
      expect(first).toMatchObject({ code: 0, stderr: '' });
      expect(first.stdout).toMatch(
        /^3 documents, \d+ sentences, \d+ passages: 0 new or changed \(0 sentences\), 0 removed/,
      );
      workspace.write({ 'weir.txt': 'The weir is kept by Odalric Penhallow. It was built in 1811.' });
      const second = await workspace.run(['index'], { env });
      expect(second.stdout).toMatch(/^4 documents, .*: 1 new or changed \(2 sentences\), 0 removed/);
      expect((await workspace.run(['index'], { env })).stdout).toContain('nothing has changed');
    });

    it.each([
      [['ask', 'When was the mill of Arn built?', '--json']],
      [['ask', 'Who keeps the weir?', '--json', '--more']],
      [['ask', 'Why did the company cut the evening boats?', '--more']],
      [['ask', 'How many windows has the mil?', '--json', '--in', 'mill.txt']],
      [['ask', 'What happened in 1655?', '--json']],
      [['ask', 'What does the letter say?', '--json', '--collection', 'letters']],
      [['ask', 'Who is it?', '--json', '--collection', 'nowhere']],
      [['ask', 'Who is it?', '--in', 'nowhere.txt']],
      [['search', 'the ferry', '--json', '-k', '3']],
      [['summary', '--json']],
      [['summary', 'the ferry', '--json']],
      [['sources', '--json']],
    ])('says the same as without it: %j', async (args) => {
      const timeless = (text: string): string => text.replace(/"elapsedMs":[\d.]+/, '');
      const [own, wanted] = [await workspace.run(args, { env }), await workspace.run(args, { env: other })];
      expect({ ...own, stdout: timeless(own.stdout) }).toEqual({ ...wanted, stdout: timeless(wanted.stdout) });
    });

    it('is compared with its sources', async () => {
      expect(await workspace.run(['check'], { env })).toMatchObject({ code: 0, stderr: '' });
      workspace.remove('weir.txt');
      const { code, stdout } = await workspace.run(['check'], { env });
      expect(code).toBe(1);
      expect(stdout).toContain('missing: weir.txt');
      expect((await workspace.run(['index'], { env })).stdout).toContain('1 removed');
    });

    it('is not said to lack sources that lie elsewhere', async () => {
      const without = new Workspace(temporaryFolder(), {}, withoutReader);
      const { code, stderr } = await without.run(['check'], { env });
      expect(code).toBe(1);
      expect(stderr).toContain('to compare the index at DATABASE_URL with. Run it where they are.');
    });

    it('is not emptied by who has another folder, unless that is asked for', async () => {
      const foreign = new Workspace(temporaryFolder(), { 'owl.txt': 'The owl sleeps in the tower.' }, withoutReader);
      const refused = await foreign.run(['ask', 'Where does the owl sleep?'], { env });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(
        /^verbatim: 3 of the 3 texts of the index at DATABASE_URL are not in ".*"\. Set CORPUS_DIR/,
      );
      expect((await workspace.run(['index'], { env })).stdout).toContain('nothing has changed');
      expect((await foreign.run(['index'], { env })).stdout).toMatch(/^1 documents, .* 3 removed/);
      expect((await workspace.run(['index'], { env })).stdout).toMatch(/^3 documents, .* 1 removed/);
    });

    it('takes no text into a folder that lacks its own', async () => {
      const foreign = new Workspace(temporaryFolder(), { 'owl.txt': 'The owl sleeps in the tower.' }, withoutReader);
      foreign.write({ '../new.txt': 'The heron of Arn sleeps on one leg, as everybody knows.' });
      const { code, stderr } = await foreign.run(['add', path.join(foreign.corpusDir, '../new.txt')], { env });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^verbatim: Nothing was put in: the texts of the index at DATABASE_URL are not in/);
      expect(existsSync(path.join(foreign.corpusDir, 'library'))).toBe(false);
    });

    it('lacks a text as soon as it is removed', async () => {
      workspace.write({ '../heron.txt': 'The heron of Arn sleeps on one leg, as everybody knows.' });
      const ask = ['ask', 'How does the heron of Arn sleep?', '--json'];
      const added = await workspace.run(['add', path.join(workspace.corpusDir, '../heron.txt')], { env });
      expect(added.code).toBe(0);
      expect((await workspace.run(ask, { env })).stdout).toContain('sleeps on one leg');
      expect((await workspace.run(['remove', 'heron.txt'], { env })).code).toBe(0);
      const engine = new PostgresEngine(env.DATABASE_URL);
      const paths = await engine.read(everything, ({ documents }) => Promise.resolve(documents.map((one) => one.path)));
      await engine.close();
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((one) => one.includes('heron'))).toEqual([]);
    });

    it('is not moved with the store, which is told', async () => {
      const moved = await workspace.run(['move', '--to', 'file:moved.db'], { env });
      expect(moved.stdout).toContain('The index of the texts is not moved: "npm run index" builds it');
    });

    it('ends with its line where no password is given', { timeout: 30_000 }, async () => {
      const url = new URL(env.DATABASE_URL);
      url.password = '';
      const { code, stderr } = await workspace.run(['index'], {
        env: { ...env, DATABASE_URL: url.href, PGPASSWORD: '' },
      });
      expect(code).toBe(1);
      expect(stderr).toContain('no password is given');
    });

    it('tells in one line what its server lacks, also where a part of it could still be read', async () => {
      const name = `lacking_${randomBytes(6).toString('hex')}`;
      const url = new URL(serverUrl);
      url.pathname = name;
      const there = { ...env, DATABASE_URL: Object.assign(new URL(url), { username: name, password: 'own' }).href };
      const administer = (sql: string) => runSql(url.href, sql);
      const diagnose = async () => {
        const { code, stdout } = await workspace.run(['doctor', '--json'], { env: there });
        const { checks } = JSON.parse(stdout) as { checks: { check: string; status: string; detail: string }[] };
        const index = checks.find(({ check }) => check === 'index');
        return `${code} ${index?.status}: ${index?.detail}`;
      };
      const check = async () => {
        const { code, stderr } = await workspace.run(['check'], { env: there });
        return `${code} ${stderr}`;
      };
      await runSql(serverUrl, `CREATE ROLE ${name} LOGIN PASSWORD 'own'`);
      await runSql(serverUrl, `CREATE DATABASE ${name} OWNER ${name}`);
      try {
        const lacks = `cannot be used: the database ${name} has no pgvector, and the user ${name} may not add it`;
        expect(await check()).toContain(
          `${lacks}. Let an administrator run "CREATE EXTENSION vector" in this database`,
        );
        expect(await diagnose()).toMatch(new RegExp(`^1 failure: .*${lacks}$`));
        await administer('CREATE EXTENSION vector');
        expect(await diagnose()).toBe('0 warning: none at DATABASE_URL yet');
        expect(await workspace.run(['index'], { env: there })).toMatchObject({ code: 0 });
        expect([await check(), await diagnose()]).toEqual(['0 ', expect.stringMatching(/^0 ok: /)]);

        await administer('DROP EXTENSION vector CASCADE');
        expect(await diagnose()).toContain(lacks);
        await administer('CREATE SCHEMA elsewhere');
        await administer('CREATE EXTENSION vector SCHEMA elsewhere');
        const hidden = `the user ${name} may not use the schema elsewhere, where pgvector is`;
        expect(await check()).toContain(`${hidden}. Let an administrator run "GRANT USAGE ON SCHEMA elsewhere TO`);
        await administer(`GRANT USAGE ON SCHEMA elsewhere TO ${name}`);
        expect(await check()).toContain(
          'index_vectors is not as it was made. Run "npm run index", which makes it anew.',
        );
        const mended = await workspace.run(['index'], { env: there });
        expect(mended.stdout).toMatch(/: 0 new or changed \(0 sentences\), 0 removed/); // nothing is embedded again
        expect(await check()).toBe('0 ');
        expect((await workspace.run(['ask', 'When was the mill of Arn built?'], { env: there })).stdout).toContain('“');

        await administer('ALTER TABLE index_terms OWNER TO CURRENT_USER');
        await administer(`REVOKE ALL ON index_terms FROM ${name}`);
        expect(await check()).toContain('the user lacks DELETE on index_terms and 3 more such rights. Make the user');
      } finally {
        await runSql(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
        await runSql(serverUrl, `DROP ROLE ${name}`);
      }
    });

    it('tells in one line what it lacks', async () => {
      const nowhere = await workspace.run(['ask', 'Who?'], { env: { INDEX_ENGINE: 'postgres' } });
      expect(nowhere.stderr).toBe(
        'verbatim: Settings: DATABASE_URL: expected a postgres:// address for INDEX_ENGINE=postgres, got none\n',
      );
      const unknown = await workspace.run(['ask', 'Who?'], { env: { INDEX_ENGINE: 'oracle' } });
      expect(unknown.stderr).toContain('INDEX_ENGINE: expected embedded or postgres, got "oracle"');
    });
  });
};

if (postgresUrl === null) {
  it(`the index on PostgreSQL in a terminal was not tried, which takes: ${postgresCommand}`, async () => {
    const workspace = new Workspace(temporaryFolder(), sampleFiles, withoutReader);
    const env = { INDEX_ENGINE: 'postgres', DATABASE_URL: 'postgres://verbatim@127.0.0.1:9/verbatim' };
    expect((await workspace.run(['index'], { env })).stderr).toContain('cannot be used');
  });
} else {
  describeServer(postgresUrl);
}
