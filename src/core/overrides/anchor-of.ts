import type { SourceDocument } from '../document.js';
import type { Span } from '../span.js';
import { surroundingsOf } from '../surroundings.js';
import type { TextAnchor } from './label-override.js';

/** The anchor of a stretch of a document. */
export function anchorOf({ id, path, text }: SourceDocument, { start, end }: Span): TextAnchor {
  return { documentId: id, path, exact: text.slice(start, end), ...surroundingsOf(text, { start, end }), start, end };
}
