/** The folder of the corpus whose own folders are collections as well: what is put in from elsewhere lies there. */
export const libraryFolder = 'library';

/**
 * The collection that a file belongs to, or a document, whose path may name a part behind a `#`: the name of its first folder, or, in
 * `library`, of its second one, so that `rules/x.md` and `library/rules/y.pdf` are of one collection. Empty for what lies in no folder.
 */
export function collectionOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const [first = '', second = ''] = folders;
  return (first === libraryFolder ? second : first).normalize('NFC');
}

/** The collections of some documents, each once, by name; the one without a name comes first. */
export function listCollections(documents: Iterable<{ readonly path: string }>): string[] {
  return [...new Set([...documents].map(({ path }) => collectionOf(path)))].sort((a, b) => (a < b ? -1 : 1));
}

/** Which collections are asked: some by name, or all but some. */
export type CollectionScope =
  | { readonly kind: 'only'; readonly names: readonly string[] }
  | { readonly kind: 'all-but'; readonly names: readonly string[] };

/** The scope of whoever may ask everything, as in a terminal. */
export const everything: CollectionScope = { kind: 'all-but', names: [] };

/** Whether a collection is asked. */
export function isAsked(collection: string, { kind, names }: CollectionScope): boolean {
  return names.includes(collection) === (kind === 'only');
}

/** What is asked by both of two scopes. */
export function narrow(one: CollectionScope, other: CollectionScope): CollectionScope {
  if (one.kind === 'only') return { kind: 'only', names: one.names.filter((name) => isAsked(name, other)) };
  if (other.kind === 'only') return narrow(other, one);
  return { kind: 'all-but', names: [...new Set([...one.names, ...other.names])] };
}
