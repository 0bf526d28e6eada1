/** Custom ids of this feature begin with it. */
export const briefPrefix = 'brief';
export function writeBriefAction(action) {
    if ('draftId' in action)
        return [briefPrefix, action.kind, action.draftId].join(':');
    switch (action.kind) {
        case 'look':
        case 'rebuild':
            return [briefPrefix, action.kind, action.briefId].join(':');
        case 'retire':
            return [briefPrefix, action.kind, action.briefId, action.oldId].join(':');
        case 'list':
            return [briefPrefix, action.kind, action.page].join(':');
    }
}
/** Null for a custom id that is not, or no longer, of this feature's making. */
export function readBriefAction(customId) {
    const [prefix, kind = '', id = '', oldId = ''] = customId.split(':');
    if (prefix !== briefPrefix || id === '')
        return null;
    switch (kind) {
        case 'tick':
        case 'form':
        case 'fill':
        case 'post':
        case 'pin':
        case 'discard':
            return { kind, draftId: id };
        case 'look':
        case 'rebuild':
            return { kind, briefId: id };
        case 'retire':
            return oldId === '' ? null : { kind, briefId: id, oldId };
        case 'list':
            return /^\d{1,3}$/.test(id) ? { kind, page: Number(id) } : null;
        default:
            return null;
    }
}
//# sourceMappingURL=custom-ids.js.map