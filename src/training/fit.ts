/**
 * Fits all that depends on the models anew: the labels' weights with their probe, then the confidence without and with reading; and
 * prints how well each folder of questions is answered before and after. For use after a model was replaced.
 */
import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './labelled-set.js';

const run = promisify(execFile);
const folders = process.argv.slice(2);
if (folders.length === 0) {
  process.stderr.write('usage: npm run fit -- FOLDER...\nEach folder holds corpus/ and questions.jsonl.\n');
  process.exit(2);
}

const before = await gradeAll();
fit('main.js');
// What a reading is worth depends on what the ranking alone says, which is fitted in the first round.
fit('fit-confidence.js');
fit('fit-confidence.js');
const after = await gradeAll();
for (const [i, folder] of folders.entries()) {
  process.stdout.write(`\n${folder}\n`);
  for (const [name, value] of Object.entries(before[i] ?? {})) {
    process.stdout.write(`  ${name.padEnd(16)} ${value.toFixed(3)} -> ${(after[i]?.[name] ?? 0).toFixed(3)}\n`);
  }
}

/** Runs one of the programs that fit, then builds what it has written. */
function fit(program: string): void {
  for (const args of [
    [path.join(root, 'dist', 'training', program)],
    [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', path.join(root, 'tsconfig.json')],
  ]) {
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) process.exit(1);
  }
}

async function gradeAll(): Promise<Record<string, number>[]> {
  const grades: Record<string, number>[] = [];
  for (const folder of folders) {
    const { stdout } = await run(process.execPath, [path.join(root, 'dist', 'bench', 'grade.js'), folder]);
    grades.push(JSON.parse(stdout) as Record<string, number>);
  }
  return grades;
}
