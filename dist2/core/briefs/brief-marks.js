import { fingerprint } from '../text/fingerprint.js';
import { assessQuote } from './assess-quote.js';
import { listQuotes } from './brief-content.js';
/** Marks for the quotes that do not stand as they were posted; what `before` holds already keeps its time. */
export function markQuotes(content, index, before, nowMs) {
    return listQuotes(content).flatMap((quote, number) => {
        const standing = assessQuote(quote, index);
        if (standing.kind === 'stands')
            return [];
        const now = standing.kind === 'relabelled' ? standing.quote : null;
        const mark = {
            quote: number,
            kind: standing.kind,
            label: now?.label ?? null,
            attributedTo: now?.attributedTo ?? null,
        };
        const known = before.find((each) => isSameMark(each, mark));
        return [{ ...mark, sinceMs: known?.sinceMs ?? nowMs }];
    });
}
/** Whether two marks say the same, whenever they were made. */
export function isSameMark(a, b) {
    return writeMark(a) === writeMark(b);
}
/** A short name for what the marks say; empty for none. Their times have no part in it. */
export function digestMarks(marks) {
    return marks.length === 0 ? '' : fingerprint(marks.map(writeMark).join('\n'));
}
function writeMark({ quote, kind, label, attributedTo }) {
    return JSON.stringify([quote, kind, label, attributedTo]);
}
//# sourceMappingURL=brief-marks.js.map