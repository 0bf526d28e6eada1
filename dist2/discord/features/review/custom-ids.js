import { lanes } from '../../../core/labelling/labels.js';
/** What all custom ids of this feature begin with. */
export const prefix = 'label';
/** The custom id of a component or form, at most 100 characters. */
export function writeReviewId(action) {
    return [prefix, action.kind, ...writeParts(action)].join(':');
}
function writeParts(action) {
    switch (action.kind) {
        case 'wrong':
        case 'form':
            return action.shown ? [writeShown(action.shown)] : [];
        case 'next':
        case 'choose':
            return writePlace(action.at);
        case 'accept':
            return [...writePlace(action.at), writeNumber(action.dispute), writeNumber(action.newest)];
        case 'decline':
            return [...writePlace(action.at), writeNumber(action.newest)];
        case 'back':
            return [action.decision, writeNumber(action.position)];
        case 'page':
            return [writeNumber(action.page)];
        case 'undo':
            return [writeNumber(action.override), writeNumber(action.page)];
        case 'export':
            return [];
    }
}
/** Null for a custom id that is not, or no longer, of this feature's making. */
export function readReviewId(customId) {
    const [head, kind = '', ...parts] = customId.split(':');
    if (head !== prefix)
        return null;
    const [first = '', second = '', third = '', fourth = ''] = parts;
    const at = { quote: first, position: readNumber(second) };
    const [a, b] = [readNumber(third), readNumber(fourth)];
    switch (kind) {
        case 'wrong':
        case 'form':
            return { kind, shown: parts.length > 0 ? readShown(first) : null };
        case 'next':
        case 'choose':
            return at.position >= 0 ? { kind, at } : null;
        case 'accept':
            return at.position >= 0 && a >= 0 && b >= 0 ? { kind, at, dispute: a, newest: b } : null;
        case 'decline':
            return at.position >= 0 && a >= 0 ? { kind, at, newest: a } : null;
        case 'back':
            return first !== '' && at.position >= 0 ? { kind, decision: first, position: at.position } : null;
        case 'page':
            return readNumber(first) >= 0 ? { kind, page: readNumber(first) } : null;
        case 'undo':
            return at.position >= 0 && readNumber(first) >= 0
                ? { kind, override: readNumber(first), page: at.position }
                : null;
        case 'export':
            return { kind };
        default:
            return null;
    }
}
/** A quote as the value of an option, without a colon; at most 60 characters. */
export function writeShown({ quote, lane }) {
    const { documentId, start, end, mark } = quote;
    return [documentId, writeNumber(start), writeNumber(end), mark, lane ?? ''].join('.');
}
export function readShown(value) {
    const [documentId = '', from = '', to = '', mark = '', wanted] = value.split('.');
    const [start, end] = [readNumber(from), readNumber(to)];
    if (documentId === '' || mark === '' || start < 0 || end <= start)
        return null;
    return { quote: { documentId, start, end, mark }, lane: lanes.find((lane) => lane === wanted) ?? null };
}
function writePlace({ quote, position }) {
    return [quote, writeNumber(position)];
}
function writeNumber(number) {
    return number.toString(36);
}
/** -1 for what is no number. */
function readNumber(text) {
    return /^[0-9a-z]{1,10}$/.test(text) ? parseInt(text, 36) : -1;
}
//# sourceMappingURL=custom-ids.js.map