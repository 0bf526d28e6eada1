import { entryOf } from './repeated-heads.js';
import { sliceOf } from './line-wrapping.js';
import type { Span } from './span.js';

/** From so many lines on that come again, each alone, they are a table of contents with the headings that it announces. */
const minAnnounced = 3;
const maxHeadWords = 20;

/**
 * The lines that stand alone between blank lines and whose words an earlier run of lines has announced, as the table of contents of a
 * list of questions does: "4. While fetching, my modem hangs up." `groups` are the lines of a text, parted by blank lines.
 */
export function findAnnouncedHeads(text: string, groups: readonly (readonly Span[])[]): ReadonlySet<Span> {
  const announced = new Set<string>();
  const heads: Span[] = [];
  for (const [i, group] of groups.entries()) {
    const [first] = group;
    if (group.length >= minAnnounced) for (const line of group) announced.add(entryOf(sliceOf(text, line)));
    if (!first || group.length > 1 || i === groups.length - 1) continue;
    const entry = entryOf(sliceOf(text, first));
    if (entry !== '' && announced.has(entry) && entry.split(' ').length <= maxHeadWords) heads.push(first);
  }
  const distinct = new Set(heads.map((head) => entryOf(sliceOf(text, head))));
  return new Set(distinct.size >= minAnnounced ? heads : []);
}
