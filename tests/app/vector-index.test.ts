import path from 'node:path';
import hnswlib from 'hnswlib-node';
import { describe, expect, it } from 'vitest';
import { HnswGraph } from '#verbatim/adapters/index/hnsw-vector-index.js';
import { findNearestWithin, patienceWithLikely, rangeOf } from '#verbatim/core/search/exact-neighbours.js';
import { clusteredVectors } from '../helpers/clustered-vectors.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const dimensions = 64;
const count = 2_000;
const folder = temporaryFolder();

const vectors = clusteredVectors(1, count, dimensions);
const queries = clusteredVectors(1, count + 100, dimensions).slice(count);

/** The share of the true nearest `wanted` that the graph finds too. */
function recall(graph: HnswGraph, twin: hnswlib.BruteforceSearch, wanted: number): number {
  let hits = 0;
  for (const query of queries) {
    const truth = new Set(twin.searchKnn(Array.from(query), wanted).neighbors);
    hits += graph.search(query, wanted).filter(({ label }) => truth.has(label)).length;
  }
  return hits / (queries.length * wanted);
}

function fill(): { graph: HnswGraph; twin: hnswlib.BruteforceSearch } {
  const graph = HnswGraph.create(dimensions);
  const twin = new hnswlib.BruteforceSearch('ip', dimensions);
  twin.initIndex(count);
  for (const [label, vector] of vectors.entries()) {
    graph.add(vector, label);
    twin.addPoint(Array.from(vector), label);
  }
  return { graph, twin };
}

describe('the vector index', () => {
  const { graph, twin } = fill();

  it.each([1, 10, 60])('finds at least 95 of 100 of the true nearest %d', (wanted) => {
    expect(recall(graph, twin, wanted)).toBeGreaterThanOrEqual(0.95);
  });

  it('gives cosines, nearest first, at most as many as there are', () => {
    const [query] = queries;
    if (!query) throw new Error('no query');
    const found = graph.search(query, 5_000);
    expect(found.length).toBe(count);
    for (const [i, { label, cosine }] of found.entries()) {
      const true_ = vectors[label]?.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0);
      expect(cosine).toBeCloseTo(true_ ?? NaN, 4);
      expect(cosine).toBeLessThanOrEqual((found[i - 1]?.cosine ?? 1) + 1e-6);
    }
  });

  it.each([2, 10])('finds as many of the true nearest among every %dth alone, and nothing else', (step) => {
    const own = new hnswlib.BruteforceSearch('ip', dimensions);
    own.initIndex(count);
    const isOwn = (label: number): boolean => label % step === 1;
    for (const [label, vector] of vectors.entries()) if (isOwn(label)) own.addPoint(Array.from(vector), label);
    let hits = 0;
    for (const query of queries) {
      const found = graph.search(query, 60, isOwn).map(({ label }) => label);
      expect(found.length).toBe(60);
      expect(found.every(isOwn)).toBe(true);
      const truth = new Set(own.searchKnn(Array.from(query), 60).neighbors);
      hits += found.filter((label) => truth.has(label)).length;
    }
    expect(hits / (queries.length * 60)).toBeGreaterThanOrEqual(0.97);
  });

  it('finds the same after it was written and read, and goes on from there', async () => {
    const file = path.join(folder, 'graph');
    await graph.save(file);
    const loaded = await HnswGraph.load(file, dimensions);
    for (const query of queries.slice(0, 20)) expect(loaded.search(query, 10)).toEqual(graph.search(query, 10));
    const [added] = queries;
    if (!added) throw new Error('no query');
    loaded.add(added, count);
    expect(loaded.search(added, 1).map(({ label }) => label)).toEqual([count]);
  });

  it('is empty before anything is added, and finds nothing where nothing is accepted', () => {
    const small = HnswGraph.create(dimensions);
    const query = queries[0] ?? new Float32Array(dimensions);
    expect(small.search(query, 3)).toEqual([]);
    small.add(query, 7);
    expect(small.search(query, 3).map(({ label }) => label)).toEqual([7]);
    expect(small.search(query, 3, () => false)).toEqual([]);
  });

  it('is saved and loaded when it is empty', async () => {
    const file = path.join(folder, 'empty');
    await HnswGraph.create(dimensions).save(file);
    expect((await HnswGraph.load(file, dimensions)).search(new Float32Array(dimensions), 1)).toEqual([]);
  });

  it('gives the same answers however often it is built', () => {
    const again = fill().graph;
    const once = fill().graph;
    for (const query of queries) expect(again.search(query, 20)).toEqual(once.search(query, 20));
  });
});

/** The nearest of all rows of an array. */
function findNearest(rows: Float32Array, width: number, query: Float32Array, wanted: number) {
  const read = (first: number, target: Float32Array): void => {
    target.set(rows.subarray(first * width, first * width + target.length));
  };
  return findNearestWithin([{ first: 0, end: rows.length / width }], read, width, query, wanted);
}

describe('the search without a graph', () => {
  const rows = new Float32Array(count * dimensions);
  for (const [row, vector] of vectors.entries()) rows.set(vector, row * dimensions);

  it('finds what the library finds when it compares all', () => {
    const twin = new hnswlib.BruteforceSearch('ip', dimensions);
    twin.initIndex(count);
    for (const [label, vector] of vectors.entries()) twin.addPoint(Array.from(vector), label);
    for (const query of queries) {
      const { neighbors, distances } = twin.searchKnn(Array.from(query), 60);
      const found = findNearest(rows, dimensions, query, 60);
      expect(found.map(({ row }) => row)).toEqual(neighbors);
      for (const [i, { cosine }] of found.entries()) expect(cosine).toBeCloseTo(1 - (distances[i] ?? 0), 5);
    }
  });

  it('finds in some rows what it finds in all, without the others', () => {
    const ranges = [
      { first: 3, end: 4 },
      { first: 100, end: 1_200 },
      { first: 1_999, end: 2_000 },
    ];
    const isOwn = (row: number): boolean => ranges.some(({ first, end }) => row >= first && row < end);
    const read = (first: number, target: Float32Array): void => {
      target.set(rows.subarray(first * dimensions, first * dimensions + target.length));
    };
    for (const query of queries.slice(0, 20)) {
      const all = findNearest(rows, dimensions, query, count).filter(({ row }) => isOwn(row));
      expect(findNearestWithin(ranges, read, dimensions, query, 60)).toEqual(all.slice(0, 60));
      expect(findNearestWithin(ranges, read, dimensions, query, count)).toEqual(all);
    }
    expect(findNearestWithin([], read, dimensions, queries[0] ?? new Float32Array(), 3)).toEqual([]);
  });

  it('finds of likely rows the nearest, and passes over those behind many that are not', () => {
    for (const query of queries.slice(0, 20)) {
      const all = findNearest(rows, dimensions, query, count);
      const likely = all.map(({ row }) => row);
      const asked: number[] = [];
      const read = (row: number, target: Float32Array): void => {
        asked.push(row);
        target.set(rows.subarray(row * dimensions, row * dimensions + target.length));
      };
      const find = (given: readonly number[]) =>
        findNearestWithin(given.map(rangeOf), read, dimensions, query, 60, patienceWithLikely);
      expect(find(likely)).toEqual(all.slice(0, 60));
      expect(asked).toEqual(likely.slice(0, asked.length));
      expect(asked.length).toBeLessThan(count / 2);
      // Those that are not likeliest first are found as well, as long as one comes now and then.
      const [first = -1, ...others] = likely.slice(0, 100);
      const mixed = [...others.reverse(), first];
      expect(find(mixed)).toEqual(all.slice(0, 60));
      expect(find(likely.slice(0, 5))).toEqual(all.slice(0, 5));
    }
  });

  it('gives the first of equals first, and at most as many as there are', () => {
    const same = Float32Array.of(0, 1, 1, 0, 0, 1, 0, 1);
    expect(findNearest(same, 2, Float32Array.of(0, 1), 2).map(({ row }) => row)).toEqual([0, 2]);
    expect(findNearest(same, 2, Float32Array.of(0, 1), 9).map(({ row }) => row)).toEqual([0, 2, 3, 1]);
    expect(findNearest(same, 2, Float32Array.of(0, 1), 0)).toEqual([]);
    expect(findNearest(new Float32Array(), 2, Float32Array.of(0, 1), 3)).toEqual([]);
  });
});
