import { sliceOf } from './line-wrapping.js';
import type { Span } from './span.js';

/** A line of a record: `FIXED: 1.11.3`. */
const field = /^([\p{Lu}\p{Lt}][\p{L}\p{N}_./-]*(?: [\p{L}\p{N}_./-]+){0,3}):\s+(?=\S)/u;
/** The head of a mail is the beginning of what somebody says. */
const mailHead = /^From:[^\n]*\n(?:[\w-]+:[^\n]*\n)*?(?:To|Date|Subject):/;
const minFields = 3;
const minRecords = 3;
/** A longer group of lines is a text of its own, in UTF-16 units. */
const maxRecordLength = 600;

/**
 * The first lines of the groups that are records: several fields, each in a line (or more, that stand further in) and none there
 * twice, and the first of them the same in all records, as in a list of faults or of members. What two people say in turn is none.
 */
export function findRecords(text: string, groups: readonly (readonly Span[])[]): ReadonlySet<Span> {
  const found = groups.flatMap((group): { first: Span; name: string }[] => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || group.length < minFields || last.end - first.start > maxRecordLength) return [];
    if (mailHead.test(text.slice(first.start, last.end))) return [];
    const names = group.flatMap((line) => field.exec(sliceOf(text, line))?.[1] ?? []);
    const others = group.filter((line) => !field.test(sliceOf(text, line)));
    const areInside = others.every(({ start }) => /[ \t]/.test(text.charAt(start - 1)));
    const isRecord = names.length >= minFields && new Set(names).size === names.length && areInside;
    return isRecord && names[0] !== undefined && field.test(sliceOf(text, first)) ? [{ first, name: names[0] }] : [];
  });
  const count = (name: string): number => found.filter((one) => one.name === name).length;
  return new Set(found.filter(({ name }) => count(name) >= minRecords).map(({ first }) => first));
}
