import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { libraryFolder } from '../../core/collections/collection.js';
import type { Settings, StoreSettings } from '../settings.js';
import { operator } from '../shelf/shelf-parts.js';
import { Shelf } from '../shelf/shelf.js';
import type { ShelvedSource } from '../shelf/shelved-source.js';
import { findExisting } from './check-disk.js';
import { codeOf, failWith, pass, warn, type Finding } from './finding.js';

const maxNamed = 3;

/** What the checks of what was put in have found. */
interface ShelfReport {
  readonly findings: readonly Finding[];
  /** The hosts that links in use are fetched from again, each once. */
  readonly linkHosts: readonly string[];
}

/** Looks whether sources can be put in use, and what has become of those that were. Writes and fetches nothing. */
export async function checkShelf(settings: Settings & Pick<StoreSettings, 'dataDir'>): Promise<ShelfReport> {
  try {
    const sources = (await new Shelf({ settings }).list(operator)).filter(({ origin }) => origin.kind !== 'folder');
    const findings = [await checkWritable(settings, sources), checkMissing(sources), checkLinks(sources)];
    const hosts = sources.flatMap(({ origin, refresh }) =>
      refresh && 'url' in origin && origin.url !== null ? [new URL(origin.url).host] : [],
    );
    return { findings: findings.filter((finding) => finding !== null), linkHosts: [...new Set(hosts)].sort() };
  } catch (error) {
    return { findings: [failWith('library', error)], linkHosts: [] };
  }
}

async function checkWritable({ corpusDir }: Settings, sources: readonly ShelvedSource[]): Promise<Finding> {
  const folder = path.join(corpusDir, libraryFolder);
  const count = (kind: ShelvedSource['state']['kind']): number =>
    sources.filter(({ state }) => state.kind === kind).length;
  const detail = `${count('in-use')} in use, ${count('ready')} waiting to be, ${count('failed')} failed, ${count('removed')} removed`;
  try {
    await access(await findExisting(folder), constants.W_OK | constants.X_OK);
    return pass('library', `texts can be put into ${folder}: ${detail}`);
  } catch (error) {
    const problem = `${folder} may not be written (${codeOf(error)}): nothing can be put in use by "verbatim add" or from Discord`;
    return warn(
      'library',
      problem,
      `Let Verbatim write there; where CORPUS_DIR is mounted for reading only, mount ${folder} for writing.`,
    );
  }
}

function checkMissing(sources: readonly ShelvedSource[]): Finding | null {
  const missing = sources.filter(({ state }) => state.kind === 'in-use' && state.isMissing);
  if (missing.length === 0) return null;
  const detail = `in use, but gone from the folder: ${nameSome(missing.map(({ path: file, name }) => file ?? name))}`;
  return warn('library files', detail, 'Put them back, or say so with "verbatim remove".');
}

function checkLinks(sources: readonly ShelvedSource[]): Finding | null {
  const links = sources.filter(({ refresh }) => refresh !== null);
  if (links.length === 0) return null;
  const failed = links.flatMap(({ origin, refresh }) =>
    refresh?.problem && 'url' in origin ? [`${origin.url ?? ''}: ${refresh.problem.reason}`] : [],
  );
  if (failed.length === 0) return pass('links', `${links.length} in use, each as it was when last looked at`);
  const detail = `${failed.length} of ${links.length} could not be looked at the last time: ${nameSome(failed)}`;
  return warn('links', detail, 'The texts from before stay in use; remove those whose originals are gone.');
}

function nameSome(names: readonly string[]): string {
  const more = names.length - maxNamed;
  return `${names.slice(0, maxNamed).join(' · ')}${more > 0 ? ` and ${more} more` : ''}`;
}
