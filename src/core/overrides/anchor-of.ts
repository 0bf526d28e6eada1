import type { SourceDocument } from '../text/document.js';
import type { Span } from '../text/span.js';
import { surroundingsOf } from '../text/surroundings.js';
import type { TextAnchor } from './label-override.js';

/** The anchor of a stretch of a document. */
export function anchorOf({ id, path, text }: SourceDocument, { start, end }: Span): TextAnchor {
  return { documentId: id, path, exact: text.slice(start, end), ...surroundingsOf(text, { start, end }), start, end };
}
