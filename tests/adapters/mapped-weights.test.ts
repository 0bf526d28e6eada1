import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findBundled, getWeightsFile } from '#verbatim/adapters/embedding/embedding-model.js';
import { openMapped } from '#verbatim/adapters/embedding/mapped-weights.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const weights = path.join(findBundled('encoder'), getWeightsFile(true));

/** Opens a file as a runtime would that only looks at what it is given; refuses the paths in `refused`. */
async function openRecorded(file: string, refused: (given: string) => boolean = () => false) {
  const paths: string[] = [];
  const opened = openMapped(file, (given) => {
    paths.push(given);
    return refused(given) ? Promise.reject(new Error('no')) : Promise.resolve(readFileSync(given));
  });
  return { paths, content: await opened.catch(() => null) };
}

it('gives a model without its large tensors, which names their place in the file, and clears it away', async () => {
  const { paths, content } = await openRecorded(weights);
  expect(paths).toHaveLength(1);
  expect(paths.some((given) => existsSync(path.dirname(given)))).toBe(false);
  expect(content?.length).toBeLessThan(statSync(weights).size / 40);
  const places = [...(content?.toString('latin1') ?? '').matchAll(/location\x12.([^\n]*?encoder[^\n]*?\.onnx)/g)];
  expect(places.length).toBeGreaterThan(30);
  const folder = path.dirname(paths[0] ?? '');
  for (const [, place = ''] of places) expect(path.resolve(folder, place)).toBe(realpathSync(weights));
});

it('opens the file itself where the copy is refused, and where it is no such model', async () => {
  expect((await openRecorded(weights, (given) => given !== weights)).paths.at(-1)).toBe(weights);
  const other = path.join(temporaryFolder(), 'model.onnx');
  for (const content of ['not a model', Buffer.from([0x3a, 0xff, 0xff, 0x03])]) {
    writeFileSync(other, content);
    expect((await openRecorded(other)).paths.at(-1)).toBe(other);
  }
  expect((await openRecorded(other, () => true)).content).toBeNull();
});
