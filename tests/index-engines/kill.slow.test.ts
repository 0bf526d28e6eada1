import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { PostgresEngine } from '#verbatim/adapters/index-postgres/postgres-engine.js';
import { everything } from '#verbatim/core/collections/collection.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { PostgresSchemas, postgresCommand, postgresUrl } from '../postgres/postgres-schemas.js';
import { writeAll } from './each-engine.js';
import { writeTexts } from './written-texts.js';

/** How many different texts the two documents have, one after the other. */
const rounds = 16;
const writerModule = new URL('../../dist/adapters/index-postgres/index-writer.js', import.meta.url).href;

/** Replaces both documents again and again, with the number of the round as the version, and prints each that was acknowledged. */
const program = `
  import { readFileSync, writeSync } from 'node:fs';
  import { PostgresIndexWriter } from ${JSON.stringify(writerModule)};
  const [address, file, first] = process.argv.slice(1);
  const prepared = JSON.parse(readFileSync(file, 'utf8'));
  for (const documents of prepared) for (const one of documents) one.vectors = Float32Array.from(one.vectors);
  const writer = await PostgresIndexWriter.open(address);
  const edition = await writer.findEdition('{"made":"by words"}');
  for (let round = Number(first); ; round++) {
    await writer.write(edition, { version: String(round), documents: prepared[round % ${rounds}], removed: [] });
    writeSync(1, round + '\\n');
  }`;

function textsOf(round: number) {
  const says = (name: string): string => `The ${name} is in round ${round}. It has ${round + 3} windows and a roof.`;
  return writeTexts({ 'a/mill.txt': says('mill'), 'b/ferry.txt': says('ferry') });
}

/** Runs the program until it has printed some lines and a moment has passed, and kills it; resolves with the last round that was acknowledged. */
async function runAndKill(args: readonly string[], lines: number, waitMs: number): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, '--', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const ended = new Promise((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve) => {
    child.on('close', () => {
      resolve();
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.split('\n').length > lines) resolve();
    });
  });
  await sleep(waitMs);
  child.kill('SIGKILL');
  await ended;
  const last = output.split('\n').slice(0, -1).at(-1);
  return last === undefined ? null : Number(last);
}

const describeServer = (serverUrl: string): void => {
  describe('a process that is killed while it writes an index', () => {
    const schemas = new PostgresSchemas(serverUrl);
    const folder = temporaryFolder();
    afterAll(() => schemas.drop());
    const kills = Number(process.env['KILLS'] ?? 8);

    it(
      'has lost no batch that was acknowledged, and nobody sees half of one',
      { timeout: 120_000 + 5_000 * kills },
      async () => {
        const { url } = await schemas.create();
        const prepared = Array.from({ length: rounds }, (_, round) =>
          textsOf(round).documents.map((one) => ({ ...one, vectors: Array.from(one.vectors) })),
        );
        const file = path.join(folder, 'prepared.json');
        writeFileSync(file, JSON.stringify(prepared));
        await writeAll(url, { ...textsOf(0), version: '0' });
        const engine = new PostgresEngine(url);
        let reads = 0;
        /** Whether both documents, their terms and the version are of one round, which is given. */
        const look = (): Promise<number> =>
          engine.read(everything, async (corpus) => {
            const round = Number(corpus.version);
            const loaded = await corpus.load([0, 1]);
            for (const { document } of loaded) expect(document.text).toContain(`round ${round % rounds}.`);
            const terms = [String((round % rounds) + 3), String(((round + 1) % rounds) + 3)];
            const found = await corpus.findPostings([terms[0] ?? '']);
            expect(found.get(terms[0] ?? '')?.documents.units).toHaveLength(2);
            expect(await corpus.countFaults()).toBe(0);
            reads++;
            return round;
          });
        const done = new AbortController();
        const watching = (async () => {
          while (!done.signal.aborted) await look();
        })();
        let acknowledged = 0;
        for (let kill = 0; kill < kills; kill++) {
          const first = (await look()) + 1;
          const last = await runAndKill([url, file, String(first)], 1 + (kill % 5), (kill * 7) % 23);
          acknowledged = last ?? acknowledged;
          expect(await look()).toBeGreaterThanOrEqual(acknowledged);
        }
        done.abort();
        await watching;
        await engine.close();
        console.log(`${kills} kills, ${acknowledged} batches acknowledged, ${reads} reads`);
        expect(acknowledged).toBeGreaterThan(kills);
      },
    );
  });
};

if (postgresUrl === null) {
  it(`an index on PostgreSQL under kills was not tried, which takes: ${postgresCommand}`, async () => {
    const engine = new PostgresEngine('postgres://verbatim@127.0.0.1:9/verbatim');
    await expect(engine.read(everything, () => Promise.resolve())).rejects.toThrow('cannot be used');
    await engine.close();
  });
} else {
  describeServer(postgresUrl);
}
