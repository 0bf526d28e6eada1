import type { DraftBlock } from './document.js';
import { readDateLine, readOpeningDate } from './read-date.js';
import { trimSpan } from './span.js';

/** What stands below the title of a text and heads nothing: who wrote it and of when it is. */
export interface Imprint {
  readonly author: string | null;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly updated: string | null;
}

const maxLineLength = 120;
/** So many blocks may stand between the first word of a text and its imprint. */
const maxBlocksAbove = 4;
const namePart = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*|van|von|der|den|de|del|di|da|la|le)`;
const name = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?: ${namePart}){1,4}`;
/** "by Ines Moll", "Text by Ines Moll and Bo Ravn, from the club's letter of May". */
const byline = new RegExp(
  String.raw`^(?:(?:[Ww]ritten|[Tt]ext|[Ww]ords|[Ss]tory|[Rr]eport|[Aa]rticle)\s+)?(?:[Bb]y|BY):?\s+(${name}(?:(?:,| and| &) ${name}){0,3})(?=\s*$|\s*[,;|(·]|\s[–—-]\s)`,
  'u',
);
const stamp =
  /^(?:(?:this |the )?(?:page|site|text|document|list|article|information|version)\s+)?(?:was |is )?(?:last )?(?:updated|revised|changed|modified|amended|edited)\b/i;
const updateMark = /^(?:update|updated|correction|corrected|amendment|addendum|added|edit|edited|postscript)\b[\s,(]*/i;
/** "Reply from the tackle officer.", "Editor’s note:": what follows is another's. */
const reply =
  /^(?:(?:a|the|our|his|her|their) )?(?:reply|response|answer|comment|rejoinder)\s(?:from|by|of)\s[^.:!?]{2,60}[.:]?$|^editor['’]s (?:note|reply|comment)[.:]?$/i;

/** Who wrote a text and when it was last changed, as the lines right below its title say. */
export function readImprint(visible: string, blocks: readonly DraftBlock[]): Imprint {
  const lines = imprintBlocks(visible, blocks).map((number) => lineOf(visible, blocks[number]));
  const author = lines.map((line) => byline.exec(line)?.[1]).find((found) => found !== undefined);
  return { author: author ?? null, updated: lines.map(readStamp).find((date) => date !== null) ?? null };
}

/** Numbers of the blocks that are the imprint of a text: bylines and dates above its first words. */
export function imprintBlocks(visible: string, blocks: readonly DraftBlock[]): number[] {
  const found: number[] = [];
  for (const [i, block] of blocks.slice(0, maxBlocksAbove).entries()) {
    const isTitle = block.kind === 'heading' && (i === 0 || block.isGuess !== true);
    const line = isTitle ? '' : lineOf(visible, block);
    if (byline.test(line) || readStamp(line) !== null) found.push(i);
    else if (block.kind !== 'heading') break;
  }
  return found;
}

/** Where the words "Update 2 February 2026:" end that open `words`, in UTF-16 units; 0 where they do not. */
export function endOfUpdateMark(words: string): number {
  const opening = updateMark.exec(words)?.[0].length ?? 0;
  if (opening === 0) return 0;
  const mark = /^[^:\n]{0,40}:/.exec(words.slice(opening))?.[0];
  return mark !== undefined && readOpeningDate(mark) !== null ? opening + mark.length : 0;
}

/** Whether words in bold that open a paragraph say that what follows is another's than the text's author's. */
export function announcesReply(words: string): boolean {
  return reply.test(words);
}

/** The date of a line such as "Page updated 12 January 2024"; null for any other line. */
function readStamp(line: string): string | null {
  const label = stamp.exec(line)?.[0].length ?? 0;
  return label > 0 ? readDateLine(line.slice(label).replace(/^\s*:?\s*(?:on\s)?/, '')) : null;
}

/** The words of a block of a single line; nothing for others. */
function lineOf(visible: string, block: DraftBlock | undefined): string {
  if (!block || !/^(?:heading|paragraph|quotation)$/.test(block.kind)) return '';
  const { start, end } = trimSpan(visible, block);
  const line = visible.slice(start, end);
  return line.length <= maxLineLength && !line.includes('\n') ? line : '';
}
