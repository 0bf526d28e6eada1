import { formatOf } from './derived-document.js';

/** What is known of a file that comes from elsewhere. */
interface ForeignFile {
  /** The type that its server names (`Content-Type`); null where it names none. */
  readonly type: string | null;
  /** What it is called there, with whatever ending. */
  readonly name: string;
  /** Its first bytes, 4,096 of them or all. */
  readonly head: Uint8Array;
}

/** How many of a file's first bytes are looked at. */
export const headBytes = 4_096;

const endingOfType: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/epub+zip': 'epub',
  'application/x-subrip': 'srt',
  'text/vtt': 'vtt',
  'text/markdown': 'md',
  'text/x-markdown': 'md',
  'application/json': 'json',
  'application/rss+xml': 'xml',
  'application/atom+xml': 'xml',
  'application/rdf+xml': 'xml',
  'application/xml': 'xml',
  'text/xml': 'xml',
};

/** Types that say nothing of what a file is; its name says more. */
const vague =
  /^(?:application\/(?:octet-stream|force-download|x-download|zip|x-zip-compressed)|binary\/.*|text\/plain|)$/;
/** Programs and the looks of pages, which are no text that anybody reads. */
const scriptType = /^(?:text|application)\/(?:css|(?:x-)?(?:java|ecma|live|j)script)/;
const scriptName = /\.(?:[cm]?js|css)$/i;
const archives: ReadonlySet<string> = new Set(['docx', 'odt', 'epub']);

/**
 * The ending that a file is kept under, by which its reader is chosen; null for what is neither a text nor of a format that is read. The
 * first bytes have the last word, since names and types are often wrong.
 */
export function tellEnding({ type, name, head }: ForeignFile): string | null {
  const bare = (type ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const start = latin(head);
  const named = endingOf(name);
  const declared = endingOfType[bare] ?? (vague.test(bare) ? named : null);
  if (/^[\s\ufeff]*%PDF-/.test(start)) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return archiveOf(start) ?? [declared, named].find(isArchive) ?? null;
  if (declared === 'pdf' || isArchive(declared) || isBinary(head)) return null;
  const shape = shapeOf(start);
  if (declared === 'xml' || declared === 'rss' || declared === 'atom')
    return shape === 'html' || shape === 'xml' ? shape : null;
  if (declared === 'html') return shape === 'xml' ? 'xml' : 'html';
  if (declared !== null) return declared;
  if (shape !== null) return shape;
  if (scriptType.test(bare) || scriptName.test(name)) return null;
  return bare === '' || bare.startsWith('text/') ? 'txt' : null;
}

/** The ending of a name, if files with it are read; `md` and `txt` among them. */
export function endingOf(name: string): string | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'markdown') return 'md';
  return ending === 'md' || ending === 'txt' || formatOf(name) !== null ? ending : null;
}

function isArchive(ending: string | null): boolean {
  return ending !== null && archives.has(ending);
}

/** What an archive says of itself in its first entry, or in the names of its first ones. */
function archiveOf(start: string): string | null {
  if (start.includes('mimetypeapplication/epub+zip')) return 'epub';
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  return start.includes('word/') ? 'docx' : null;
}

/** What a text looks like; null for one that could be anything. */
function shapeOf(start: string): string | null {
  const text = start.replace(/^[\s\u00ef\u00bb\u00bf\ufeff]+/, '');
  if (text.startsWith('WEBVTT')) return 'vtt';
  if (/<(?:rss|feed|rdf:RDF)[\s>]/.test(text) && text.startsWith('<')) return 'xml';
  return /^(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(text)
    ? 'html'
    : null;
}

/** Whether a file has bytes that no text has; UTF-16 with its mark has them, too. */
function isBinary(head: Uint8Array): boolean {
  const [first, second] = head;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isWide && head.includes(0);
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, headBytes), (byte) => String.fromCharCode(byte)).join('');
}
