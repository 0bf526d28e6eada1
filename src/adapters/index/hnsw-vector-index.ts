/**
 * The only file that knows hnswlib-node: approximate nearest neighbours by Hierarchical Navigable Small Worlds.
 * Y. Malkov and D. Yashunin, "Efficient and robust approximate nearest neighbor search using HNSW graphs", 2018.
 */
import { createRequire } from 'node:module';
import { flushFile } from '../durable-files.js';

/** Links of a node and width of the search while building and while searching, measured for some ten thousand sentences. */
const measured = { links: 12, buildWidth: 60, searchWidth: 120 } as const;
const randomSeed = 20_26;
const initialCapacity = 1_024;

/** The part of the library that is used. Its own types are not: without a compiler npm leaves the whole package out. */
interface Library {
  readonly HierarchicalNSW: new (space: 'ip', dimensions: number) => Graph;
}

interface Graph {
  initIndex(capacity: number, links: number, buildWidth: number, seed: number): void;
  setEf(searchWidth: number): void;
  getMaxElements(): number;
  getCurrentCount(): number;
  getNumDimensions(): number;
  resizeIndex(capacity: number): void;
  addPoint(vector: number[], label: number): void;
  searchKnn(
    vector: number[],
    count: number,
    accepts?: (label: number) => boolean,
  ): { neighbors: number[]; distances: number[] };
  readIndex(file: string): Promise<boolean>;
  writeIndex(file: string): Promise<boolean>;
}

/** Why there can be no graphs on this machine. */
interface MissingGraph {
  /** In a few words. */
  readonly reason: string;
  /** The command that installs what is missing. */
  readonly cure: string;
}

let found: { readonly library: Library } | { readonly missing: MissingGraph } | null = null;

function findLibrary(): { readonly library: Library } | { readonly missing: MissingGraph } {
  try {
    return { library: createRequire(import.meta.url)('hnswlib-node') as Library };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    // The package itself is left out where its native part could not be compiled, and is there where scripts may not run.
    const cure = reason.includes("'hnswlib-node'") ? 'npm ci' : 'npm rebuild hnswlib-node';
    return { missing: { reason: reason.replace(/\. Tried:$/, ''), cure } };
  }
}

/** Why there can be no graphs on this machine, whose native part is compiled while it is installed; null where there can. */
export function findMissingGraph(): MissingGraph | null {
  found ??= findLibrary();
  return 'missing' in found ? found.missing : null;
}

/** Throws where `findMissingGraph` gives a reason. */
function newGraph(dimensions: number): Graph {
  found ??= findLibrary();
  if ('missing' in found) throw new Error(found.missing.reason);
  return new found.library.HierarchicalNSW('ip', dimensions);
}

/** A graph over unit vectors, each under a number of its own. Vectors can be added; those of no use any more stay. */
export class HnswGraph {
  private constructor(private readonly graph: Graph) {}

  static create(dimensions: number): HnswGraph {
    const graph = newGraph(dimensions);
    graph.initIndex(initialCapacity, measured.links, measured.buildWidth, randomSeed);
    graph.setEf(measured.searchWidth);
    return new HnswGraph(graph);
  }

  /** Reads a file that `save` wrote, outside this thread. The file must be whole: the library does not survive a damaged one. */
  static async load(file: string, dimensions: number): Promise<HnswGraph> {
    const graph = newGraph(dimensions);
    await graph.readIndex(file);
    graph.setEf(measured.searchWidth);
    return new HnswGraph(graph);
  }

  add(vector: Float32Array, label: number): void {
    const capacity = this.graph.getMaxElements();
    if (this.graph.getCurrentCount() >= capacity) this.graph.resizeIndex(Math.max(initialCapacity, capacity * 2));
    this.graph.addPoint(Array.from(vector), label);
  }

  /**
   * At most `count` labels with their cosines, nearest first; only of those that are accepted. The search goes on until it has looked
   * at as many of these as it would of all.
   */
  search(
    vector: Float32Array,
    count: number,
    accepts?: (label: number) => boolean,
  ): { label: number; cosine: number }[] {
    const wanted = Math.min(count, this.graph.getCurrentCount());
    if (wanted <= 0) return [];
    const { neighbors, distances } = this.graph.searchKnn(Array.from(vector), wanted, accepts);
    // The library's "ip" distance is 1 − inner product.
    return neighbors.map((label, i) => ({ label, cosine: 1 - (distances[i] ?? 1) }));
  }

  /** Writes a file and waits until it is on the disk. Rejects when it does not get there as a whole. */
  async save(file: string): Promise<void> {
    await this.graph.writeIndex(file);
    await flushFile(file);
    // The library does not notice a full disk, but it does notice a file that is cut off.
    const proof = newGraph(this.graph.getNumDimensions());
    await proof.readIndex(file);
  }
}
