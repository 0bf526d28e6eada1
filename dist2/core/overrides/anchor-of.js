import { surroundingsOf } from '../text/surroundings.js';
/** The anchor of a stretch of a document. */
export function anchorOf({ id, path, text }, { start, end }) {
    return { documentId: id, path, exact: text.slice(start, end), ...surroundingsOf(text, { start, end }), start, end };
}
//# sourceMappingURL=anchor-of.js.map