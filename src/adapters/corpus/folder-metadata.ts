import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestFile } from '../index/file-digest.js';
import { folderMetadataFile } from './corpus-folder.js';
import { hasOrigins, readOrigin } from './origin-files.js';
import { readYamlFrontMatter } from './yaml-front-matter.js';

/**
 * What stands beside a text about it: what its folders say where it is silent itself, as fields of front matter by name, and where its file
 * was fetched from: `url`, `fetched` (`YYYY-MM-DD`).
 */
export type Inherited = ReadonlyMap<string, string>;
export const nothingInherited: Inherited = new Map();

/** What a folder may say for its texts; a title, a date or an address is a text's own. */
const inherited: ReadonlySet<string> = new Set(['author', 'publication', 'genre', 'kind']);

/** Reads what folders say for the texts in them, each folder once; a nearer folder wins. */
export class FolderMetadata {
  private readonly known = new Map<string, Promise<Inherited>>();
  private readonly origins = new Map<string, Promise<boolean>>();

  constructor(
    private readonly root: string,
    private readonly onNotice: (notice: string) => void,
  ) {}

  /** The fields that hold for the texts of the file at `file`, relative to the root with `/` between folders. */
  async fieldsFor(file: string): Promise<Inherited> {
    const folders = file.split('/').slice(0, -1);
    const levels = await Promise.all(['', ...folders].map((_, depth) => this.read(folders.slice(0, depth).join('/'))));
    const fields = levels.flatMap((own) => [...own]);
    if (!(await this.hasOrigins(folders.join('/')))) return new Map(fields);
    return new Map([...fields, ...(await fieldsOfOrigin(path.join(this.root, file)))]);
  }

  /** Whether anything is said of where files of a folder come from, which is looked for once. */
  private hasOrigins(folder: string): Promise<boolean> {
    const known = this.origins.get(folder) ?? hasOrigins(path.join(this.root, folder));
    this.origins.set(folder, known);
    return known;
  }

  private read(folder: string): Promise<Inherited> {
    const reading = this.known.get(folder) ?? this.readFile(folder);
    this.known.set(folder, reading);
    return reading;
  }

  private async readFile(folder: string): Promise<Inherited> {
    const name = folder === '' ? folderMetadataFile : `${folder}/${folderMetadataFile}`;
    const text = await readFile(path.join(this.root, name), 'utf8').catch(() => null);
    if (text === null) return nothingInherited;
    const { fields, fault } = readYamlFrontMatter(`---\n${text.replace(/^\ufeff?(?:---\r?\n)?/, '')}\n---\n`);
    if (fault !== null) this.onNotice(`${name}: ignored: ${fault}`);
    const strange = [...fields.keys()].filter((field) => !inherited.has(field));
    if (strange.length > 0)
      this.onNotice(`${name}: ignored: ${strange.join(', ')}; expected ${[...inherited].join(', ')}`);
    return new Map([...fields].filter(([field]) => inherited.has(field)));
  }
}

/** Where a file was fetched from, if it is still what was fetched. */
async function fieldsOfOrigin(file: string): Promise<[string, string][]> {
  const origin = await readOrigin(file);
  if (!origin || (await digestFile(file))?.sha256 !== origin.digest) return [];
  return [
    ['url', origin.url],
    ['fetched', origin.fetchedOn],
  ];
}
