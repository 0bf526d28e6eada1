import { libraryFolder, type CollectionScope } from '../../core/collections/collection.js';
import { VerbatimError } from '../../core/errors.js';

/** What a collection is called: its name, or what the texts are that lie in no folder. */
export function nameCollection(name: string): string {
  return name === '' ? 'texts in no folder' : name;
}

/** What stands for the collection without a name where somebody gives one. */
export const noFolder = '.';

/** The scope of the collections of these names. Throws `bad-input`, naming those that there are, for one that does not exist. */
export function chooseCollections(known: readonly string[], wanted: readonly string[]): CollectionScope {
  const names = wanted.map((name) => (name === noFolder ? '' : findName(known, name.normalize('NFC').trim())));
  const unknown = wanted.find((_, i) => !known.includes(names[i] ?? ''));
  if (unknown === undefined) return { kind: 'only', names };
  const listed = known.map((name) => (name === '' ? `"${noFolder}" (${nameCollection('')})` : name)).join(', ');
  throw new VerbatimError('bad-input', {
    problem: 'No collection is called "{subject}"',
    subject: unknown,
    advice: known.length > 0 ? `Give one of these: ${listed}` : 'There are no texts yet',
  });
}

/** The collection that texts are put into by a name. Throws `bad-input` for that of the folder in which such collections lie. */
export function chooseTarget(name: string): string {
  const given = name.trim();
  if (given === libraryFolder) {
    throw new VerbatimError('bad-input', {
      problem: `"${libraryFolder}" is the folder in which the collections lie`,
      advice: `Give the name of one, or "${noFolder}" for ${nameCollection('')}`,
    });
  }
  return given === noFolder ? '' : given;
}

/** A name as it is known; where none is written just so, the only one that differs in nothing but the case of its letters. */
function findName(known: readonly string[], name: string): string {
  if (known.includes(name)) return name;
  const [only, ...others] = known.filter((one) => one.toLowerCase() === name.toLowerCase());
  return only !== undefined && others.length === 0 ? only : name;
}
