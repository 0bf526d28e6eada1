import type { Inherited } from '../../adapters/corpus/folder-metadata.js';
import { IndexFolder } from '../../adapters/index/index-folder.js';
import { createWinkAnalyser } from '../../adapters/wink-analyser.js';
import { probedModelId } from '../../core/labelling/opinion/probe.js';
import { embedDocumentsBy } from '../indexing/sentence-vectors.js';
import { labelBatch, type BatchLine, type LabelLine } from './label-batch.js';
import { labelFile, type LabelledSentence } from './label-file.js';
import { openModel } from '../indexing/open-model.js';
import type { Settings } from '../settings.js';

interface Labeller {
  /** `inherited` is what the file's folders say. */
  labelFile(name: string, bytes: Buffer, inherited: Inherited): Promise<LabelledSentence[]>;
  labelBatch(lines: readonly BatchLine[]): Promise<LabelLine[]>;
  close(): Promise<void>;
}

/** The labeller without an index: as indexing with these settings would label, or for null by the cues alone. */
export async function openLabeller(settings: Settings | null, onNotice: (notice: string) => void): Promise<Labeller> {
  const analyser = createWinkAnalyser();
  const usesEmbeddings = settings?.embeddingModel === probedModelId;
  if (settings && !usesEmbeddings) {
    onNotice(`EMBEDDING_MODEL is "${settings.embeddingModel}": labels rest on the cues alone, as in the index.`);
  }
  const embedder = usesEmbeddings ? await openModel(settings, new IndexFolder(settings.indexDir), { onNotice }) : null;
  const embed = embedder ? embedDocumentsBy(embedder) : null;
  return {
    labelFile: (name, bytes, inherited) => labelFile(name, bytes, analyser, embed, inherited),
    labelBatch: (lines) => labelBatch(lines, analyser, embed),
    close: async () => {
      await embedder?.close();
    },
  };
}
