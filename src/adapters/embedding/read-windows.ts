import type { Reading } from '../../core/ports.js';
import type { TokenRanges, WordPieceTokenizer } from './word-piece.js';

/** Ids of the tokens that frame question and text. */
export interface FrameIds {
  readonly cls: number;
  readonly sep: number;
}

/** One run of the model: `[CLS] question [SEP] text [SEP]`. */
interface ReaderInput {
  readonly ids: BigInt64Array;
  /** 1 for the text and its `[SEP]`. */
  readonly types: BigInt64Array;
  /** Place of the first token of the text, and of the `[SEP]` after the last. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** What the model says of one input: logits for each token, and one for the whole. */
interface ReaderOutput {
  readonly starts: Float32Array;
  readonly ends: Float32Array;
  readonly answers: number;
}

export type RunReader = (input: ReaderInput) => Promise<ReaderOutput>;

/** Tokens of question and text that the model was trained to see at once. */
const MAX_LENGTH = 200;
const MAX_QUESTION_LENGTH = 64;
/** Tokens that two windows of a long text share: an answer is never longer. */
const OVERLAP = 32;
/** Tokens from the first of an answer to its last. */
const MAX_ANSWER_DISTANCE = 30;
/** Windows of one text that are read; the rest of it is not. */
const MAX_WINDOWS = 12;
/** UTF-16 units of one text that are looked at: more than so many windows hold. */
const MAX_TEXT_LENGTH = 32_768;
/** Units of a question that are looked at. */
const MAX_ASKED_LENGTH = 2_048;
/** How much the answerable logit counts beside the margin where windows are compared; fitted with the model. */
const ANSWERS_WEIGHT = 1.5;

/** Of a text without words. */
const NOTHING: Reading = { span: null, margin: -20, answers: -20 };

/**
 * Reads each text by runs of the model, which sees one window at a time: weights of 8 bits scale their inputs by the whole batch, so
 * that in a batch a reading would depend on its neighbours. Gives up control before each run.
 */
export async function* readInSteps(
  tokenizer: WordPieceTokenizer,
  frame: FrameIds,
  run: RunReader,
  question: string,
  texts: readonly string[],
): AsyncGenerator<undefined, Reading[]> {
  const asked = tokenizer.tokenize(question.slice(0, MAX_ASKED_LENGTH)).ids.subarray(0, MAX_QUESTION_LENGTH);
  const room = MAX_LENGTH - asked.length - 3;
  const readings: Reading[] = [];
  for (const text of texts) {
    const tokens = tokenizeStart(tokenizer, text);
    let best = NOTHING;
    for (const [from, to] of cutWindows(tokens.ids.length, room)) {
      const reading = await readWindow(run, frame, asked, tokens, from, to);
      if (best.span === null || worth(reading) > worth(best)) best = reading;
      yield;
    }
    readings.push(best);
  }
  return readings;
}

/** The tokens of a text, of a huge one as far as it is read, without a word that the cut would part. */
function tokenizeStart(tokenizer: WordPieceTokenizer, text: string): TokenRanges {
  if (text.length <= MAX_TEXT_LENGTH) return tokenizer.tokenize(text);
  const head = text.slice(0, MAX_TEXT_LENGTH);
  return tokenizer.tokenize(head.slice(0, head.search(/\S+$/) < 0 ? undefined : head.search(/\S+$/)));
}

/** Windows of `room` tokens over `count`, each overlapping the one before. */
function* cutWindows(count: number, room: number): Generator<[from: number, to: number]> {
  for (let number = 0, from = 0; number < MAX_WINDOWS && count > 0; number++, from += room - OVERLAP) {
    yield [from, Math.min(count, from + room)];
    if (from + room >= count) return;
  }
}

async function readWindow(
  run: RunReader,
  { cls, sep }: FrameIds,
  asked: Uint32Array,
  tokens: TokenRanges,
  from: number,
  to: number,
): Promise<Reading> {
  const textStart = asked.length + 2;
  const textEnd = textStart + to - from;
  const ids = BigInt64Array.from([cls, ...asked, sep, ...tokens.ids.subarray(from, to), sep], BigInt);
  const types = new BigInt64Array(ids.length).fill(1n, textStart);
  const { starts, ends, answers } = await run({ ids, types, textStart, textEnd });
  const { first, last, sum } = findBestPair(starts, ends, textStart, textEnd);
  const offset = from - textStart;
  const span = { start: tokens.starts[first + offset] ?? 0, end: tokens.ends[last + offset] ?? 0 };
  return { span, margin: sum - (starts[0] ?? 0) - (ends[0] ?? 0), answers };
}

/** The tokens of `[from, to)` with the highest sum of start and end, the last at most 30 after the first; of equals the first. */
function findBestPair(
  starts: Float32Array,
  ends: Float32Array,
  from: number,
  to: number,
): { first: number; last: number; sum: number } {
  const best = { first: from, last: from, sum: -Infinity };
  for (let first = from; first < to; first++) {
    for (let last = first; last < Math.min(to, first + MAX_ANSWER_DISTANCE + 1); last++) {
      const sum = (starts[first] ?? 0) + (ends[last] ?? 0);
      if (sum > best.sum) Object.assign(best, { first, last, sum });
    }
  }
  return best;
}

function worth({ margin, answers }: Reading): number {
  return margin + ANSWERS_WEIGHT * answers;
}
