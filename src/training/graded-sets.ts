/** This project's own graded questions, each set with the folder of the texts that it is asked of. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createWinkAnalyser } from '../adapters/wink-analyser.js';
import { readLabelledSet, root } from './labelled-set.js';

interface GradedQuestion {
  readonly question: string;
  /** Path of the document that answers; null where none does. */
  readonly document: string | null;
  readonly answers: readonly string[];
  /** Of a question without an answer: its subject occurs all the same; in some sets the document that it is near to. */
  readonly near?: boolean | string;
}

export interface GradedSet {
  readonly name: string;
  readonly corpusDir: string;
  readonly questions: readonly GradedQuestion[];
}

/** Every how many-th answerable question of the other sets is asked of a set as well, which cannot answer it. */
const strangerStep = 2;

/** The sets of `tests/questions`; documents that have to be made are written into `scratch`. */
export async function readGradedSets(scratch: string): Promise<GradedSet[]> {
  const [articles, sample, community] = await Promise.all(
    ['articles.jsonl', 'sample.jsonl', 'community.jsonl'].map(readQuestions),
  );
  const own = [
    { name: 'articles', corpusDir: await writeArticles(scratch, articles ?? []), questions: articles ?? [] },
    { name: 'sample', corpusDir: path.join(root, 'corpus'), questions: sample ?? [] },
    { name: 'community', corpusDir: path.join(root, 'tests', 'questions', 'community'), questions: community ?? [] },
  ];
  return own.map((set) => {
    const others = own.filter((other) => other !== set).flatMap(({ questions }) => questions);
    const strangers = others.filter(({ document }) => document !== null).filter((_, i) => i % strangerStep === 0);
    const unanswered = strangers.map(({ question }) => ({ question, document: null, answers: [] }));
    return { ...set, questions: [...set.questions, ...unanswered] };
  });
}

/** The labelled documents that are asked about, as a reader would have them: without their labels. */
async function writeArticles(scratch: string, questions: readonly GradedQuestion[]): Promise<string> {
  const folder = path.join(scratch, 'articles');
  await mkdir(folder);
  const asked = new Set(questions.map(({ document }) => document));
  for (const part of ['train', 'held-out'] as const) {
    for (const { document } of readLabelledSet(part, createWinkAnalyser())) {
      const name = path.basename(document.path);
      if (!asked.has(name)) continue;
      const { title, genre } = document.metadata;
      const head = `---\ntitle: ${JSON.stringify(title)}\ngenre: ${genre ?? 'other'}\n---\n`;
      await writeFile(path.join(folder, name), `${head}${document.text}`);
    }
  }
  return folder;
}

async function readQuestions(file: string): Promise<GradedQuestion[]> {
  const lines = (await readFile(path.join(root, 'tests', 'questions', file), 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as GradedQuestion);
}
