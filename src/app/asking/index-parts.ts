import { sha256 } from '../../adapters/index/index-folder.js';
import { collectionOf, isAsked, type CollectionScope } from '../../core/collections/collection.js';
import { takePart } from '../../core/search/part-of-index.js';
import type { SearchIndex } from '../../core/search/search-index.js';
import { InTurn } from '../../core/in-turn.js';
import { giveWay } from '../give-way.js';
import type { Manifest } from '../indexing/manifest.js';

/** Sentences of the parts that are kept at most, but for the one asked last: about 75 MB. */
const keptSentences = 60_000;

/** Some documents of an index, and the index of these alone. */
interface IndexPart {
  /** Their numbers in the whole, rising. */
  readonly documents: readonly number[];
  readonly index: SearchIndex;
}

/** The parts of an index by their collections, each made when it is first asked; those asked last are kept. */
export class IndexParts {
  private readonly kept = new Map<string, { readonly part: Promise<IndexPart>; readonly sentences: number }>();
  private readonly collections: readonly string[];
  private readonly building = new InTurn();

  constructor(private readonly whole: SearchIndex) {
    this.collections = whole.documents.map(({ document }) => collectionOf(document.path));
  }

  /** Null where a scope holds all documents. */
  async find(scope: CollectionScope): Promise<IndexPart | null> {
    const names = [...new Set(this.collections)].filter((name) => isAsked(name, scope)).sort();
    const documents = this.collections.flatMap((name, number) => (names.includes(name) ? [number] : []));
    if (documents.length === this.collections.length) return null;
    const key = JSON.stringify(names);
    const kept = this.kept.get(key) ?? { part: this.build(documents), sentences: this.countSentences(documents) };
    this.kept.delete(key); // put in again, so that it is the last
    this.kept.set(key, kept);
    this.forgetOldest();
    return kept.part;
  }

  /** One at a time. */
  private build(documents: readonly number[]): Promise<IndexPart> {
    return this.building.do(async () => ({ documents, index: await giveWay(takePart(this.whole, documents)) }));
  }

  private countSentences(documents: readonly number[]): number {
    return documents.reduce((sum, number) => sum + (this.whole.documents[number]?.sentences.length ?? 0), 0);
  }

  private forgetOldest(): void {
    const oldestFirst = [...this.kept];
    let total = oldestFirst.reduce((sum, [, { sentences }]) => sum + sentences, 0);
    for (const [key, { sentences }] of oldestFirst.slice(0, -1)) {
      if (total <= keptSentences) return;
      total -= sentences;
      this.kept.delete(key);
    }
  }
}

/** The part with the labels that an index over the same texts has. */
export function relabelPart({ documents, index }: IndexPart, labelled: SearchIndex): SearchIndex {
  const own = documents.flatMap((number) => labelled.documents[number] ?? []);
  const isSame = own.every((document, i) => document === index.documents[i]);
  return isSame ? index : index.relabel(own);
}

/** What the manifest would say if there were no documents but those of a part. */
export function describePart(manifest: Manifest, { documents, index }: IndexPart): Manifest {
  const { format, model, settings, labeller } = manifest;
  const own = documents.flatMap((number) => manifest.documents[number] ?? []);
  const content = { format, model, settings, labeller, documents: own.map(({ path, digest }) => [path, digest]) };
  return {
    ...manifest,
    version: sha256(JSON.stringify(content)),
    documents: own,
    counts: { documents: own.length, sentences: index.rows.length, passages: index.rows.passageCount },
  };
}
