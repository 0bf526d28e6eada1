import { exportOverride, type ExportedOverride } from '../core/overrides/export-override.js';
import type { LabelOverride } from '../core/overrides/label-override.js';
import { placeAnchors, type SentenceText } from '../core/overrides/place-anchors.js';
import type { Analyser } from '../core/ports.js';
import { explainLabels } from './explain-label.js';

/** Overrides in the form of the labelled set, one JSON object a line; empty for none. */
export function exportOverrides(
  texts: readonly SentenceText[],
  overrides: readonly LabelOverride[],
  analyser: Analyser,
): string {
  const places = placeAnchors(texts, overrides);
  const lines = overrides.map((override, i): ExportedOverride => {
    const place = places[i];
    const text = place ? texts[place.document] : undefined;
    const from = text?.sentences[place?.first ?? -1];
    const to = text?.sentences[place?.last ?? -1];
    if (!place || !text || !from || !to) return exportOverride(override, null);
    const labels =
      override.label === 'attributed' ? explainLabels(text.document, { start: from.start, end: to.end }, analyser) : [];
    return exportOverride(override, { ...text, first: place.first, last: place.last, labels });
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
