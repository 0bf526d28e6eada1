export const genres = ['news', 'opinion', 'analysis', 'explainer', 'letter', 'release', 'other'];
/**
 * `text` with every markup range blanked out by spaces: what a reader sees, at unchanged offsets.
 * Sentence splitting, terms and embeddings work on this; quotes are slices of the text itself.
 */
export function blankMarkup(text, markup) {
    let visible = '';
    let from = 0;
    for (const { start, end } of markup) {
        visible += text.slice(from, start) + ' '.repeat(end - start);
        from = end;
    }
    return visible + text.slice(from);
}
/** The words of a span as a reader sees them: without notation, with one space between words. */
export function readWords({ text, markup }, { start, end }) {
    let [low, high] = [0, markup.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((markup[middle]?.end ?? 0) <= start)
            low = middle + 1;
        else
            high = middle;
    }
    const inside = [];
    for (let at = low, mark = markup[at]; mark && mark.start < end; mark = markup[++at]) {
        inside.push({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start });
    }
    return blankMarkup(text.slice(start, end), inside).replace(/\s+/g, ' ').trim();
}
//# sourceMappingURL=document.js.map