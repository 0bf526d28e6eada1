export function contains(outer, inner) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
export function overlaps(a, b) {
    return a.start < b.end && b.start < a.end;
}
/** The span without the white space at both ends; empty at `span.end` when nothing else is in it. */
export function trimSpan(text, span) {
    let { start, end } = span;
    while (start < end && isSpace(text, start))
        start++;
    while (end > start && isSpace(text, end - 1))
        end--;
    return { start, end };
}
function isSpace(text, at) {
    return /[\s\u200b\ufeff]/.test(text.charAt(at));
}
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** A letter with more marks than this is ornament, and may be parted. */
const maxCharacterLength = 64;
/** `at`, or the start of the character (a letter with its marks, a joined emoji) that a cut there would part. */
export function startOfCharacter(text, at) {
    const from = Math.max(0, at - maxCharacterLength);
    const around = text.slice(from, at + maxCharacterLength);
    const start = from + (characters.segment(around).containing(at - from)?.index ?? at - from);
    if (start > from)
        return start;
    return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
//# sourceMappingURL=span.js.map