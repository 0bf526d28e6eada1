import { nothingInherited } from '../../adapters/corpus/folder-metadata.js';
import { labelDocument } from '../../core/labelling/label-document.js';
import type { SentenceLabel } from '../../core/labelling/labels.js';
import type { Analyser } from '../../core/ports.js';
import { splitSentences } from '../../core/text/sentences.js';
import type { EmbedDocuments } from '../indexing/sentence-vectors.js';
import { readDocument } from '../indexing/read-document.js';
import { readOneFile } from '../indexing/read-one-file.js';

export interface LabelledSentence extends SentenceLabel {
  /** The sentence as it stands: the document's text from `start` to `end`. */
  readonly exact: string;
}

/** The labels of all sentences of a file, headings left out; `embed` as in `labelBatch`. Throws as `readOneFile`. */
export async function labelFile(
  name: string,
  bytes: Buffer,
  analyser: Analyser,
  embed: EmbedDocuments | null,
  inherited = nothingInherited,
): Promise<LabelledSentence[]> {
  const { texts } = await readOneFile(name, bytes);
  const labelled: LabelledSentence[] = [];
  for (const { path, text, source } of texts) {
    const { document } = readDocument(path, text, inherited, source);
    const sentences = splitSentences(document, analyser);
    const [vectorOf = null] = (await embed?.([{ document, sentences }])) ?? [];
    for (const [i, label] of labelDocument(document, sentences, { vectorOf }).entries()) {
      const isHeading = document.blocks[sentences[i]?.block ?? -1]?.kind === 'heading';
      if (!isHeading) labelled.push({ exact: document.text.slice(label.start, label.end), ...label });
    }
  }
  return labelled;
}
