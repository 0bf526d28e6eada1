import { nothingInherited } from '../../adapters/corpus/folder-metadata.js';
import { decodeText } from '../../adapters/corpus/corpus-folder.js';
import { VerbatimError } from '../../core/errors.js';
import { labelDocument } from '../../core/labelling/label-document.js';
import type { SentenceLabel } from '../../core/labelling/labels.js';
import type { Analyser } from '../../core/ports.js';
import { splitSentences } from '../../core/text/sentences.js';
import type { EmbedDocuments } from '../indexing/sentence-vectors.js';
import { readDocument } from '../indexing/read-document.js';

export interface LabelledSentence extends SentenceLabel {
  /** The sentence as it stands: the document's text from `start` to `end`. */
  readonly exact: string;
}

/**
 * The labels of all sentences of a file, headings left out; `embed` as in `labelBatch`. Throws `bad-input` for a file that
 * is not text.
 */
export async function labelFile(
  name: string,
  bytes: Buffer,
  analyser: Analyser,
  embed: EmbedDocuments | null,
  inherited = nothingInherited,
): Promise<LabelledSentence[]> {
  let heard = '';
  const text = decodeText({ path: name, bytes }, (notice) => (heard = notice));
  if (text === null) throw new VerbatimError('bad-input', heard);
  const { document } = readDocument(name, text, inherited);
  const sentences = splitSentences(document, analyser);
  const [vectorOf = null] = (await embed?.([{ document, sentences }])) ?? [];
  return labelDocument(document, sentences, { vectorOf }).flatMap((label, i) => {
    const isHeading = document.blocks[sentences[i]?.block ?? -1]?.kind === 'heading';
    return isHeading ? [] : [{ exact: document.text.slice(label.start, label.end), ...label }];
  });
}
