import type { DraftBlock } from './document.js';
import { readDate } from './read-date.js';
import { runInLevel } from './shape-blocks.js';
import type { Span } from './span.js';
import type { Section } from './units.js';

/** A line of at most this many UTF-16 units under a heading may be the date of the section. */
const maxDateLine = 90;

/** The headings with what stands under each; `words` are the visible words of each block. */
export function findSections({
  visible,
  blocks,
  words,
}: {
  readonly visible: string;
  readonly blocks: readonly DraftBlock[];
  readonly words: readonly Span[];
}): Section[] {
  type Open = { -readonly [K in keyof Section]: Section[K] };
  const sections: Open[] = [];
  const topHeadings = blocks.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const path: number[] = [];
  const closeFrom = (level: number, end: number): void => {
    while (path.length > 0 && (sections[path.at(-1) ?? -1]?.level ?? 0) >= level) {
      const closed = sections[path.pop() ?? -1];
      if (closed) closed.end = end;
    }
  };
  for (const [i, block] of blocks.entries()) {
    const heading = words[i];
    // A question that is set like a heading ends what stands under the heading before it.
    if (block.kind === 'question' && block.depth === undefined) closeFrom(runInLevel, block.start);
    if (block.kind !== 'heading' || !heading) continue;
    const level = block.level === 1 && topHeadings.length === 1 ? 0 : (block.level ?? 3);
    closeFrom(level, block.start);
    const next = words[i + 1];
    const below =
      next && blocks[i + 1]?.kind !== 'heading' && next.end - next.start <= maxDateLine
        ? visible.slice(next.start, next.end)
        : '';
    const date = readDate(visible.slice(heading.start, heading.end)) ?? readDate(below);
    sections.push({ heading, level, parent: path.at(-1) ?? -1, end: visible.length, date });
    path.push(sections.length - 1);
  }
  return sections;
}
