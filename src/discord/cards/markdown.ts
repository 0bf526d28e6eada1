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

/** What `escapeMarkdown` was given, but for white space. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}
