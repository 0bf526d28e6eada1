import type { SentenceLabel } from '../../core/labelling/labels.js';
import { labelDocument } from '../../core/labelling/label-document.js';
import { exportOverride, type ExportedOverride } from '../../core/overrides/export-override.js';
import type { LabelOverride } from '../../core/overrides/label-override.js';
import { placeAnchors, type SentenceText } from '../../core/overrides/place-anchors.js';
import type { Analyser } from '../../core/ports.js';
import { splitSentences } from '../../core/text/sentences.js';
import { overlaps } from '../../core/text/span.js';
import type { Settings, StoreSettings } from '../settings.js';
import { readStoredOverrides } from './label-overrides.js';

/** Overrides in the form of the labelled set, one JSON object a line; empty for none. */
export function exportOverrides(
  texts: readonly SentenceText[],
  overrides: readonly LabelOverride[],
  analyser: Analyser,
): string {
  const places = placeAnchors(texts, overrides);
  const kept = new Map<SentenceText, SentenceLabel[]>();
  // Who speaks, and by which words, is decided by the cues alone: no model is needed for it.
  const labelsOf = (text: SentenceText): SentenceLabel[] => {
    const labels = kept.get(text) ?? labelDocument(text.document, splitSentences(text.document, analyser));
    kept.set(text, labels);
    return labels;
  };
  const lines = overrides.map((override, i): ExportedOverride => {
    const place = places[i];
    const text = place ? texts[place.document] : undefined;
    const from = text?.sentences[place?.first ?? -1];
    const to = text?.sentences[place?.last ?? -1];
    if (!place || !text || !from || !to) return exportOverride(override, null);
    const span = { start: from.start, end: to.end };
    const labels = override.label === 'attributed' ? labelsOf(text).filter((label) => overlaps(label, span)) : [];
    return exportOverride(override, { ...text, first: place.first, last: place.last, labels });
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Exports the overrides of all guilds by the corpus as it is now. It needs no index and no embedding model. */
export async function exportStoredOverrides(
  { corpusDir }: Pick<Settings, 'corpusDir'>,
  store: StoreSettings,
  onNotice: (notice: string) => void,
): Promise<string> {
  const overrides = await readStoredOverrides(store);
  if (overrides.length === 0) return '';
  // What reads the corpus is much code, which the bot, whose index has the texts, has no use for.
  const { createWinkAnalyser } = await import('../../adapters/wink-analyser.js');
  const { readDocument } = await import('../indexing/read-document.js');
  const { readTexts } = await import('../indexing/read-texts.js');
  const analyser = createWinkAnalyser();
  const texts = (await readTexts(corpusDir, onNotice)).map(({ path, text, inherited, source }): SentenceText => {
    const { document } = readDocument(path, text, inherited, source);
    return { document, sentences: splitSentences(document, analyser) };
  });
  return exportOverrides(texts, overrides, analyser);
}
