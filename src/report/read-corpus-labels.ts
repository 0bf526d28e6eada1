import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { readDocument } from '../app/read-document.js';
import { readTexts } from '../app/read-texts.js';
import { labelDocument } from '../core/labelling/label-document.js';
import { splitSentences } from '../core/sentences.js';
import { collectDocument, type ReportDocument } from './collect-document.js';

/** Reads and labels every text of the corpus folder, by rising path. It needs no index and no embedding model. */
export async function readCorpusLabels(
  corpusDir: string,
  onNotice: (notice: string) => void,
): Promise<ReportDocument[]> {
  const analyser = createWinkAnalyser();
  const texts = await readTexts(corpusDir, onNotice);
  return texts.map(({ path, text }) => {
    const { document, notices } = readDocument(path, text);
    notices.forEach(onNotice);
    const sentences = splitSentences(document, analyser);
    return collectDocument(document, sentences, labelDocument(document, sentences));
  });
}
