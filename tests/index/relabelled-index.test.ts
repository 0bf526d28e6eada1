import path from 'node:path';
import { expect, it } from 'vitest';
import { IndexFolder } from '#verbatim/adapters/index/index-folder.js';
import { SegmentWriter } from '#verbatim/adapters/index/segment-files.js';
import { openStoredIndex, type StoredDocument } from '#verbatim/app/indexing/stored-index.js';
import { openHere } from '../helpers/open-here.js';
import { sampleFiles } from '../helpers/sample-texts.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { Workspace } from '../helpers/workspace.js';

it('an index of an older labeller is labelled anew from its own vectors, and nothing is embedded', async () => {
  const { corpusDir, indexDir } = new Workspace(path.join(temporaryFolder(), 'relabelled'), sampleFiles);
  const first = await openHere(corpusDir, indexDir);
  await first.pipeline.close();
  const labelsOf = ({ documents }: { readonly documents: readonly Pick<StoredDocument, 'sentences'>[] }) =>
    documents.map(({ sentences }) => sentences.map(({ label }) => label));
  const labels = labelsOf(first.pipeline.searchIndex);

  const folder = new IndexFolder(indexDir);
  const stored = await openStoredIndex(folder, (notice) => expect.fail(notice));
  if (!stored) throw new Error('the index was just written');
  const build = await folder.startBuild();
  const writer = await SegmentWriter.create(folder, build);
  const documents: object[] = [];
  let row = 0;
  for (const [number, document] of stored.documents.entries()) {
    const sentences = document.sentences.map((sentence) => ({
      ...sentence,
      label: { ...sentence.label, label: 'opinion', confidence: 0.5 } as const,
    }));
    const line = Buffer.from(JSON.stringify({ ...document, sentences }));
    const vectors = stored.vectors.read(row, row + sentences.length);
    row += sentences.length;
    const place = await writer.add(line, vectors, sentences.length);
    documents.push({ ...stored.manifest.documents[number], ...place, segment: 0 });
  }
  const segments = [{ folder: path.basename(build), files: await writer.finish() }];
  const older = { ...stored.manifest, labeller: '0-00000000', version: 'older', documents, segments };
  await folder.finishBuild(build, older);

  const { pipeline, notices } = await openHere(corpusDir, indexDir);
  await pipeline.close();
  expect(notices).toEqual([]);
  expect(pipeline.indexing).toMatchObject({ changed: true, embeddedSentences: 0, removedDocuments: 0 });
  expect(labelsOf(pipeline.searchIndex)).toEqual(labels);
  expect(pipeline.manifest.version).toBe(first.pipeline.manifest.version);
});
