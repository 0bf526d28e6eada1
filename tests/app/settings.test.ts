import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectServeSettings } from '#verbatim/app/serve-settings.js';
import { describeFault } from '#verbatim/app/settings-reader.js';
import { inspectBotSettings, readSettings } from '#verbatim/app/settings.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const folder = temporaryFolder();
const before = process.cwd();
beforeEach(() => {
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
});

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readSettings({})).toMatchObject({
      corpusDir: path.resolve('corpus'),
      indexDir: path.resolve('index'),
      embeddingModel: 'bundled',
      embeddingThreads: 0,
      readerModel: 'bundled',
    });
  });

  it('take an empty value for none', () => {
    expect(readSettings({ CORPUS_DIR: ' ', EMBEDDING_THREADS: '' })).toEqual(readSettings({}));
  });

  it('come from the environment before the file', () => {
    writeFileSync('.env', 'CORPUS_DIR=from-file\nINDEX_DIR="with space"\n');
    expect(readSettings({ CORPUS_DIR: 'from-environment' })).toMatchObject({
      corpusDir: path.resolve('from-environment'),
      indexDir: path.resolve('with space'),
    });
    writeFileSync('.env', '');
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\ufeffCORPUS_DIR=wide\r\n', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffCORPUS_DIR=wide\r\n', 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from('\ufeffCORPUS_DIR=wide\r\n')],
  ])('are read from a file in %s', (_, bytes) => {
    writeFileSync('.env', bytes);
    expect(readSettings({}).corpusDir).toBe(path.resolve('wide'));
    writeFileSync('.env', '');
  });

  it('in a file that is no text, or none at all, end with one line that names it', () => {
    writeFileSync('.env', Buffer.from('CORPUS_DIR=wide\n', 'utf16le'));
    expect(() => readSettings({})).toThrow(/\.env is not a text in UTF-8\. Save it as UTF-8 in your editor\.$/);
    rmSync('.env');
    mkdirSync('.env');
    expect(() => readSettings({})).toThrow(/\.env cannot be read \(EISDIR\)\. Make it a file that you may read\.$/);
    rmdirSync('.env');
  });

  it('for health and backups have defaults, and refuse what cannot be', () => {
    const { settings, faults } = inspectBotSettings({});
    expect(faults).toEqual([]);
    expect(settings).toMatchObject({ healthPort: 0, healthHost: '127.0.0.1', backupDir: null, backupKeep: 7 });
    const wrong = inspectBotSettings({ HEALTH_PORT: '70000', HEALTH_HOST: 'localhost', BACKUP_KEEP: '0' });
    expect(wrong.faults.map(({ name }) => name).sort()).toEqual(['BACKUP_KEEP', 'HEALTH_HOST', 'HEALTH_PORT']);
  });

  it('for the page have defaults, and want a token where others reach it', () => {
    const { settings, faults } = inspectServeSettings({});
    expect(faults).toEqual([]);
    expect(settings).toMatchObject({ serveHost: '127.0.0.1', servePort: 3210, serveToken: null, publicUrl: null });
    const faultsOf = (environment: NodeJS.ProcessEnv) => inspectServeSettings(environment).faults.map(describeFault);
    expect(faultsOf({ SERVE_HOST: '127.0.0.2' })).toEqual([]);
    expect(faultsOf({ SERVE_HOST: '0.0.0.0' })).toEqual([
      'SERVE_TOKEN: expected a token of at least 16 characters, since others reach SERVE_HOST 0.0.0.0, got none',
    ]);
    expect(faultsOf({ SERVE_TOKEN: 'short' })).toEqual(['SERVE_TOKEN: expected at least 16 characters, got 5']);
    expect(faultsOf({ SERVE_HOST: 'localhost', SERVE_PORT: '70000', SERVE_RATE: '-1' })).toHaveLength(3);
    expect(faultsOf({ SERVE_HOST: '::', SERVE_TOKEN: 'x'.repeat(16) })).toEqual([]);
  });

  it('for the address of the page take http and https without a path, and nothing else', () => {
    const read = (PUBLIC_URL: string) => inspectBotSettings({ PUBLIC_URL });
    expect(read('https://Texts.example.org/').settings.publicUrl).toBe('https://texts.example.org');
    for (const wrong of [
      'javascript:alert(1)',
      'texts.example.org',
      'https://a@b.example',
      'https://a.example/page',
      'ftp://a.example',
    ]) {
      expect(
        read(wrong).faults.map(({ name }) => name),
        wrong,
      ).toEqual(['PUBLIC_URL']);
      expect(read(wrong).settings.publicUrl).toBeNull();
    }
  });

  it.each(['-1', '65', '1.5', 'many', 'NaN', '1e9'])('refuse %s for a number of threads', (threads) => {
    expect(() => readSettings({ EMBEDDING_THREADS: threads })).toThrow(
      `EMBEDDING_THREADS: expected a whole number from 0 to 64, got "${threads}"`,
    );
  });

  it('tell all faults at once, each with what was expected and what is there', () => {
    const faulty = { EMBEDDING_THREADS: 'many', CORPUS_DIR: 'same', INDEX_DIR: 'x/../same' };
    expect(() => readSettings(faulty)).toThrow(
      /^Settings: EMBEDDING_THREADS: expected .*, got "many"; INDEX_DIR: expected .*, got ".*same" for both$/,
    );
  });

  it('that are wrong end the program with one line on standard error', async () => {
    const env = { EMBEDDING_THREADS: 'many', CORPUS_DIR: 'same', INDEX_DIR: 'same' };
    const { code, stdout, stderr } = await runCli(['index'], { env, cwd: folder });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^verbatim: Settings: EMBEDDING_THREADS: .*; INDEX_DIR: .*\n$/);
  });
});
