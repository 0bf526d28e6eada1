/** Fits the weights of the confidence on this project's own graded questions and writes them into the sources. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { openIndex } from '../app/asking/open-index.js';
import { readLabelledSet } from './labelled-set.js';
import { fitWeights, type Example } from './regression.js';

interface GradedQuestion {
  readonly question: string;
  readonly document: string | null;
  readonly answers: readonly string[];
  /** Of a question without an answer: its subject occurs all the same. */
  readonly near?: boolean;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = ['bias', 'cosine', 'coverage', 'document', 'missingNames', 'missingKind', 'foundKind', 'missingWords'];
const signs = {
  cosine: 1,
  coverage: 1,
  document: 1,
  missingNames: -1,
  missingKind: -1,
  foundKind: 1,
  missingWords: -1,
};
/** A quote without the number that is asked for hardly ever answers, whatever else speaks for it. */
const priors = { missingKind: -3.5 };
/** Near misses are far more frequent among the questions of the set than among those that people ask. */
const nearMissWeight = 0.3;

const scratch = await mkdtemp(path.join(tmpdir(), 'verbatim-fit-'));
try {
  const articles = path.join(scratch, 'articles');
  await mkdir(articles);
  const asked = new Set((await readQuestions('articles.jsonl')).map(({ document }) => document));
  for (const part of ['train', 'held-out'] as const) {
    for (const { document } of readLabelledSet(part, createWinkAnalyser())) {
      if (!asked.has(path.basename(document.path))) continue;
      const { title, genre } = document.metadata;
      const head = `---\ntitle: ${JSON.stringify(title)}\ngenre: ${genre ?? 'other'}\n---\n`;
      await writeFile(path.join(articles, path.basename(document.path)), `${head}${document.text}`);
    }
  }
  const examples = [
    ...(await collectExamples(articles, 'articles.jsonl')),
    ...(await collectExamples(path.join(root, 'corpus'), 'sample.jsonl')),
  ];
  const weights = fitWeights(balance(examples), names, {
    penalty: 0.005,
    iterations: 20_000,
    rate: 0.5,
    priors,
    signs,
  });
  const lines = Array.from(weights, ([name, weight]) => `  ${name}: ${weight},\n`);
  await writeFile(
    path.join(root, 'src', 'core', 'search', 'confidence-weights.ts'),
    '/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */\n' +
      `export const confidenceWeights = {\n${lines.join('')}};\n`,
  );
  process.stdout.write(lines.join(''));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function readQuestions(file: string): Promise<GradedQuestion[]> {
  const lines = (await readFile(path.join(root, 'tests', 'questions', file), 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as GradedQuestion);
}

/** The evidence of each question, as if it was answered; wrongly answered ones teach nothing. Each set weighs the same. */
async function collectExamples(corpusDir: string, file: string): Promise<Example[]> {
  const questions = await readQuestions(file);
  const index = await openIndex({
    corpusDir,
    indexDir: path.join(scratch, `index-${file}`),
    embeddingModel: 'bundled',
    embeddingThreads: 0,
  });
  const examples: Example[] = [];
  for (const { question, document, answers, near } of questions) {
    const { evidence, quotes } = await index.ask(question, { threshold: 0 });
    const target = document === null ? 0 : 1;
    if (target === 1 && !answers.some((answer) => quotes[0]?.exact.includes(answer))) continue;
    const weight = (near === true ? nearMissWeight : 1) / questions.length;
    examples.push({ features: new Map([['bias', 1], ...Object.entries(evidence)]), target, weight });
  }
  await index.close();
  return examples;
}

/** Gives both outcomes the same weight in all. */
function balance(examples: readonly Example[]): Example[] {
  const total = (target: 0 | 1): number =>
    examples.filter((example) => example.target === target).reduce((sum, { weight }) => sum + weight, 0);
  const totals = [total(0), total(1)];
  return examples.map((example) => ({ ...example, weight: example.weight / (2 * (totals[example.target] ?? 1)) }));
}
