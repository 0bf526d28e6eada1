import { blankMarkup } from '../text/document.js';
/** The letters of the lanes in the labelled set. */
const letters = { reported: 'R', opinion: 'O', attributed: 'A' };
export function exportOverride(override, standing) {
    const { label, source, kind, was, note, decidedAtMs } = override;
    const { first, last, sentences, document } = standing ?? { first: 0, last: 0, sentences: [], document: null };
    const start = sentences[first]?.start ?? override.start;
    const end = sentences[last]?.end ?? override.end;
    const sentence = document?.text.slice(start, end) ?? override.exact;
    const cue = label === 'attributed' ? findCue(standing?.labels ?? [], { start, end }) : null;
    const visible = document ? visibleText(document, { start, end }) : flatten(sentence);
    return {
        document: document?.path ?? override.path,
        title: document?.metadata.title ?? null,
        genre: document?.metadata.genre ?? null,
        sentence,
        start,
        end,
        label: letters[label],
        source,
        cue,
        kind,
        line: writeLine(visible, { label, source, cue, kind }),
        before: document ? textOf(document, sentences[first - 1]) : null,
        after: document ? textOf(document, sentences[last + 1]) : null,
        was: letters[was],
        note,
        decidedAt: new Date(decidedAtMs).toISOString(),
        stands: document !== null,
    };
}
/** One line in the format of the labelled set; null where the words hold what its format means by tags. */
function writeLine(words, { label, source, cue, kind }) {
    if (words === '' || /<\/?[roa][\s>]/.test(words))
        return null;
    if (label !== 'attributed')
        return `${letters[label]}| ${words}`;
    const [name, found] = [source, cue].map((value) => flatten(value ?? '').replaceAll('"', "'"));
    return `A source="${name ?? ''}" cue="${found ?? ''}" kind="${kind ?? 'said'}"| ${words}`;
}
/** The strongest words inside the sentence that speak for a source. */
function findCue(labels, { start, end }) {
    const inside = labels
        .flatMap(({ reasons }) => reasons)
        .filter((reason) => reason.towards === 'attributed' && !/^\[.*\]$/s.test(reason.cue))
        .filter((reason) => reason.start >= start && reason.end <= end && reason.end - reason.start < end - start)
        .sort((a, b) => b.weight - a.weight);
    return flatten(inside[0]?.cue ?? '');
}
function textOf(document, span) {
    return span ? document.text.slice(span.start, span.end) : null;
}
/** Without notation, on one line. */
function visibleText({ text, markup }, { start, end }) {
    return flatten(blankMarkup(text, markup).slice(start, end));
}
function flatten(text) {
    return text.replace(/\s+/g, ' ').trim();
}
//# sourceMappingURL=export-override.js.map