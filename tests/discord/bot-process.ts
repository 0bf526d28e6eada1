import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DiscordServer } from '../discord-server/discord-server.js';
import { startDiscordServer, type DiscordServerOptions } from '../discord-server/start-discord-server.js';
import { findSharedCorpus } from '../helpers/shared-corpora.js';
import { placeIndex } from '../helpers/shared-index.js';
import { PostgresSchemas, postgresUrl } from '../postgres/postgres-schemas.js';
import { corpusFiles } from './corpus.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = {
  usual: path.join(root, 'dist/discord/main.js'),
  /** One that fetches texts from the server of the test, and from nowhere else. */
  fetching: path.join(root, 'tests/discord/fetching-bot.js'),
} as const;
/** Far more than a start takes, also on a machine that is busy with other tests. */
const startWithinMs = 240_000;

export interface BotOptions {
  server?: DiscordServerOptions;
  environment?: Record<string, string> | ((server: DiscordServer) => Record<string, string>);
  /** The texts to start with; those that are a shared corpus, or begin with one, come with its index. */
  files?: Readonly<Record<string, string>>;
  /** Default true: waits until the bot answers. */
  untilReady?: boolean;
  program?: keyof typeof programs;
  /** Whether index and store are on PostgreSQL, where there is one; else by the environment of the test. */
  onServer?: boolean;
}

/** The bot as a user starts it, against a Discord of its own, with a small corpus in a temporary folder. */
export class BotProcess {
  child: ChildProcess | null = null;
  /** Everything that the bot has logged. */
  log = '';

  private constructor(
    readonly server: DiscordServer,
    readonly folder: string,
    private readonly environment: Record<string, string>,
    private readonly program: keyof typeof programs,
    private readonly schemas: PostgresSchemas | null,
  ) {}

  static async start(options: BotOptions = {}) {
    const { server: serverOptions = {}, environment = {}, files = corpusFiles, untilReady = true } = options;
    const { program = 'usual', onServer = process.env['TEST_INDEX_ENGINE'] === 'postgres' } = options;
    const folder = await mkdtemp(path.join(tmpdir(), 'verbatim-bot-'));
    const server = await startDiscordServer(serverOptions);
    const own = typeof environment === 'function' ? environment(server) : environment;
    const schemas = postgresUrl !== null && onServer ? new PostgresSchemas(postgresUrl) : null;
    const places = schemas && { INDEX_ENGINE: 'postgres', DATABASE_URL: (await schemas.create()).url };
    const bot = new BotProcess(server, folder, { ...own, ...places }, program, schemas);
    for (const [name, content] of Object.entries(files)) await bot.writeText(name, content);
    const corpus = findSharedCorpus(files);
    if (corpus) placeIndex(corpus, bot.indexDir);
    await bot.launch({ untilReady });
    return bot;
  }

  get corpusDir(): string {
    return path.join(this.folder, 'corpus');
  }

  get indexDir(): string {
    return path.join(this.folder, 'index');
  }

  /** The environment of the process, for another one beside it. */
  get settings(): Record<string, string> {
    return {
      // Most tests are about the bot and not about what is found; those about reading set it.
      READER_MODEL: 'off',
      // As many processes run at once as there are processors.
      EMBEDDING_THREADS: '1',
      DISCORD_TOKEN: this.server.token,
      DISCORD_API_URL: this.server.apiUrl,
      CORPUS_DIR: this.corpusDir,
      INDEX_DIR: this.indexDir,
      DATA_DIR: path.join(this.folder, 'data'),
      ...this.environment,
    };
  }

  async writeText(name: string, content: string): Promise<void> {
    const file = path.join(this.corpusDir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  /** Starts the process and waits until its commands are registered and its index is in use. */
  async launch({
    untilReady = true,
    environment = {},
  }: { untilReady?: boolean; environment?: Record<string, string> } = {}): Promise<void> {
    this.log = '';
    const child = spawn(process.execPath, [programs[this.program]], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'] ?? '', ...this.settings, ...environment },
    });
    this.child = child;
    child.stdout.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    if (!untilReady) return;
    await this.waitForLog('commands registered');
    await this.waitForLog('index in use');
  }

  /** Waits until a line with this text has been logged `times` times since the start. */
  async waitForLog(text: string, times = 1): Promise<void> {
    const isThere = (): boolean => this.log.split(text).length > times || this.child?.exitCode !== null;
    await this.server.waitUntil(isThere, `logged: ${text}`, startWithinMs);
    if (this.child?.exitCode !== null && !this.log.includes(text)) throw new Error(`The bot has ended: ${this.log}`);
  }

  /** Ends the process; resolves with its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    // Not "exit": after "close" nothing of its output can come, to be taken for that of the next process.
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.kill(signal);
    return ended;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.server.close();
    await this.schemas?.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
