import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnEmbeddedIndex } from '#verbatim/app/asking/embedded-index.js';
import type { Answer } from '#verbatim/core/search/answer.js';
import { gradeAnswers, type GradedQuestion, type Quality } from '#verbatim/bench/quality.js';
import { readLabelled } from '#verbatim/training/read-labelled.js';
import { analyser } from './helpers/analyse.js';
import { openHere } from './helpers/open-here.js';
import { temporaryFolder } from './helpers/temporary-folder.js';
import { Workspace } from './helpers/workspace.js';

/**
 * A little below what is measured, so that a small change of a weight passes and a fault does not. After tuning, run
 * this file: a failing test prints what was measured. Set each limit one or two questions below (above, for the last
 * three) the new figure; never loosen one to make a test pass without saying why in the changelog.
 */
const limits = {
  documentFirst: 0.75,
  answerInFirst: 0.47,
  answerInThree: 0.64,
  auroc: 0.64,
  falseRefusals: 0.2,
  falseAnswers: 0.63,
  wordsInFirst: 35,
} as const satisfies Record<Exclude<keyof Quality, 'answerable' | 'unanswerable'>, number>;

/** The documents that the limits were measured on; later ones of the labelled set are not among them. */
const articlePattern = /^[a-e]-.*\.txt$/;
const tests = fileURLToPath(new URL('.', import.meta.url));
const workspace = new Workspace(temporaryFolder(), readArticles());
let pipeline: OwnEmbeddedIndex;
let answers: Answer[];
let quality: Quality;
const questions = readFileSync(path.join(tests, 'questions', 'articles.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as GradedQuestion);

/** The labelled documents as a reader would have them: front matter and text, without the labels. */
function readArticles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const part of ['train', 'held-out']) {
    const folder = path.join(tests, 'labelled', part);
    for (const name of readdirSync(folder).filter((entry) => articlePattern.test(entry))) {
      const { document } = readLabelled(readFileSync(path.join(folder, name), 'utf8'), name, analyser);
      const { title, genre } = document.metadata;
      files[name] = `---\ntitle: ${JSON.stringify(title)}\ngenre: ${genre ?? 'other'}\n---\n${document.text}\n`;
    }
  }
  return files;
}

beforeAll(async () => {
  ({ pipeline } = await openHere(workspace.corpusDir, workspace.indexDir, { hasReader: true }));
  answers = [];
  for (const { question } of questions) answers.push(await pipeline.ask(question));
  quality = gradeAnswers(questions, answers);
});

describe('the graded questions', () => {
  it('are about documents that are there, with answers that stand in them', () => {
    const texts = new Map(pipeline.searchIndex.documents.map(({ document }) => [document.path, document.text]));
    for (const { id, document, answers: expected } of questions) {
      if (document === null) continue;
      const text = texts.get(document) ?? '';
      expect(
        expected.some((answer) => text.includes(answer)),
        id,
      ).toBe(true);
    }
    expect({ answerable: quality.answerable, unanswerable: quality.unanswerable }).toEqual({
      answerable: questions.filter(({ document }) => document !== null).length,
      unanswerable: questions.filter(({ document }) => document === null).length,
    });
  });

  it('are answered with slices of the texts, without any exception', () => {
    const texts = new Map(pipeline.searchIndex.documents.map(({ document }) => [document.id, document.text]));
    for (const { quotes } of answers) {
      for (const { exact, start, end, document } of quotes) {
        expect(texts.get(document.id)?.slice(start, end)).toBe(exact);
      }
    }
  });

  it.each(['documentFirst', 'answerInFirst', 'answerInThree', 'auroc'] as const)('reach the limit of %s', (grade) => {
    expect(quality[grade], JSON.stringify(quality)).toBeGreaterThanOrEqual(limits[grade]);
  });

  it.each(['falseRefusals', 'falseAnswers', 'wordsInFirst'] as const)('stay within the limit of %s', (grade) => {
    expect(quality[grade], JSON.stringify(quality)).toBeLessThanOrEqual(limits[grade]);
  });

  it('are answered the same when they are asked again', async () => {
    for (const [i, { question }] of questions.slice(0, 20).entries()) {
      const again = await pipeline.ask(question);
      expect({ ...again, elapsedMs: 0 }).toEqual({ ...answers[i], elapsedMs: 0 });
    }
  });
});
