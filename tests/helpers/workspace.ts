import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCli, startCli, type CliOptions, type CliResult, type StartedCli } from './run-cli.js';
import { writeFiles, type Files } from './write-files.js';

/** For tests of what is stored and found, which the reader would only make slower. */
export const withoutReader = { READER_MODEL: 'off' } as const;

/** A corpus folder and an index folder, with the program run on them. */
export class Workspace {
  readonly corpusDir: string;
  readonly indexDir: string;

  constructor(
    readonly root: string,
    files: Files,
    /** What every run of the program gets, too. */
    private readonly env: Readonly<Record<string, string>> = {},
  ) {
    this.corpusDir = path.join(root, 'corpus');
    this.indexDir = path.join(root, 'index');
    writeFiles(this.corpusDir, files);
  }

  write(files: Files): void {
    writeFiles(this.corpusDir, files);
  }

  remove(name: string): void {
    rmSync(path.join(this.corpusDir, name), { recursive: true });
  }

  options({ env, ...rest }: CliOptions = {}): CliOptions {
    return {
      ...rest,
      cwd: this.root,
      env: { CORPUS_DIR: this.corpusDir, INDEX_DIR: this.indexDir, ...this.env, ...env },
    };
  }

  run(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    return runCli(args, this.options(options));
  }

  start(args: readonly string[], options: CliOptions = {}): StartedCli {
    return startCli(args, this.options(options));
  }

  /** The names in the index folder, without the model's. */
  indexEntries(): string[] {
    return readdirSync(this.indexDir)
      .filter((name) => name !== 'models')
      .sort();
  }

  builds(): string[] {
    return this.indexEntries().filter((name) => name.startsWith('build-'));
  }

  pointerFile(): string {
    return path.join(this.indexDir, 'CURRENT');
  }

  /** The build in use and those whose files it goes on using, by name. */
  buildsInUse(): string[] {
    const { keeps } = JSON.parse(readFileSync(path.join(this.currentBuild(), 'manifest.json'), 'utf8')) as {
      keeps: string[];
    };
    return [path.basename(this.currentBuild()), ...keeps].sort();
  }

  /** The folder of the build in use. */
  currentBuild(): string {
    const { build } = JSON.parse(readFileSync(this.pointerFile(), 'utf8')) as { build: string };
    return path.join(this.indexDir, build);
  }
}
