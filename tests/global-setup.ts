import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { exportUseLite } from '#verbatim/adapters/embedding/use-lite/export.js';
import { linkModelFrom } from './helpers/link-model.js';
import { runCli } from './helpers/run-cli.js';
import { sharedCorpora } from './helpers/shared-corpora.js';
import { writeFiles } from './helpers/write-files.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * A folder with what all tests share: the exported bundled model in `model`, and the index of each shared corpus in
     * a folder of its name. To be linked or copied, never written to.
     */
    readonly sharedFolder: string;
  }
}

/** Exports the bundled model and builds the indexes of the shared corpora, once for the whole run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-tests-'));
  const modelFolder = path.join(folder, 'model');
  await exportUseLite(modelFolder);
  await Promise.all(
    Object.entries(sharedCorpora).map(async ([name, files]) => {
      const [corpusDir, indexDir] = [path.join(folder, 'corpora', name), path.join(folder, name)];
      writeFiles(corpusDir, files);
      linkModelFrom(modelFolder, indexDir);
      const { code, stderr } = await runCli(['index'], { env: { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir } });
      if (code !== 0) throw new Error(`The index of the shared corpus ${name} could not be built: ${stderr}`);
    }),
  );
  project.provide('sharedFolder', folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
