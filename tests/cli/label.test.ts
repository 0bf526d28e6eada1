import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { SentenceLabel } from '#verbatim/core/labelling/labels.js';
import { linkModel } from '../helpers/shared-index.js';
import { openHere } from '../helpers/open-here.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const text =
  'The pier is 90 metres long. A town that cannot mend its pier is not much of a town. "It is sound," said Mara Quill.\n';
const folder = temporaryFolder();
const file = path.join(folder, 'pier.txt');
writeFileSync(file, text);
const indexDir = temporaryFolder();
linkModel(indexDir);

async function label(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await runCli(['label', ...args], { env: { INDEX_DIR: indexDir, ...env } });
  expect(code).toBe(0);
  const labels = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SentenceLabel & { id?: string });
  return { labels, stderr };
}

function soundsOf(labels: readonly SentenceLabel[]): string[][] {
  return labels.map(({ reasons }) => reasons.map(({ cue }) => cue).filter((cue) => cue.startsWith('[sounds')));
}

it('labels a file as the index does', async () => {
  const { labels, stderr } = await label([file, '--json']);
  expect(stderr).toBe('');
  const { pipeline } = await openHere(folder, indexDir);
  await pipeline.close();
  const stored = pipeline.searchIndex.documents[0]?.sentences ?? [];
  expect(labels.map(({ label, confidence, sources }) => ({ label, confidence, sources }))).toEqual(
    stored.map(({ label: { label, confidence, sources } }) => ({ label, confidence, sources })),
  );
  expect(soundsOf(labels)).toEqual([['[sounds like a report]'], ['[sounds like opinion]'], [expect.any(String)]]);
});

it('labels a batch by the cues alone, and as the index does when asked to', async () => {
  const batch = path.join(folder, 'batch.jsonl');
  writeFileSync(batch, `${JSON.stringify({ id: 'a', sentence: 'The pier is 90 metres long.' })}\n`);
  const [plain, heard] = [await label(['--batch', batch]), await label(['--batch', batch, '--embed'])];
  expect(soundsOf(plain.labels)).toEqual([[]]);
  expect(soundsOf(heard.labels)).toEqual([['[sounds like a report]']]);
  const other = await label(['--batch', batch, '--embed'], { EMBEDDING_MODEL: 'Xenova/all-MiniLM-L6-v2' });
  expect(other.stderr).toBe(
    'notice: EMBEDDING_MODEL is "Xenova/all-MiniLM-L6-v2": labels rest on the cues alone, as in the index.\n',
  );
  expect(other.labels).toEqual(plain.labels);
});
