import { itemMark } from '../../core/text/line-wrapping.js';

/**
 * Text that Discord shows letter by letter: nothing in it formats, links, mentions or becomes an emoji. Line ends become
 * spaces, so that nothing can begin a line of its own; characters that would turn the reading direction are left out.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f\u200b\u2028-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\\*_~|`<>[\]@]|(?<=\])\(/g, String.raw`\$&`)
    .replace(/:(?=\/\/|[\w+-]+:)/g, String.raw`\:`)
    .replace(/^(\s*)([#+-])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`);
}

/** As much of the white space before a line of code as a phone has room for. */
const maxIndent = 8;
/** The end of a line before an item of a list, of which perhaps only the mark is left where another part of the quote begins. */
const beforeItem = new RegExp(`\\s*\\n\\s*(?=(?:\\+|${itemMark.source})\\s+(?:\\S|$))`, 'u');

/** As `escapeMarkdown`, but each item of a list keeps a line of its own, and code all its lines. */
export function escapeLines(text: string, { isCode = false }: { readonly isCode?: boolean } = {}): string {
  const lines = text.split(isCode ? /\s*\n/u : beforeItem);
  return lines
    .map((line) => (isCode ? indentOf(line) : '') + escapeMarkdown(isCode ? line.trimStart() : line))
    .join('\n');
}

/** The white space that a line of code begins with, as Discord keeps it. */
function indentOf(line: string): string {
  const [indent = ''] = /^[\t ]*/.exec(line) ?? [];
  return '\u00a0'.repeat(Math.min(indent.replaceAll('\t', '    ').length, maxIndent));
}

/** A moment that Discord shows in each reader's own time zone, in one of Discord's styles: `D` is a day, `R` how long ago it is. */
export function showTime(ms: number, style: 'D' | 'd' | 'f' | 'T' | 'R'): string {
  return `<t:${Math.floor(ms / 1_000)}:${style}>`;
}

/** What `escapeMarkdown` was given, but for white space. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}
