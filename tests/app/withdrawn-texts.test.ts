import { expect, test } from 'vitest';
import { IndexParts } from '#verbatim/app/asking/index-parts.js';
import { WithdrawnTexts, type LoadedVersion } from '#verbatim/app/asking/withdrawn-texts.js';
import type { Manifest } from '#verbatim/app/indexing/manifest.js';
import { indexTexts } from '../helpers/index-of-texts.js';

function load(...paths: string[]): LoadedVersion {
  const searchIndex = indexTexts(
    Object.fromEntries(paths.map((path) => [path, `The name of this text is ${path}.\n`])),
  );
  const documents = paths.map((path) => ({ path, digest: path, sentences: 1 }));
  return { manifest: { documents } as unknown as Manifest, searchIndex, parts: new IndexParts(searchIndex) };
}

function pathsOf({ searchIndex }: LoadedVersion): string[] {
  return searchIndex.documents.map(({ document }) => document.path);
}

test('what was taken out is left out until an index comes without it', async () => {
  const withdrawn = new WithdrawnTexts();
  const version = load('a.md', 'b.md');
  expect(await withdrawn.leaveOut(version)).toBe(version);
  withdrawn.add('a.md');
  const left = await withdrawn.leaveOut(version);
  expect(pathsOf(left)).toEqual(['b.md']);
  expect(left.manifest.documents.map(({ path }) => path)).toEqual(['b.md']);
  expect(left.manifest.counts.documents).toBe(1);
  // An index that was being made meanwhile still has it.
  withdrawn.settle(load('a.md', 'b.md', 'c.md'));
  expect(pathsOf(await withdrawn.leaveOut(load('a.md', 'b.md', 'c.md')))).toEqual(['b.md', 'c.md']);
  withdrawn.settle(load('b.md'));
  expect(pathsOf(await withdrawn.leaveOut(load('a.md', 'b.md')))).toEqual(['a.md', 'b.md']);
});

test('what has come back may be quoted again', async () => {
  const withdrawn = new WithdrawnTexts();
  withdrawn.add('a.md');
  withdrawn.readmit('a.md');
  expect(pathsOf(await withdrawn.leaveOut(load('a.md')))).toEqual(['a.md']);
});
