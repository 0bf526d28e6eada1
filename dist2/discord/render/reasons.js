import { lanes } from '../../core/labelling/labels.js';
import { accents, container, firstFitting, row, text } from './card.js';
import { escapeMarkdown, shorten } from './escape-markdown.js';
/** Reasons shown for each side of a sentence: the first of these with which the message fits. */
const reasonCounts = [6, 4, 2, 1];
const maxCueLength = 80;
const maxSentenceLength = 200;
/** Weights from which a reason is called medium and strong, in units of a label's logit. */
const strengthLimits = [0.5, 1.2];
/** For each sentence of a quote its label, its step, and the words that spoke for each side; the buttons at the end. */
export function renderReasons(labels, document, texts, findSet = () => null, buttons = []) {
    return firstFitting(reasonCounts, (count) => ({
        components: [
            ...labels.slice(0, 4).map((label, i) => {
                const set = findSet(label);
                const parts = [
                    ...(i === 0 ? [`### ${texts.whyTitle}`] : []),
                    `“${escapeMarkdown(shorten(document.text.slice(label.start, label.end), maxSentenceLength))}”`,
                    ...(set?.moderator ? [renderSet(set, set.moderator.atMs, texts)] : []),
                    set ? texts.whyLabeller(label.label, label.step) : texts.whyLabel(label.label, label.step),
                    ...(label.step === 'unclear' ? [`⚖️ ${texts.whyUnclear}`] : []),
                    ...renderSides(label, count, texts),
                    ...(i === labels.length - 1 ? [`-# ${texts.whyNote}`] : []),
                ];
                return container(accents[set?.label ?? label.label], [text(parts.join('\n'))]);
            }),
            ...(buttons.length > 0 ? [row(buttons)] : []),
        ],
    }));
}
/** The strongest reasons for and against a label, at most `count`, by side. */
export function renderStrongestReasons(label, count, texts) {
    return renderSides({ ...label, reasons: label.reasons.slice(0, count) }, count, texts);
}
function renderSet({ label, sources }, atMs, texts) {
    const source = label === 'attributed' ? (sources[0] ?? null) : null;
    const day = `<t:${Math.floor(atMs / 1_000)}:D>`;
    return texts.whySet(label, source === null ? null : escapeMarkdown(source), day);
}
/** The label's own side first; the other sides follow, for an unclear label is decided between them. */
function renderSides({ label, reasons, sources }, count, texts) {
    const order = [label, ...lanes.filter((lane) => lane !== label)];
    const sides = order.flatMap((lane) => {
        const own = reasons.filter(({ towards }) => towards === lane).sort((a, b) => b.weight - a.weight);
        if (own.length === 0)
            return [];
        const named = lane === 'attributed' && sources.length > 0 ? ` (${escapeMarkdown(sources.join(', '))})` : '';
        return [
            `**${texts.whyTowards[lane]}**${named}`,
            ...own.slice(0, count).map((reason) => renderReason(reason, texts)),
        ];
    });
    return sides.length > 0 ? sides : [texts.whyNone];
}
function renderReason({ cue, weight }, texts) {
    const strength = texts.whyStrength[weight >= strengthLimits[1] ? 2 : weight >= strengthLimits[0] ? 1 : 0];
    const words = escapeMarkdown(shorten(cue.replace(/^\[(.+)\]$/s, '$1'), maxCueLength));
    // In brackets stands what lies outside the words of the sentence.
    const shown = /^\[.+\]$/s.test(cue) ? `*${words}*` : `“${words}”`;
    return `- ${shown} – ${strength}`;
}
//# sourceMappingURL=reasons.js.map