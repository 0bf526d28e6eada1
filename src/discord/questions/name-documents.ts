import type { SourceDocument } from '../../core/text/document.js';
import { shorten } from '../../core/text/span.js';

/** Longest addition that tells documents of one title apart, in UTF-16 units. */
const maxAdditionLength = 48;
const separator = ' · ';

type Named = Pick<SourceDocument, 'path' | 'metadata'>;

/**
 * A name for each document of a list, at most `maxLength` UTF-16 units, no two alike: its title, and where several have the same, what
 * differs: the date, the author, the publication, else that part of the path.
 */
export function nameDocuments(documents: readonly Named[], maxLength: number): string[] {
  const titles = documents.map((document) => titleOf(document, maxLength));
  const groups = new Map<string, Named[]>();
  for (const [i, document] of documents.entries()) {
    const key = keyOf(titles[i] ?? '');
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  const additions = new Map<Named, string>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const [i, addition] of tellApart(group).entries()) if (group[i]) additions.set(group[i], addition);
  }
  return documents.map((document, i) => {
    const addition = additions.get(document);
    if (addition === undefined) return titles[i] ?? '';
    return titleOf(document, maxLength - separator.length - addition.length) + separator + addition;
  });
}

function titleOf({ path, metadata }: Named, maxLength: number): string {
  return shorten(metadata.title || path, maxLength) || path.slice(-maxLength);
}

function keyOf(name: string): string {
  return name.toLowerCase();
}

/** Something short for each of some documents that no other one of them has. */
function tellApart(group: readonly Named[]): string[] {
  const fields = (['date', 'author', 'publication'] as const).map((field) =>
    group.map(({ metadata }) => shorten(metadata[field] ?? '', maxAdditionLength)),
  );
  const paths = differingParts(group.map(({ path }) => path));
  const differing = [...fields, paths].find((values) => !values.includes('') && areDifferent(values));
  return differing ?? paths.map((part, i) => `${shorten(part, maxAdditionLength - 6)} #${i + 1}`);
}

function areDifferent(values: readonly string[]): boolean {
  return new Set(values.map(keyOf)).size === values.length;
}

/** Paths without the folders that all of them begin with, and where they are long only from where they differ on. */
function differingParts(paths: readonly string[]): string[] {
  const [first = ''] = paths;
  let common = 0;
  while (common < first.length && paths.every((path) => path[common] === first[common])) common++;
  const folder = first.lastIndexOf('/', common - 1) + 1;
  return paths.map((path) => {
    const name = path.slice(folder);
    return name.length <= maxAdditionLength ? name : `…${shorten(path.slice(common), maxAdditionLength - 1)}`;
  });
}
