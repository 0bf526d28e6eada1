import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { exportUseLite } from '#verbatim/adapters/embedding/use-lite/export.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with the exported bundled model, shared by all tests: to be linked or copied, never written to. */
    readonly modelFolder: string;
  }
}

/** Exports the bundled model once for the whole run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-tests-'));
  const modelFolder = path.join(folder, 'model');
  await exportUseLite(modelFolder);
  project.provide('modelFolder', modelFolder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
