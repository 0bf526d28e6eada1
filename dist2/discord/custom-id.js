import { lanes } from '../core/labelling/labels.js';
import { fingerprint } from '../core/text/fingerprint.js';
export function referTo({ document, start, end, exact }) {
    return { documentId: document.id, start, end, mark: fingerprint(exact) };
}
/** The custom id of a button, at most 100 characters. */
export function writeCustomId(action) {
    switch (action.kind) {
        case 'context':
        case 'why':
        case 'verify':
            return [action.kind, ...writeQuote(action.quote)].join(':');
        case 'page':
            return [action.kind, ...writeQuote(action.quote), action.page].join(':');
        case 'more':
            return [action.kind, action.offset, action.lane ?? '', action.documentId ?? '', action.index].join(':');
        case 'dismiss':
            return `${action.kind}:${action.userId}`;
        case 'not-helpful': {
            const { kind, answer } = action;
            return answer ? [kind, answer.lane ?? '', answer.documentId ?? '', answer.mark].join(':') : kind;
        }
        case 'thread':
        case 'helpful':
            return action.kind;
    }
}
/** Null for a custom id that is not, or no longer, of this bot's making. */
export function readCustomId(customId) {
    const [kind = '', ...parts] = customId.split(':');
    switch (kind) {
        case 'context':
        case 'why':
        case 'verify': {
            const quote = readQuote(parts);
            return quote && { kind, quote };
        }
        case 'page': {
            const quote = readQuote(parts);
            const page = Number(parts[4]);
            return quote && Number.isInteger(page) ? { kind, quote, page } : null;
        }
        case 'more': {
            const [offset = '', lane, documentId, index = ''] = parts;
            if (!/^\d{1,4}$/.test(offset))
                return null;
            const known = lanes.find((each) => each === lane) ?? null;
            return { kind, offset: Number(offset), lane: known, documentId: documentId || null, index };
        }
        case 'dismiss':
            return { kind, userId: parts[0] ?? '' };
        case 'not-helpful': {
            const [lane, documentId, mark] = parts;
            if (!mark)
                return { kind };
            return {
                kind,
                answer: { lane: lanes.find((each) => each === lane) ?? null, documentId: documentId || null, mark },
            };
        }
        case 'thread':
        case 'helpful':
            return { kind };
        default:
            return null;
    }
}
function writeQuote({ documentId, start, end, mark }) {
    return [documentId, start.toString(36), end.toString(36), mark];
}
function readQuote([documentId, from = '', to = '', mark]) {
    const [start, end] = [parseInt(from, 36), parseInt(to, 36)];
    if (!documentId || !mark || !(start >= 0) || !(end > start))
        return null;
    return { documentId, start, end, mark };
}
//# sourceMappingURL=custom-id.js.map