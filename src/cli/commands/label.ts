import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SentenceLabel } from '../../core/labelling/labels.js';
import type { BatchLine } from '../../app/labels/label-batch.js';
import type { LabelledSentence } from '../../app/labels/label-file.js';
import { exportStoredOverrides } from '../../app/labels/export-overrides.js';
import { readInherited } from '../../app/indexing/read-inherited.js';
import { openLabeller } from '../../app/labels/open-labeller.js';
import { readSettings, readStoreSettings } from '../../app/settings.js';
import { VerbatimError } from '../../core/errors.js';
import { readJsonLines } from '../read-batch.js';
import { printNotice, terminalStyle, visible, type TerminalStyle } from '../terminal-style.js';

/** Reasons shown for a sentence; the JSON has them all. */
const shownReasons = 5;

export interface LabelFlags {
  readonly json?: true;
  readonly batch?: string;
  readonly embed?: true;
}

export async function runLabel(file: string | undefined, { batch, json, embed }: LabelFlags): Promise<void> {
  if (batch !== undefined) {
    const lines = (await readJsonLines(batch)).map(({ value, where }) => toBatchLine(value, where));
    const labeller = await openLabeller(embed ? readSettings() : null, printNotice);
    for (const label of await labeller.labelBatch(lines)) process.stdout.write(`${JSON.stringify(label)}\n`);
    await labeller.close();
    return;
  }
  if (file === undefined)
    throw new VerbatimError('bad-usage', {
      problem: 'label: a file is missing',
      advice: 'Try: npm run -s verbatim -- label FILE',
    });
  const bytes = await readFile(file).catch((error: unknown) => {
    const fields = { problem: 'The file "{subject}" cannot be read', subject: file };
    throw new VerbatimError('bad-input', { ...fields, advice: 'Give the path of a text' }, { cause: error });
  });
  const style = terminalStyle(process.stdout);
  const labeller = await openLabeller(readSettings(), printNotice);
  const sentences = await labeller.labelFile(path.basename(file), bytes, await readInherited(file, printNotice));
  if (!json && sentences[0]) process.stdout.write(`${style.dim(describeTextKind(sentences[0].textKind))}\n\n`);
  for (const sentence of sentences) {
    process.stdout.write(json ? `${JSON.stringify(sentence)}\n` : renderSentence(sentence, style));
  }
  await labeller.close();
}

export function describeTextKind(kind: SentenceLabel['textKind']): string {
  return `Kind of text: ${kind === 'open' ? 'none in particular' : kind}`;
}

/** Prints one line of JSON for each label that a moderator has set. */
export async function runOverrides(): Promise<void> {
  const lines = await exportStoredOverrides(readSettings(), readStoreSettings(), printNotice);
  if (lines === '') printNotice('No moderator has set a label.');
  process.stdout.write(lines);
}

function toBatchLine(value: Record<string, unknown>, where: string): BatchLine {
  const { id, sentence, doc, start, end } = value;
  const isNumber = (offset: unknown): offset is number => Number.isInteger(offset) && (offset as number) >= 0;
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof sentence !== 'string') {
    throw new VerbatimError('bad-input', { subject: where, expected: '{"id": "…", "sentence": "…"}' });
  }
  if (doc === undefined || doc === null) return { id: String(id), sentence };
  if ((typeof doc !== 'string' && typeof doc !== 'number') || !isNumber(start) || !isNumber(end)) {
    const problem = '{subject}: a line with "doc" needs "start" and "end", offsets into the document';
    throw new VerbatimError('bad-input', { problem, subject: where });
  }
  return { id: String(id), sentence, doc: String(doc), start, end };
}

function renderSentence(
  { exact, start, end, label, step, statement, sources, spans, reasons }: LabelledSentence,
  style: TerminalStyle,
): string {
  const source = label === 'attributed' && sources[0] !== undefined ? `: ${visible(sources[0])}` : '';
  const head = `${style.lane(label, style.bold(`${label}${source}`))} ${style.dim(`(${step}${statement === undefined ? '' : `, ${statement}`}) ${start}–${end}`)}`;
  const lines = [head, style.wrap(`“${visible(exact)}”`, '  ')];
  for (const span of spans) {
    const part = visible(exact.slice(span.start - start, span.end - start));
    const name = span.attributedTo === null ? span.label : `${span.label}: ${visible(span.attributedTo)}`;
    lines.push(
      style.wrap(
        `${style.lane(span.label, `within it, ${name}`)} ${style.dim(`${span.start}–${span.end}`)} “${part}”`,
        '    ',
      ),
    );
  }
  const why = reasons
    .slice(0, shownReasons)
    .map(({ cue, weight, towards }) => `${visible(cue)} → ${towards} ${weight.toFixed(1)}`);
  return `${[...lines, style.dim(style.wrap(`because: ${why.join(', ')}`, '    '))].join('\n')}\n\n`;
}
