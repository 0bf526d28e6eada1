import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DiscordServer } from '../discord-server/discord-server.js';
import type { GuildSetup } from '../discord-server/setup.js';
import { startDiscordServer, type DiscordServerOptions } from '../discord-server/start-discord-server.js';
import { findSharedCorpus } from '../helpers/shared-corpora.js';
import { placeIndex } from '../helpers/shared-index.js';
import { corpusFiles } from './corpus.js';

const program = fileURLToPath(new URL('../../dist/discord/main.js', import.meta.url));
/** Far more than a start takes, also on a machine that is busy with other tests. */
const withinMs = 240_000;

/** A server of Discord for each shard, called `guild-N` with the channel `channel-N`. */
export function guildPerShard(count: number): GuildSetup[] {
  const firstMs = 1_700_000_000_000 - ((1_700_000_000_000 - 1_420_070_400_000) % count);
  return Array.from({ length: count }, (_, shard) => ({
    name: `guild-${shard}`,
    madeAtMs: firstMs + shard,
    channels: [{ name: `channel-${shard}` }],
    members: [{ name: 'ada' }, { name: 'mara' }],
  }));
}

/** One of the processes, as it would run on a machine of its own. */
export class FleetProcess {
  log = '';
  readonly child: ChildProcess;

  constructor(
    readonly name: string,
    environment: NodeJS.ProcessEnv,
    folder: string,
    command: readonly string[],
  ) {
    const [file, ...args] = [...command, process.execPath, program];
    this.child = spawn(file, args, { cwd: folder, env: environment });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The lines logged with this message. */
  lines(message: string): Record<string, unknown>[] {
    return this.log
      .split('\n')
      .filter((line) => line.includes(`"msg":"${message}"`))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!this.isRunning) return this.child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.child.once('close', resolve));
    this.kill('SIGCONT');
    this.kill(signal);
    return ended;
  }
}

/** Several processes of one bot on one store, against a Discord of their own. */
export class BotFleet {
  readonly processes: FleetProcess[] = [];
  private launched = 0;

  private constructor(
    readonly server: DiscordServer,
    readonly folder: string,
    private readonly environment: Record<string, string>,
  ) {}

  static async start(options: DiscordServerOptions, environment: Record<string, string>): Promise<BotFleet> {
    const folder = await mkdtemp(path.join(tmpdir(), 'verbatim-fleet-'));
    return new BotFleet(await startDiscordServer(options), folder, environment);
  }

  /** Starts a process with a folder of its own; `command` is put in front of it. */
  async launch(environment: Record<string, string> = {}, command: readonly string[] = []): Promise<FleetProcess> {
    const name = `process-${this.launched++}`;
    const folder = path.join(this.folder, name);
    for (const [file, content] of Object.entries(corpusFiles)) {
      await mkdir(path.join(folder, 'corpus'), { recursive: true });
      await writeFile(path.join(folder, 'corpus', file), content);
    }
    const corpus = findSharedCorpus(corpusFiles);
    if (corpus) placeIndex(corpus, path.join(folder, 'index'));
    const settings = {
      PATH: process.env['PATH'] ?? '',
      READER_MODEL: 'off',
      EMBEDDING_THREADS: '1',
      DISCORD_TOKEN: this.server.token,
      DISCORD_API_URL: this.server.apiUrl,
      CORPUS_DIR: path.join(folder, 'corpus'),
      INDEX_DIR: path.join(folder, 'index'),
      DATA_DIR: path.join(folder, 'data'),
      ...this.environment,
      ...environment,
    };
    const started = new FleetProcess(name, settings, folder, command);
    this.processes.push(started);
    return started;
  }

  async waitFor(isThere: () => boolean, what: string): Promise<void> {
    await this.server.waitUntil(isThere, what, withinMs).catch((error: unknown) => {
      const logs = this.processes.map(({ name, log }) => `${name}: ${log.slice(-3_000)}`);
      throw new Error(`${String(error)}\n${logs.join('\n')}`);
    });
  }

  /** Waits until each process has its index in use, and each shard exactly one connection. */
  async waitUntilReady(count: number): Promise<void> {
    const alive = this.processes.filter(({ isRunning }) => isRunning);
    await this.waitFor(() => alive.every(({ log }) => log.includes('index in use')), 'index in use');
    await this.waitUntilConnected(count);
  }

  async waitUntilConnected(count: number): Promise<void> {
    const wanted = Array.from({ length: count }, (_, i) => i).join();
    await this.waitFor(() => this.server.gateway.connectedShards.join() === wanted, `${count} shards connected`);
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.end('SIGKILL')));
    await this.server.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
