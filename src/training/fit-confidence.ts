/**
 * Fits the weights and thresholds of the confidence, with reading and without, on this project's own graded questions, writes them
 * into the sources and prints how well they do. None of these questions was among those that the reader was trained on.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbeddedIndex } from '../app/asking/embedded-index.js';
import { nearConfidence } from '../core/search/absent.js';
import { estimateStrangeness } from '../core/reading/reading-confidence.js';
import { readGradedSets, type GradedSet } from './graded-sets.js';
import { root } from './labelled-set.js';
import { fitWeights, type Example } from './regression.js';

type Numbers = Readonly<Record<string, number>>;

interface Fit {
  /** Where the weights are written to, below `src/core`, and under which name. */
  readonly file: string;
  readonly constant: string;
  readonly read: boolean;
  readonly signs: Numbers;
  readonly priors: Numbers;
  readonly penalty: number;
  /** What an unanswered question weighs whose subject occurs, and one whose subject does not; answered ones weigh 1. */
  readonly nearMissWeight: number;
  readonly strangerWeight: number;
}

const fits: readonly Fit[] = [
  {
    file: 'search/confidence-weights.ts',
    constant: 'confidenceWeights',
    read: false,
    signs: {
      cosine: 1,
      coverage: 1,
      document: 1,
      missingNames: -1,
      missingKind: -1,
      foundKind: 1,
      missingWords: -1,
    },
    // A quote without the number that is asked for hardly ever answers, whatever else speaks for it.
    priors: { missingKind: -3.5 },
    penalty: 0.005,
    // Far more frequent among the questions of the sets than among those that people ask.
    nearMissWeight: 0.3,
    strangerWeight: 0.33,
  },
  {
    file: 'reading/reading-weights.ts',
    constant: 'readingWeights',
    read: true,
    signs: {
      margin: 1,
      answers: 1,
      bestMargin: 1,
      bestAnswers: 1,
      aloneMargin: 1,
      aloneAnswers: 1,
      rank: -1,
      unfound: -1,
      strange: -1,
      missingNames: -1,
      detail: 1,
    },
    priors: {},
    penalty: 0.002,
    nearMissWeight: 1,
    strangerWeight: 1,
  },
];
const subjectFit = {
  file: 'search/subject-weights.ts',
  constant: 'subjectWeights',
  signs: { score: 1, nearness: 1, document: 1 },
  penalty: 0.0001,
} as const;

/** A question with what its first quote was judged by; `isAbout` unless it is a stranger to the texts. */
interface GradedExample extends Example {
  readonly isAbout: boolean;
}

/** A false answer costs so many false refusals. */
const falseAnswerCost = 2;
/** Of the questions that people ask such a share is not answered by the texts. */
const unansweredShare = 0.2;
/** Share of the answerable questions that may be told that the texts hold nothing about them. */
const lostShare = 0.02;

const scratch = await mkdtemp(path.join(tmpdir(), 'verbatim-fit-'));
try {
  const sets = await readGradedSets(scratch);
  for (const fit of fits) {
    const collected: GradedExample[] = [];
    for (const set of sets) collected.push(...(await collectExamples(set, fit)));
    const examples = fit.read ? await withStrangeness(collected) : collected;
    const names = ['bias', ...Object.keys(fit.signs)];
    const weights = fitWeights(balance(examples), names, {
      penalty: fit.penalty,
      iterations: 20_000,
      rate: 0.5,
      priors: fit.priors,
      signs: fit.signs,
    });
    const confidences = examples.map(({ features }) => logistic(weights, features));
    const thresholds = fit.read ? chooseThresholds(examples, confidences) : {};
    await writeConstants(fit, Object.fromEntries(weights), thresholds);
    process.stdout.write(`${fit.constant}\n${describe([...weights])}${describe(Object.entries(thresholds))}`);
    process.stdout.write(describeCalibration(examples, confidences));
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** The evidence of each question, as if it was answered; wrongly answered ones teach nothing. Each set weighs the same. */
async function collectExamples({ name, corpusDir, questions }: GradedSet, fit: Fit): Promise<GradedExample[]> {
  const index = await openEmbeddedIndex({
    corpusDir,
    indexDir: path.join(scratch, `index-${name}`),
    indexServer: null,
    embeddingModel: 'bundled',
    embeddingThreads: 0,
    readerModel: fit.read ? 'bundled' : 'off',
  });
  const examples: GradedExample[] = [];
  for (const { question, document, answers, near } of questions) {
    const { evidence, quotes } = await index.ask(question, { threshold: 0 });
    const target = document === null ? 0 : 1;
    if (target === 1 && !answers.some((answer) => quotes[0]?.exact.includes(answer))) continue;
    const isAbout = target === 1 || Boolean(near);
    const own = target === 1 ? 1 : isAbout ? fit.nearMissWeight : fit.strangerWeight;
    const weight = own / questions.length;
    examples.push({ features: new Map([['bias', 1], ...Object.entries(evidence)]), target, weight, isAbout });
  }
  await index.close();
  return examples;
}

/** Fits and writes what tells whether texts are about a question, and brings what it says of the examples up to date. */
async function withStrangeness(examples: readonly GradedExample[]): Promise<Example[]> {
  const weights = fitWeights(
    balance(examples.map((example) => ({ ...example, target: example.isAbout ? 1 : 0 }))),
    ['bias', ...Object.keys(subjectFit.signs)],
    { penalty: subjectFit.penalty, iterations: 40_000, rate: 2, priors: {}, signs: subjectFit.signs },
  );
  await writeConstants(subjectFit, Object.fromEntries(weights), {});
  process.stdout.write(`${subjectFit.constant}\n${describe([...weights])}`);
  return examples.map((example) => {
    const strange = estimateStrangeness(logitOf(weights, example.features));
    return { ...example, features: new Map([...example.features, ['strange', strange]]) };
  });
}

/** Gives both outcomes the same weight in all. */
function balance(examples: readonly Example[]): Example[] {
  const total = (target: 0 | 1): number =>
    examples.filter((example) => example.target === target).reduce((sum, { weight }) => sum + weight, 0);
  const totals = [total(0), total(1)];
  return examples.map((example) => ({ ...example, weight: example.weight / (2 * (totals[example.target] ?? 1)) }));
}

function logistic(weights: ReadonlyMap<string, number>, features: ReadonlyMap<string, number>): number {
  return 1 / (1 + Math.exp(-logitOf(weights, features)));
}

function logitOf(weights: ReadonlyMap<string, number>, features: ReadonlyMap<string, number>): number {
  let logit = 0;
  for (const [name, weight] of weights) logit += weight * (features.get(name) ?? 0);
  return logit;
}

/**
 * The lines between the three outcomes. Both classes weigh the same in the fit, so that an error on either side costs the same where
 * the odds are those of costs and shares (Elkan, "The Foundations of Cost-Sensitive Learning", IJCAI 2001); and below the other line
 * hardly anything is that answers.
 */
function chooseThresholds(examples: readonly Example[], confidences: readonly number[]): Numbers {
  const answered = confidences.filter((_, i) => examples[i]?.target === 1).sort((a, b) => a - b);
  const lost = answered[Math.floor(lostShare * answered.length)] ?? 0;
  const odds = (falseAnswerCost * unansweredShare) / (1 - unansweredShare);
  const readThreshold = round(odds / (1 + odds));
  return { readThreshold, relatedThreshold: Math.min(round(lost), nearConfidence) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function writeConstants(
  { file, constant }: Pick<Fit, 'file' | 'constant'>,
  weights: Numbers,
  thresholds: Numbers,
): Promise<void> {
  const object = `export const ${constant} = {\n${describe(Object.entries(weights), '  ', ',')}};\n`;
  const lines = Object.entries(thresholds).map(([name, value]) => `export const ${name} = ${value};\n`);
  const head =
    '/** Written by `npm run train-confidence` from tests/questions; run it again instead of changing a number here. */\n';
  await writeFile(path.join(root, 'src', 'core', file), `${head}${object}${lines.join('')}`);
}

function describe(numbers: readonly (readonly [string, number])[], indent = '  ', end = ''): string {
  return numbers.map(([name, value]) => `${indent}${name}: ${value}${end}\n`).join('');
}

/** How often what is claimed to answer does, by fifths of the confidence. */
function describeCalibration(examples: readonly Example[], confidences: readonly number[]): string {
  const balanced = balance(examples);
  const lines = [0, 0.2, 0.4, 0.6, 0.8].map((from) => {
    const inside = balanced.filter((_, i) => Math.min(4, Math.floor((confidences[i] ?? 0) * 5)) === from * 5);
    const total = inside.reduce((sum, { weight }) => sum + weight, 0);
    const right = inside.filter(({ target }) => target === 1).reduce((sum, { weight }) => sum + weight, 0);
    const share = total > 0 ? (right / total).toFixed(2) : 'none';
    return `  confidence ${from.toFixed(1)} to ${(from + 0.2).toFixed(1)}: ${inside.length} questions, answered ${share}\n`;
  });
  return lines.join('');
}
