import { lanes } from '../../../core/labelling/labels.js';
import { readPeriod } from './period.js';
/** The feature's custom ids begin with this. */
export const missPrefix = 'miss';
/** At most 100 characters. */
export function writeMissId(action) {
    const parts = () => {
        switch (action.kind) {
            case 'turn':
                return [action.period, action.page];
            case 'dismiss':
            case 'restore':
                return [action.period, action.page, action.missId];
            case 'export':
                return [action.period];
            case 'tell':
                return [action.lane ?? '', action.documentId ?? ''];
            case 'tell-of':
            case 'untell':
                return [action.missId];
        }
    };
    return [missPrefix, action.kind, ...parts()].join(':');
}
/** Null for an id that is not, or no longer, of this feature's making. */
export function readMissId(customId) {
    const [prefix, kind = '', first = '', second = '', third = ''] = customId.split(':');
    if (prefix !== missPrefix)
        return null;
    const period = readPeriod(first);
    switch (kind) {
        case 'turn': {
            const page = readNumber(second);
            return period !== null && page !== null ? { kind, period, page } : null;
        }
        case 'dismiss':
        case 'restore': {
            const [page, missId] = [readNumber(second), readNumber(third)];
            return period !== null && page !== null && missId !== null ? { kind, period, page, missId } : null;
        }
        case 'export':
            return period && { kind, period };
        case 'tell':
            return { kind, lane: lanes.find((lane) => lane === first) ?? null, documentId: second || null };
        case 'tell-of':
        case 'untell': {
            const missId = readNumber(first);
            return missId === null ? null : { kind, missId };
        }
        default:
            return null;
    }
}
function readNumber(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
const tellKinds = new Set(['tell', 'tell-of', 'untell']);
export function isListAction(action) {
    return !tellKinds.has(action.kind);
}
//# sourceMappingURL=custom-ids.js.map