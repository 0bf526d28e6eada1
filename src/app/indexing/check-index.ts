import { IndexFolder } from '../../adapters/index/index-folder.js';
import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import { VerbatimError } from '../../core/errors.js';
import type { EmbeddingModel } from '../../core/ports.js';
import { splitSentences } from '../../core/text/sentences.js';
import { openModel } from './open-model.js';
import { readDocument } from './read-document.js';
import { readTexts, type SourceText } from './read-texts.js';
import type { Settings } from '../settings.js';
import { loadIndex, proveFiles, readManifest, type StoredDocument } from './stored-index.js';

export interface CheckedDocument {
  readonly path: string;
  readonly state: 'identical' | 'changed' | 'missing' | 'new';
  /** How many passages still stand, for a changed document. */
  readonly detail: string;
}

export interface CheckReport {
  readonly documents: readonly CheckedDocument[];
  readonly passages: number;
  readonly identicalPassages: number;
  readonly sentences: number;
  readonly identicalSentences: number;
  readonly files: string;
  readonly model: string;
  /** Whether nothing at all differs. */
  readonly isWhole: boolean;
}

const advice = 'Run "npm run index"';

/** Re-reads the sources of all that is stored, the index's files and the model; changes nothing. */
export async function checkIndex(settings: Settings): Promise<CheckReport> {
  const { folder, manifest, documents } = await readIndex(settings);
  const sources = await readTexts(settings.corpusDir, () => undefined);
  const comparison = await compareDocuments(documents, sources);
  const model = await compareModel(settings, folder, manifest.model);
  const isWhole = model.isSame && comparison.documents.every((document) => document.state === 'identical');
  return { ...comparison, files: 'identical', model: model.text, isWhole };
}

/** Proves and reads the index in use. Throws `index-missing`, `index-damaged` where it is not whole, `index-newer`, `index-foreign`. */
export async function readIndex(settings: Settings) {
  const folder = new IndexFolder(settings.indexDir);
  const state = await folder.findCurrent();
  if (state.kind !== 'ready') {
    throw new VerbatimError(state.kind === 'none' ? 'index-missing' : 'index-damaged', {
      problem: 'No index to check in "{subject}"',
      subject: settings.indexDir,
      detail: state.kind === 'none' ? 'there is none' : state.detail,
      advice,
    });
  }
  const read = async () => {
    const stored = await readManifest(folder.root, state);
    await proveFiles(stored, null);
    return loadIndex(stored);
  };
  const { manifest, documents } = await read().catch((cause: unknown) => {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const fields = { problem: 'The index in "{subject}" is damaged', subject: settings.indexDir, detail, advice };
    throw new VerbatimError('index-damaged', fields, { cause });
  });
  return { folder, manifest, documents };
}

/** What comparing with the sources tells. */
export type Comparison = Omit<CheckReport, 'files' | 'model' | 'isWhole'>;

/** Compares what is stored with the sources as they are now. */
export async function compareDocuments(
  documents: Iterable<StoredDocument> | AsyncIterable<StoredDocument>,
  texts: readonly SourceText[],
): Promise<Comparison> {
  const sources = new Map(texts.map((source) => [source.path, source]));
  const checked: CheckedDocument[] = [];
  const sums = { passages: 0, identicalPassages: 0, sentences: 0, identicalSentences: 0 };
  for await (const stored of documents) {
    const { path } = stored.document;
    const source = sources.get(path);
    sources.delete(path);
    const standing = countStanding(stored, source?.text ?? '');
    sums.passages += stored.passages.length;
    sums.sentences += stored.sentences.length;
    sums.identicalPassages += standing.passages;
    sums.identicalSentences += standing.sentences;
    if (!source) checked.push({ path, state: 'missing', detail: '' });
    else if (source.digest === stored.digest) checked.push({ path, state: 'identical', detail: '' });
    else {
      const detail = `${standing.passages} of ${stored.passages.length} passages stand as they were`;
      checked.push({ path, state: 'changed', detail });
    }
  }
  const analyser = createWinkAnalyser();
  for (const { path, text, inherited, source } of sources.values()) {
    const { document } = readDocument(path, text, inherited, source);
    const hasWords = splitSentences(document, analyser).length > 0;
    if (hasWords) checked.push({ path, state: 'new', detail: 'not indexed yet' });
  }
  return { documents: checked, ...sums };
}

/** How many stored ranges hold the same text in the source as it is now. */
function countStanding({ document, passages, sentences }: StoredDocument, text: string) {
  const stands = ({ start, end }: { start: number; end: number }): boolean =>
    text.slice(start, end) === document.text.slice(start, end);
  return { passages: passages.filter(stands).length, sentences: sentences.filter(stands).length };
}

/** Compares the model of the settings with the one that an index was made by. */
export async function compareModel(settings: Settings, folder: IndexFolder, model: EmbeddingModel) {
  const embedder = await openModel(settings, folder);
  await embedder.close();
  const isSame = embedder.model.checksum === model.checksum;
  const text = isSame ? `identical (${model.id})` : `changed (indexed with ${model.id})`;
  return { isSame, text };
}
