import { readFile } from 'node:fs/promises';
import { VerbatimError } from '../core/errors.js';
import { lanes, type Lane } from '../core/labelling/labels.js';

interface BatchQuestion {
  readonly id: string;
  readonly question: string;
  /** Path or title of the only document to look in. */
  readonly in?: string;
  readonly lane?: Lane;
  /** The file and the line that it stands in. */
  readonly where: string;
}

/** Reads a file of lines `{"id", "question", "in"?, "lane"?}`, or with `query` for `question`. Throws `bad-input`, naming the line, before anything is answered. */
export async function readBatch(file: string): Promise<BatchQuestion[]> {
  return (await readJsonLines(file)).map(({ value, where }) => {
    const { id, question = value['query'] } = value;
    if ((typeof id !== 'string' && typeof id !== 'number') || typeof question !== 'string') {
      throw new VerbatimError('bad-input', { subject: where, expected: '{"id": "…", "question": "…"}' });
    }
    const lane = lanes.find((known) => known === value['lane']);
    if (value['lane'] !== undefined && !lane) {
      throw new VerbatimError('bad-input', { subject: `${where}, lane`, expected: `one of ${lanes.join(', ')}` });
    }
    if (value['in'] !== undefined && typeof value['in'] !== 'string') {
      throw new VerbatimError('bad-input', { subject: `${where}, in`, expected: 'the path or title of a document' });
    }
    return {
      id: String(id),
      question,
      where,
      ...(value['in'] === undefined ? {} : { in: value['in'] }),
      ...(lane ? { lane } : {}),
    };
  });
}

/** Reads a file of JSON objects, one a line; empty lines are passed over. */
export async function readJsonLines(file: string): Promise<{ value: Record<string, unknown>; where: string }[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const fields = { problem: 'The file "{subject}" cannot be read', subject: file };
    throw new VerbatimError(
      'bad-input',
      { ...fields, advice: 'Give the path of a file with JSON lines' },
      { cause: error },
    );
  }
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, i) => ({ line, where: `${file}, line ${i + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }) => ({ value: parseObject(line, where), where }));
}

function parseObject(line: string, where: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below, with the place
  }
  throw new VerbatimError('bad-input', { subject: where, expected: 'a JSON object' });
}
