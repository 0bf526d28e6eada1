import { labelDocument } from '../../core/labelling/label-document.js';
import { exportOverride } from '../../core/overrides/export-override.js';
import { placeAnchors } from '../../core/overrides/place-anchors.js';
import { splitSentences } from '../../core/text/sentences.js';
import { overlaps } from '../../core/text/span.js';
/** Overrides in the form of the labelled set, one JSON object a line; empty for none. */
export function exportOverrides(texts, overrides, analyser) {
    const places = placeAnchors(texts, overrides);
    const kept = new Map();
    // Who speaks, and by which words, is decided by the cues alone: no model is needed for it.
    const labelsOf = (text) => {
        const labels = kept.get(text) ?? labelDocument(text.document, splitSentences(text.document, analyser));
        kept.set(text, labels);
        return labels;
    };
    const lines = overrides.map((override, i) => {
        const place = places[i];
        const text = place ? texts[place.document] : undefined;
        const from = text?.sentences[place?.first ?? -1];
        const to = text?.sentences[place?.last ?? -1];
        if (!place || !text || !from || !to)
            return exportOverride(override, null);
        const span = { start: from.start, end: to.end };
        const labels = override.label === 'attributed' ? labelsOf(text).filter((label) => overlaps(label, span)) : [];
        return exportOverride(override, { ...text, first: place.first, last: place.last, labels });
    });
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
//# sourceMappingURL=export-overrides.js.map