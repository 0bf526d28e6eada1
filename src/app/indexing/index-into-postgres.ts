import { identifyModel } from '../../adapters/embedding/embedding-model.js';
import { indexFormat, IndexFolder } from '../../adapters/index/index-folder.js';
import { PostgresIndexWriter, type Edition } from '../../adapters/index-postgres/index-writer.js';
import { VerbatimError } from '../../core/errors.js';
import { labellerVersion } from '../../core/labelling/version.js';
import type { EmbeddingModel } from '../../core/ports.js';
import { schemaVersion } from '../../adapters/index-postgres/schema.js';
import type { Settings } from '../settings.js';
import type { IndexingHooks } from './index-corpus.js';
import type { Manifest } from './manifest.js';
import { openModel } from './open-model.js';
import { readKeptTexts, type SourceText } from './read-texts.js';
import { openStoredVectors, type FindVectors } from './stored-vectors.js';
import { settingsOf, versionOf } from './update-index.js';
import { writeEdition, type WrittenTexts } from './write-edition.js';

/** What bringing an index on a server up to date has done. */
export interface ServerIndexing extends WrittenTexts {
  readonly version: string;
  readonly counts: Manifest['counts'];
  readonly changed: boolean;
}

interface ServerIndexingChoices {
  /** Builds all anew, whatever there is. */
  readonly rebuild?: boolean;
  /** Whether most of the texts of the index may be taken out: what somebody asks for, or a program whose folder has been the index's before. */
  readonly takesOut?: boolean;
}

/** What an edition is made by; another of it is another edition. */
type Making = Omit<EmbeddingModel, 'dimensions'>;

/**
 * Brings the index on a PostgreSQL server up to date with the corpus folder. Whoever asks meanwhile sees each document as it was before
 * or as it is now; a first index, and one by another model, is seen once it is whole. What was written before a process was killed is
 * gone on with. Throws `bad-settings` where the folder lacks most of the texts, unless it `takesOut`: it is another's then.
 */
export async function indexIntoPostgres(
  settings: Settings,
  url: string,
  { onNotice = () => undefined, onIndexProgress = () => undefined }: IndexingHooks = {},
  { rebuild = false, takesOut = false }: ServerIndexingChoices = {},
): Promise<ServerIndexing> {
  const folder = new IndexFolder(settings.indexDir); // what is read from other formats is kept there, and models
  const writer = await PostgresIndexWriter.open(url);
  try {
    const texts = await readKeptTexts(settings.corpusDir, folder, onNotice, { renews: rebuild });
    const early = await identifyModel(settings.embeddingModel, folder.modelsDir).catch(() => null);
    const known = early && !rebuild ? await writer.findEdition(keyOf(early)) : null;
    if (known && !takesOut) requireSameFolder(texts, known, settings.corpusDir);
    if (early && known?.isCurrent && known.version === versionOf(early, texts))
      return { ...nothingDone, version: known.version, counts: await writer.count(known), changed: false };
    const embedder = await openModel(settings, folder, { onNotice });
    try {
      const { model } = embedder;
      const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
      const found = rebuild ? null : (known ?? (await writer.findEdition(keyOf(model))));
      const edition = found ?? (await writer.startEdition(keyOf(model), model));
      // For a first index on the server nothing is embedded that the index in INDEX_DIR holds.
      const stored = edition.digests.size === 0 ? await openStoredVectors(folder, model) : null;
      const findVectors: FindVectors = async (digest, ending) =>
        (await writer.findVectors(digest, ending, model)) ?? (await stored?.(digest, ending)) ?? null;
      const written = await writeEdition(texts, {
        findVectors,
        writer,
        edition,
        analyser: createWinkAnalyser(),
        embedder,
        versionOf: (held) => versionOf(model, held),
        onNotice,
        onIndexProgress,
      });
      await writer.buildGraphs(edition, model.dimensions, (sentences) => {
        onNotice(`A graph over ${sentences.toLocaleString('en')} sentences is being built, which takes some minutes.`);
      });
      const version = versionOf(model, texts);
      await writer.finish(edition, version);
      if (written.writtenDocuments + written.removedDocuments >= manyDocuments) await writer.tidy();
      return { ...written, version, counts: await writer.count(edition), changed: true };
    } finally {
      await embedder.close();
    }
  } finally {
    await writer.close();
  }
}

/** From so many texts that are to go on, if they are more than half of all, the folder is taken to be another's. */
const fewTexts = 3;

/** Whether a folder is another's that lacks so many of all the texts of an index. */
export function isAnothers(lacking: number, all: number): boolean {
  return lacking >= fewTexts && lacking > all / 2;
}

/** What has another name by now is no text that goes. */
function requireSameFolder(texts: readonly SourceText[], { digests }: Edition, corpusDir: string): void {
  const there = new Set(texts.flatMap(({ path, digest }) => [path, digest]));
  const going = [...digests].filter(([path, digest]) => !there.has(path) && !there.has(digest)).length;
  if (!isAnothers(going, digests.size)) return;
  throw new VerbatimError('bad-settings', {
    problem: `${going} of the ${digests.size} texts of the index at DATABASE_URL are not in "{subject}"`,
    subject: corpusDir,
    advice: 'Set CORPUS_DIR to the folder that they are from; if they are to go, run "npm run index"',
  });
}

/** So many changed documents are many for the server. */
const manyDocuments = 50;

const nothingDone: WrittenTexts = {
  writtenDocuments: 0,
  embeddedDocuments: 0,
  embeddedSentences: 0,
  removedDocuments: 0,
};

function keyOf(model: Making): string {
  const { id, checksum } = model;
  return JSON.stringify({
    schema: schemaVersion,
    format: indexFormat,
    id,
    checksum,
    settings: settingsOf(model),
    labeller: labellerVersion,
  });
}
