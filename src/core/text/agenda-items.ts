import { readAttendance } from './conversation.js';
import type { DraftBlock } from './document.js';
import type { Span } from './span.js';

/** From so many items on that begin with what they are about, and so large a share, a list is the agenda of minutes. */
const minItems = 3;
const minTitledShare = 0.6;
const maxTitleWords = 6;
/** "Treasurer. The balance …", "Motion from Ines: …", "Roof - finished." */
const opening =
  /^["“‘']?[\p{Lu}\p{N}][^.:;!?\n]{2,60}?(?:(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos))[.:](?=\s+\S)|(?=\s+[-–—]\s))/u;

/**
 * What the items of minutes are about, as they begin with it: "3. Hut roof. Three offers are in." By the number of the block that begins
 * with it; null for a block that ends what stands under the last one. Minutes are what says who was there before the first item.
 */
export function findAgendaItems(
  visible: string,
  blocks: readonly DraftBlock[],
  words: readonly Span[],
): ReadonlyMap<number, Span | null> {
  const found = new Map<number, Span | null>();
  for (const [first, end] of partByHeadings(blocks)) {
    const numbers = Array.from({ length: end - first }, (_, i) => first + i);
    const items = numbers.filter((i) => blocks[i]?.isMarked === true && blocks[i].depth === 1);
    const [opens, last] = [items[0], items.at(-1)];
    if (opens === undefined || last === undefined || items.length < minItems) continue;
    const before = visible.slice(blocks[first]?.start, blocks[opens]?.start);
    if (readAttendance(before).size === 0) continue;
    const titles = items.map((i) => titleOf(visible, words[i], blocks[i + 1]));
    if (titles.filter((title) => title !== null).length < items.length * minTitledShare) continue;
    for (const [at, i] of items.entries()) found.set(i, titles[at] ?? null);
    const after = numbers.find((i) => i > last && blocks[i]?.depth === undefined && isParted(visible, blocks, i));
    if (after !== undefined) found.set(after, null);
  }
  return found;
}

/** The stretches of blocks between headings, each as its first block and the one after its last. */
function partByHeadings(blocks: readonly DraftBlock[]): [number, number][] {
  const heads = blocks.flatMap(({ kind }, i) => (kind === 'heading' ? [i] : []));
  return [-1, ...heads].map((head, i) => [head + 1, heads[i] ?? blocks.length]);
}

function titleOf(visible: string, words: Span | undefined, next: DraftBlock | undefined): Span | null {
  if (!words) return null;
  const text = visible.slice(words.start, words.end);
  const isAboveItems = (next?.depth ?? 0) > 1 && !/[.:;!?]$/u.test(text);
  const title = isAboveItems ? text : (opening.exec(text)?.[0] ?? '').replace(/[.:]$/u, '');
  const isTitle = title !== '' && title.split(/\s+/).length <= maxTitleWords;
  return isTitle ? { start: words.start, end: words.start + title.length } : null;
}

/** Whether a blank line stands before a block. */
function isParted(visible: string, blocks: readonly DraftBlock[], at: number): boolean {
  return /\n[ \t]*\r?\n/.test(visible.slice(blocks[at - 1]?.end, blocks[at]?.start));
}
