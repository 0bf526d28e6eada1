/**
 * The label of a sentence, `span` of `text`, as a moderator has set it. The moderator decides on the main message: parts
 * that the labeller found to differ stay where they still do. They go where they have the new label anyway; where what is
 * claimed by a source holds opinion, since a source's words are the source's however strong; and altogether where they
 * would leave no word to the moderator's label.
 */
export function relabel(label, span, text, { label: lane, source, kind, decidedAtMs }) {
    const isAttributed = lane === 'attributed';
    const differing = label.spans.filter((part) => part.label !== lane && !(isAttributed && part.label === 'opinion'));
    const spans = leavesWords(text, span, differing) ? differing : [];
    const leading = isAttributed ? (source ?? label.sources[0] ?? null) : null;
    const within = spans.flatMap(({ attributedTo }) => (attributedTo === null ? [] : [attributedTo]));
    const others = isAttributed ? label.sources.slice(1) : within;
    const attributed = isAttributed || spans.some((part) => part.label === 'attributed');
    return {
        label: lane,
        step: 'clear',
        confidence: 1,
        attributed,
        sources: [...new Set([...(leading === null ? [] : [leading]), ...others])],
        kind: isAttributed ? (kind ?? label.kind ?? 'said') : attributed ? label.kind : null,
        spans,
        moderator: { atMs: decidedAtMs, instead: label.label },
    };
}
function leavesWords(text, { start, end }, spans) {
    let left = '';
    let from = start;
    for (const span of spans) {
        left += text.slice(from, span.start);
        from = Math.max(from, span.end);
    }
    return /[\p{L}\p{N}]/u.test(left + text.slice(from, end));
}
//# sourceMappingURL=relabel.js.map