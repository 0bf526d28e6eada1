import {
  isDownloaded,
  locateModel,
  readModelFiles,
  type ModelPlace,
} from '../../adapters/embedding/embedding-model.js';
import { readReaderFiles } from '../../adapters/embedding/reader-model.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import { DEFAULT_HUB_HOST } from '../../adapters/embedding/transformers-embedder.js';
import { listCollections } from '../../core/collections/collection.js';
import { VerbatimError } from '../../core/errors.js';
import { isElsewhere } from '../asking/verify-quote.js';
import { compareDocuments, readIndex, type Comparison } from '../indexing/check-index.js';
import { compareServerIndex, describeFaults } from '../indexing/check-server-index.js';
import { describeDoubts } from '../indexing/describe-doubts.js';
import { readTexts, type SourceText } from '../indexing/read-texts.js';
import { SourceReaders } from '../indexing/source-readers.js';
import { countOf } from '../pages/lane-wording.js';
import type { Settings } from '../settings.js';
import { fail, failWith, pass, skip, warn, type Finding } from './finding.js';

/** What the checks of the texts, the index and the models have found. */
interface MaterialReport {
  readonly findings: readonly Finding[];
  /** Where the model would be downloaded from at the next start; null where it is there. */
  readonly hubHost: string | null;
  /** The collections of the texts, by name. */
  readonly collections: readonly string[];
}

/** Looks at the texts, the index and the models; writes and downloads nothing. */
export async function checkMaterial(settings: Settings): Promise<MaterialReport> {
  const texts: SourceText[] = [];
  // Where the index is on a server, the texts may be another machine's affair.
  const isOthers = settings.indexServer !== null && (await isElsewhere(settings.corpusDir));
  const findings: Finding[] = [isOthers ? noTextsHere : await checkCorpus(settings, texts)];
  const index = await compareIndex(settings, texts).catch((error: unknown) => explainIndex(error, settings));
  if (!('comparison' in index)) findings.push(index);
  else findings.push(isOthers ? describeIndex(index.comparison) : judgeIndex(index.comparison, index.faults));
  const model = await checkModel(settings, 'model' in index ? index.model.checksum : null);
  return {
    findings: [...findings, model.finding, await checkReader(settings)],
    hubHost: model.hubHost,
    collections: listCollections(isOthers && 'comparison' in index ? index.comparison.documents : texts),
  };
}

/** The index of the settings beside the texts, and its model; `faults` are documents of which something is missing there. */
async function compareIndex(settings: Settings, texts: readonly SourceText[]) {
  if (settings.indexServer !== null) return compareServerIndex(settings.indexServer, texts);
  const { documents, manifest } = await readIndex(settings);
  return { comparison: await compareDocuments(documents, texts), model: manifest.model, faults: 0 };
}

/** Reads the texts of the corpus folder into `texts`. */
async function checkCorpus({ corpusDir, indexDir }: Settings, texts: SourceText[]): Promise<Finding> {
  const notices: string[] = [];
  try {
    const readers = new SourceReaders({ derivedDir: new IndexFolder(indexDir).derivedDir });
    texts.push(...(await readTexts(corpusDir, (notice) => notices.push(notice), readers)));
  } catch (error) {
    return failWith('corpus', error);
  }
  if (texts.length === 0) return warn('corpus', `no text in ${corpusDir}`, 'Put texts there, or set CORPUS_DIR.');
  const doubtful = texts.flatMap(({ path, source }) =>
    source && source.derived.doubts.length > 0 ? [`${path}: ${describeDoubts(source.derived.doubts)}`] : [],
  );
  const doubts = doubtful.length === 0 ? '' : `; doubtful: ${doubtful.join(' · ')}`;
  const detail = `${countOf(texts.length, 'document')} in ${corpusDir}${doubts}`;
  const [first] = notices;
  if (first === undefined) return pass('corpus', detail);
  const more = notices.length > 1 ? ` (and ${notices.length - 1} more)` : '';
  return warn('corpus', `${detail}; ${first}${more}`, 'Correct or remove the file; the others are used.');
}

const noTextsHere = pass('corpus', 'none on this machine: the index at DATABASE_URL is used as others make it');

function describeIndex({ documents }: Comparison): Finding {
  return pass('index', `${countOf(documents.length, 'document')} at DATABASE_URL, not compared with texts`);
}

function judgeIndex({ documents, ...counts }: Comparison, faults: number): Finding {
  if (faults > 0) return fail('index', describeFaults(faults), 'Run "npm run index -- --rebuild".');
  const size = `${countOf(counts.passages, 'passage')}, ${countOf(counts.sentences, 'sentence')}`;
  const differing = (['changed', 'missing', 'new'] as const)
    .map((state) => [state, documents.filter((document) => document.state === state).length] as const)
    .filter(([, count]) => count > 0);
  if (differing.length === 0) return pass('index', `whole and up to date: ${size}`);
  const detail = differing.map(([state, count]) => `${count} ${state}`).join(', ');
  return warn(
    'index',
    `whole, but not up to date with the corpus: ${detail}`,
    'Run "npm run index"; a running bot does it by itself.',
  );
}

function explainIndex(error: unknown, { indexDir, indexServer }: Settings): Finding {
  const place = indexServer === null ? `in ${indexDir}` : 'at DATABASE_URL';
  if (error instanceof VerbatimError && error.code === 'index-missing')
    return warn('index', `none ${place} yet`, 'Run "npm run index"; the bot does it by itself when it starts.');
  return failWith('index', error);
}

async function checkModel({ embeddingModel, indexDir }: Settings, indexedWith: string | null) {
  let place: ModelPlace;
  try {
    place = locateModel(embeddingModel, new IndexFolder(indexDir).modelsDir);
    if (place.kind === 'hub' && !isDownloaded(place)) {
      const { host } = new URL(DEFAULT_HUB_HOST);
      return {
        finding: warn('model', `${embeddingModel} is not there yet`, `It is downloaded from ${host} at the first use.`),
        hubHost: host,
      };
    }
    const { checksum } = await readModelFiles(place);
    const finding =
      indexedWith === null || checksum === indexedWith
        ? pass('model', `${embeddingModel}, checksum ${checksum.slice(0, 12)}`)
        : warn(
            'model',
            `${embeddingModel} is not the model that the index was built with`,
            'Run "npm run index" to build it anew.',
          );
    return { finding, hubHost: null };
  } catch (error) {
    return { finding: failWith('model', error), hubHost: null };
  }
}

/** A reader that cannot be had is not needed to answer. */
async function checkReader({ readerModel }: Settings): Promise<Finding> {
  if (readerModel === 'off') return skip('reader', 'off: answers are found by search alone (READER_MODEL)');
  try {
    const { checksum } = await readReaderFiles(readerModel);
    return pass('reader', `${readerModel}, checksum ${checksum.slice(0, 12)}`);
  } catch (error) {
    const { detail, advice } = failWith('reader', error);
    return warn('reader', `${detail}; questions are answered without reading`, advice ?? '');
  }
}
