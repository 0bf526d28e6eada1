import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { restoreBackup } from '#verbatim/app/store/store-tools.js';
import { readStoreSettings } from '#verbatim/app/settings.js';
import { isSound } from '#verbatim/core/store/store-check.js';
import { firstQuote, openHere } from '../helpers/open-here.js';
import { PostgresSchemas, postgresUrl } from '../postgres/postgres-schemas.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const versions = readdirSync(here).filter((name) => name.startsWith('kept-'));

/** Each folder holds texts with their index, and a backup of a store, as that version wrote them. */
describe.each(versions)('what an earlier version has written (%s)', (version) => {
  const folder = temporaryFolder();
  cpSync(path.join(here, version), folder, { recursive: true });
  const schemas = new PostgresSchemas(postgresUrl ?? '');
  afterAll(() => schemas.drop());

  it('is an index that answers, whether its texts are taken over or read anew', async () => {
    const opened = await openHere(path.join(folder, 'corpus'), path.join(folder, 'index'));
    expect(opened.notices).toEqual([]);
    expect(await firstQuote(opened, 'How long does the crossing take?')).toBe(
      'The crossing takes 35 minutes and costs 12 crowns.',
    );
    await opened.pipeline.close();
    const again = await openHere(path.join(folder, 'corpus'), path.join(folder, 'index'));
    expect(again.pipeline.indexing).toMatchObject({ changed: false, embeddedSentences: 0 });
    await again.pipeline.close();
  });

  it('is a store that opens with all its rows, brought to the schema of this version', async () => {
    const store = await openStore({ kind: 'file', file: path.join(folder, 'store.db') });
    const check = await store.check();
    store.close();
    expect(isSound(check)).toBe(true);
    expect(check.schema).toBe(check.knownSchema);
    expect(check.rows).toMatchObject({ votes: 1, misses: 1, askings: 1, outbox: 1 });
  });

  it.each(['a file', ...(postgresUrl === null ? [] : ['PostgreSQL'])])(
    'is a backup that can be restored into %s',
    async (kind) => {
      const url = kind === 'PostgreSQL' ? { DATABASE_URL: (await schemas.create()).url } : {};
      const settings = readStoreSettings({ DATA_DIR: path.join(folder, 'data'), ...url });
      const { check } = await restoreBackup(settings, path.join(here, version, 'store.db'), { force: false });
      expect(check.rows).toMatchObject({ votes: 1, misses: 1, askings: 1, outbox: 1 });
    },
  );
});
