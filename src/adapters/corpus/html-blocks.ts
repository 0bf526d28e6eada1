import type { BlockKind } from '../../core/text/document.js';
import type { Span } from '../../core/text/span.js';

/** A tag, which is notation, or a stretch between the tags that part blocks, which may hold other tags. */
export interface HtmlPart extends Span {
  readonly kind: BlockKind | 'tag';
  /** Of a heading. */
  readonly level: number | null;
}

const tagPattern = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w-]*)?[^>]*>/g;
const blockTags = new Set(
  'p div table thead tbody tr ul ol li dl dt dd br hr h1 h2 h3 h4 h5 h6 details summary blockquote section pre'.split(' '),
);
const silentTags = new Set(['script', 'style']);

/** The words of a piece of HTML as blocks, and its tags; offsets into `html`, in text order of their starts. */
export function readHtml(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let from = 0;
  let [open, row, silent]: [string, string | null, boolean] = ['', null, false];
  const close = (end: number): void => {
    const words = html.slice(from, end).replace(tagPattern, '').trim();
    const heading = /^h([1-6])$/.exec(open)?.[1];
    const kind: BlockKind =
      heading !== undefined || open === 'summary'
        ? 'heading'
        : row !== null
          ? row === 'th' ? 'table-head' : 'table-row' // prettier-ignore
          : open === 'li' ? 'list-item' : 'paragraph'; // prettier-ignore
    if (words !== '' && !silent) parts.push({ kind, start: from, end, level: heading === undefined ? (open === 'summary' ? 7 : null) : Number(heading) }); // prettier-ignore
  };
  for (const tag of html.matchAll(tagPattern)) {
    const [start, end] = [tag.index, tag.index + tag[0].length];
    const name = (tag[2] ?? '').toLowerCase();
    const closes = tag[1] === '/';
    if ((name === 'td' || name === 'th') && !closes && row === '') row = name;
    const parts_ = blockTags.has(name) && !(row !== null && name !== 'tr');
    if (parts_ || silentTags.has(name)) {
      close(start);
      from = end;
      open = closes ? '' : name;
      if (name === 'tr') row = closes ? null : '';
      if (silentTags.has(name)) silent = !closes;
    }
    parts.push({ kind: 'tag', start, end, level: null });
  }
  close(html.length);
  return parts.sort((a, b) => a.start - b.start || a.end - b.end);
}
