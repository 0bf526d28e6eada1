/** Prints how well the questions of a folder with `corpus/` and `questions.jsonl` are answered, as one line of JSON. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbeddedIndex, type EmbeddedIndex } from '../app/asking/embedded-index.js';
import { readSettings } from '../app/settings.js';
import { gradeAnswers, type GradedQuestion } from './quality.js';

const folder = process.argv[2] ?? '.';
const scratch = await mkdtemp(path.join(tmpdir(), 'verbatim-grade-'));
try {
  const lines = (await readFile(path.join(folder, 'questions.jsonl'), 'utf8')).split('\n').filter(Boolean);
  const questions = lines.map((line) => JSON.parse(line) as GradedQuestion);
  const settings = { ...readSettings(), corpusDir: path.resolve(folder, 'corpus'), indexDir: scratch };
  const index = await openEmbeddedIndex(settings);
  const answers: Awaited<ReturnType<EmbeddedIndex['ask']>>[] = [];
  for (const { question } of questions) answers.push(await index.ask(question));
  await index.close();
  process.stdout.write(`${JSON.stringify(gradeAnswers(questions, answers))}\n`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
