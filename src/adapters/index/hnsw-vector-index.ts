/**
 * The only file that knows hnswlib-node: approximate nearest neighbours by Hierarchical Navigable Small Worlds.
 * Y. Malkov and D. Yashunin, "Efficient and robust approximate nearest neighbor search using HNSW graphs", 2018.
 */
import { open } from 'node:fs/promises';
import hnswlib from 'hnswlib-node';

/** Links of a node and width of the search while building and while searching, measured for some ten thousand sentences. */
const measured = { links: 12, buildWidth: 60, searchWidth: 120 } as const;
const randomSeed = 20_26;
const initialCapacity = 1_024;

/** A graph over unit vectors, each under a number of its own. Vectors can be added and taken out; numbers are never reused. */
export class HnswGraph {
  private constructor(
    private readonly graph: hnswlib.HierarchicalNSW,
    private removedCount: number,
  ) {}

  static create(dimensions: number): HnswGraph {
    const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
    graph.initIndex(initialCapacity, measured.links, measured.buildWidth, randomSeed);
    graph.setEf(measured.searchWidth);
    return new HnswGraph(graph, 0);
  }

  /** Reads a file that `save` wrote. The file must be whole: the library does not survive a damaged one. */
  static load(file: string, dimensions: number, removedCount: number): HnswGraph {
    const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
    graph.readIndexSync(file);
    graph.setEf(measured.searchWidth);
    return new HnswGraph(graph, removedCount);
  }

  /** Vectors that were taken out but still lie in the graph and slow it down. */
  get removed(): number {
    return this.removedCount;
  }

  add(vector: Float32Array, label: number): void {
    const capacity = this.graph.getMaxElements();
    if (this.graph.getCurrentCount() >= capacity) this.graph.resizeIndex(Math.max(initialCapacity, capacity * 2));
    this.graph.addPoint(Array.from(vector), label);
  }

  remove(label: number): void {
    this.graph.markDelete(label);
    this.removedCount++;
  }

  /** At most `count` labels with their cosines, nearest first. */
  search(vector: Float32Array, count: number): { label: number; cosine: number }[] {
    const live = this.graph.getCurrentCount() - this.removedCount;
    const wanted = Math.min(count, live);
    if (wanted <= 0) return [];
    const { neighbors, distances } = this.graph.searchKnn(Array.from(vector), wanted);
    // The library's "ip" distance is 1 − inner product.
    return neighbors.map((label, i) => ({ label, cosine: 1 - (distances[i] ?? 1) }));
  }

  /** Writes a file and waits until it is on the disk. Rejects when it does not get there as a whole. */
  async save(file: string): Promise<void> {
    await this.graph.writeIndex(file);
    const handle = await open(file, 'r+');
    await handle.sync().finally(() => handle.close());
    // The library does not notice a full disk, but it does notice a file that is cut off.
    const proof = new hnswlib.HierarchicalNSW('ip', this.graph.getNumDimensions());
    await proof.readIndex(file);
  }
}
