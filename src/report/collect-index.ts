import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { readDocument } from '../app/read-document.js';
import { readTexts } from '../app/read-texts.js';
import { labelDocument } from '../core/labelling/label-document.js';
import { splitSentences } from '../core/sentences.js';
import { placeOverrides } from '../core/overrides/apply-overrides.js';
import type { LabelOverride } from '../core/overrides/label-override.js';
import { relabel } from '../core/overrides/relabel.js';
import { collectDocument, type ReportDocument, type ReportLabel } from './collect-document.js';

/** Reads and labels every text of the corpus folder, by rising path. It needs no index and no embedding model. */
export async function readCorpusLabels(
  corpusDir: string,
  onNotice: (notice: string) => void,
  overrides: readonly LabelOverride[] = [],
): Promise<ReportDocument[]> {
  const analyser = createWinkAnalyser();
  const texts = (await readTexts(corpusDir, onNotice)).map(({ path, text }) => {
    const { document, notices } = readDocument(path, text);
    notices.forEach(onNotice);
    return { document, sentences: splitSentences(document, analyser) };
  });
  const placed = placeOverrides(texts, overrides);
  return texts.map(({ document, sentences }, number) => {
    const labels = labelDocument(document, sentences).map((label, i): ReportLabel => {
      const override = placed.get(number)?.get(i);
      return override ? relabel<ReportLabel>(label, label, document.text, override) : label;
    });
    return collectDocument(document, sentences, labels);
  });
}
