import type { IndexFolder } from '../../adapters/index/index-folder.js';
import { labellerVersion } from '../../core/labelling/version.js';
import type { Analyser, Embedder } from '../../core/ports.js';
import type { Settings } from '../settings.js';
import { wantsGraph } from './build-graph.js';
import type { ManifestDocument } from './manifest.js';
import { chooseKeptSegments } from './merge-segments.js';
import { readKeptTexts, type SourceText } from './read-texts.js';
import type { RememberedTexts } from './remembered-texts.js';
import { UnreadFile } from './source-readers.js';
import { isCutAsNow, type StoredIndex } from './stored-index.js';
import { updateIndex } from './update-index.js';

/** What may be new before it is worth a process: cutting and labelling this much keeps everything else waiting for some 50 ms. */
const most = { texts: 8, units: 12_000, copiedSentences: 2_000 } as const;

/** An index in use, and what reads texts here already. */
export interface IndexInUse {
  readonly folder: IndexFolder;
  /** Of the corpus folder. */
  readonly remembered: RememberedTexts;
  readonly stored: StoredIndex;
  readonly analyser: Analyser;
  readonly embedder: Embedder;
}

/**
 * Brings the index up to date in this process where little has changed since the one in use, which is then done before a process of its own has started.
 * Otherwise does nothing, and says so with false.
 */
export async function indexSmallChange(
  settings: Settings,
  { folder, remembered, stored, analyser, embedder }: IndexInUse,
  onNotice: (notice: string) => void,
): Promise<boolean> {
  const state = await folder.findCurrent();
  if (state.kind !== 'ready' || state.proof !== stored.proof || !isAsNow(stored, embedder)) return false;
  const notices: string[] = [];
  const texts = await readKnown(settings.corpusDir, folder, remembered, (notice) => notices.push(notice));
  if (texts === null || !isSmall(texts, stored)) return false;
  notices.forEach(onNotice);
  await updateIndex({ texts, folder, analyser, stored, embedder: Promise.resolve(embedder), onNotice });
  return true;
}

/** Whether all that is kept of an index stays as it is. */
function isAsNow(stored: StoredIndex, { model }: Embedder): boolean {
  const { manifest } = stored;
  const isSameModel = manifest.model.id === model.id && manifest.model.checksum === model.checksum;
  return isSameModel && isCutAsNow(stored) && manifest.labeller === labellerVersion;
}

/** All texts, or null where a file was not read before that is no plain text. */
async function readKnown(
  corpusDir: string,
  folder: IndexFolder,
  remembered: RememberedTexts,
  onNotice: (notice: string) => void,
): Promise<SourceText[] | null> {
  try {
    return await readKeptTexts(corpusDir, folder, onNotice, { onlyKept: true, remembered });
  } catch (error) {
    if (error instanceof UnreadFile) return null;
    throw error;
  }
}

function isSmall(texts: readonly SourceText[], { manifest }: StoredIndex): boolean {
  const { documents, segments, counts } = manifest;
  if (wantsGraph(counts.sentences)) return false;
  const known = new Map(documents.map((document) => [document.path, document]));
  const fresh: SourceText[] = [];
  const staying: ManifestDocument[] = [];
  for (const text of texts) {
    const document = known.get(text.path);
    if (document?.digest === text.digest) staying.push(document);
    else fresh.push(text);
  }
  const kept = chooseKeptSegments(staying, segments.length);
  const copied = staying.filter(({ segment }) => !kept.has(segment)).reduce((sum, { sentences }) => sum + sentences, 0);
  const units = fresh.reduce((sum, { text }) => sum + text.length, 0);
  return fresh.length <= most.texts && units <= most.units && copied <= most.copiedSentences;
}
