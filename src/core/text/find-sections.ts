import { findAgendaItems } from './agenda-items.js';
import type { Mark } from './derivation.js';
import type { DraftBlock } from './document.js';
import { readDate, readDateLine } from './read-date.js';
import { runInLevel } from './shape-blocks.js';
import type { Span } from './span.js';
import type { Section } from './units.js';

/** A line of at most this many UTF-16 units, one of so many below a heading, may be the date of the section. */
const maxDateLine = 90;
const maxLinesAbove = 3;
/** Below lines that serve as headings. */
const agendaLevel = runInLevel + 1;
/** "Author: Ines", "Present: all", which may stand above the date. */
const labelled = /^[^\p{L}]*\p{L}[\p{L} -]{1,30}:\s/u;

/**
 * The headings with what stands under each; `words` are the visible words of each block. A chapter that only the table of contents
 * names ends what stands under the headings before it. An item of an agenda is headed by its first words.
 */
export function findSections({
  visible,
  blocks,
  words,
  marks,
}: {
  readonly visible: string;
  readonly blocks: readonly DraftBlock[];
  readonly words: readonly Span[];
  readonly marks: readonly Mark[];
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
  const open = (section: Pick<Section, 'heading' | 'level' | 'date'>): void => {
    sections.push({ ...section, parent: path.at(-1) ?? -1, end: visible.length });
    path.push(sections.length - 1);
  };
  const agenda = findAgendaItems(visible, blocks, words);
  const chapters = marks.filter(({ place }) => place.kind === 'chapter');
  let chapter = 0;
  for (const [i, block] of blocks.entries()) {
    const heading = words[i];
    for (; (chapters[chapter]?.start ?? Infinity) <= block.start; chapter++) closeFrom(1, block.start);
    // A question that is set like a heading ends what stands under the heading before it.
    if (block.kind === 'question' && block.depth === undefined) closeFrom(runInLevel, block.start);
    const title = agenda.get(i);
    if (title !== undefined) closeFrom(agendaLevel, block.start);
    if (title) open({ heading: title, level: agendaLevel, date: null });
    if (block.kind !== 'heading' || !heading) continue;
    const level = block.level === 1 && topHeadings.length === 1 ? 0 : (block.level ?? 3);
    closeFrom(level, block.start);
    const date = readDate(visible.slice(heading.start, heading.end)) ?? dateBelow(visible, blocks, words, i + 1);
    open({ heading, level, date });
  }
  return sections;
}

/** The date that stands in a line of its own right below a heading; `next` is the block that follows it. */
function dateBelow(
  visible: string,
  blocks: readonly DraftBlock[],
  words: readonly Span[],
  next: number,
): string | null {
  const lines: string[] = [];
  for (let i = next; i < next + maxLinesAbove; i++) {
    const [block, span] = [blocks[i], words[i]];
    if (!block || !span || !/^(?:paragraph|list-item|quotation)$/.test(block.kind)) break;
    const text = visible.slice(span.start, Math.min(span.end, span.start + maxLinesAbove * maxDateLine));
    // Of items, only one with a label tells of the whole.
    lines.push(...text.split('\n').filter((line) => block.kind !== 'list-item' || labelled.test(line)));
  }
  for (const line of lines.slice(0, maxLinesAbove)) {
    const date = line.trim().length <= maxDateLine ? readDateLine(line) : null;
    if (date !== null) return date;
    if (!labelled.test(line)) break;
  }
  return null;
}
