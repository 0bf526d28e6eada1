import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader } from '#verbatim/adapters/embedding/onnx-reader.js';
import { findBundled } from '#verbatim/adapters/embedding/embedding-model.js';
import { locateReader } from '#verbatim/adapters/embedding/reader-model.js';
import type { Reader } from '#verbatim/core/ports.js';
import { squeezeLogit } from '#verbatim/core/reading/findings.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const folder = temporaryFolder();
let reader: Reader;
beforeAll(async () => {
  reader = await openReader({ model: 'bundled', threads: 1 });
});
afterAll(() => reader.close());

/** Questions with texts that answer them, and the words that do. */
const answered = [
  ['When was the bridge built?', 'The bridge was built in 1911 by the Harrow brothers.', '1911'],
  ['Who may borrow the telescope?', 'The telescope may be borrowed by any member who took the course.', 'any member'],
  [
    'Why was the meeting moved?',
    'The meeting was moved to Thursday because the hall was flooded.',
    'the hall was flooded',
  ],
  [
    'Where is the key kept?',
    'The key is kept under the third flower pot. Ask Ilse if in doubt.',
    'under the third flower pot',
  ],
  [
    'What do I do when the engine overheats?',
    'Faults\nEngine overheats: stop at once and let it cool.',
    'stop at once',
  ],
] as const;
/** Questions with texts that speak of the thing, but do not say it. */
const unanswered = [
  [
    'How many people live in the valley?',
    'The valley is known for its pears. The fair draws visitors from three counties.',
  ],
  ['Who designed the lighthouse?', 'The lighthouse was finished in 1874. Its lamp was replaced in 1932.'],
  ['What is the wifi password?', 'Guests can use the reading room until ten. Please leave your coats at the desk.'],
  ['How long does a parcel take to Norway?', 'Parcels to Sweden take three days. Returns are free within a month.'],
  ['Who owns the mill?', 'The mill was built in 1840 and grinds rye. Its wheel is of oak.'],
] as const;
const filler = 'Nothing of note happened on that day, and people went home early. ';

async function readOne(question: string, text: string) {
  const [reading] = await reader.read(question, [text]);
  if (!reading) throw new Error('nothing was read');
  return { ...reading, words: reading.span && text.slice(reading.span.start, reading.span.end) };
}

/** What the same model says in single precision of slices of `tests/questions/community`; written once by its export. */
interface FullPrecision {
  readonly question: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly margin: number;
  readonly answers: number;
}

describe('the bundled reader', () => {
  it.each(answered)('finds the words that answer %j', async (question, text, words) => {
    const reading = await readOne(question, text);
    expect(reading.words).toContain(words);
    expect(reading.margin).toBeGreaterThan(2);
    expect(reading.answers).toBeGreaterThan(1);
  });

  it.each(unanswered)('sees that nothing answers %j', async (question, text) => {
    const { margin, answers } = await readOne(question, text);
    expect(margin).toBeLessThan(-2);
    expect(answers).toBeLessThan(-1);
  });

  it('names its model', () => {
    expect(reader.model).toEqual({ id: 'bundled', checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('reads each text as if there was no other, in the order that they have', async () => {
    const [question] = answered[0];
    const texts = [...answered, ...unanswered].map(([, text]) => text);
    const together = await reader.read(question, texts);
    const alone = await Promise.all(texts.map(async (text) => (await reader.read(question, [text]))[0]));
    expect(together).toEqual(alone);
    expect(await reader.read(question, texts.toReversed())).toEqual(together.toReversed());
    expect(await reader.read(question, [])).toEqual([]);
  });

  it.each([
    ['at the beginning', 0],
    ['in the middle', 25],
    ['at the end', 60],
  ])('finds the words in a long text %s', async (_, before) => {
    const [question, text, words] = answered[3];
    const long = `${filler.repeat(before)}${text} ${filler.repeat(60 - before)}`;
    const reading = await readOne(question, long);
    expect(reading.words).toBe(words);
    expect(reading.margin).toBeGreaterThan(2);
  });

  it.each(['', ' \n', '\u200b\ue000', 'x'.repeat(1_000_000)])(
    'finds no words where there are none to read',
    async (text) => {
      expect(await readOne('Where is the key kept?', text)).toMatchObject({ span: null, words: null });
    },
  );

  it('counts in the units of the text as it is', async () => {
    const [question, , words] = answered[3];
    const text = `😀\u202e\u200b שָׁלוֹם e\u0301\ue000中 ${'👩‍👩‍👧‍👦'.repeat(3)} The key is kept ${words}.`;
    expect((await readOne(question, text)).words).toBe(words);
  });

  it('reads a text and a question of a million units in bounded time', async () => {
    const { span } = await readOne(`${answered[3][0]} `.repeat(40_000), filler.repeat(15_000));
    expect(span?.end).toBeLessThan(32_768);
  });

  it('refuses to read when it was closed', async () => {
    const other = await openReader({ model: 'bundled', threads: 1 });
    await other.close();
    await expect(other.read('Who?', ['I.'])).rejects.toThrow('The reader was closed: open it again.');
    await other.close();
  });

  it('agrees with itself in single precision: on what answers, on which words, and nearly on how sure it is', async () => {
    const lines = readFileSync(new URL('reader-fp32.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const cases = lines.map((line) => JSON.parse(line) as FullPrecision);
    let same = 0;
    for (const { question, document, start, end, words, margin, answers } of cases) {
      const file = new URL(`../questions/community/${document}`, import.meta.url);
      const reading = await readOne(question, readFileSync(file, 'utf8').slice(start, end));
      // As they count: between two that are clearly none it does not matter.
      expect(Math.abs(squeezeLogit(reading.margin) - squeezeLogit(margin)), question).toBeLessThan(0.4);
      expect(Math.abs(reading.answers - answers), question).toBeLessThan(1.5);
      // Where the answering words end may differ, here in three of sixteen: the ones stand in the others.
      if (margin > 3) expect(shareOfWords(reading.words ?? '', words), question).toBeGreaterThan(0.2);
      if (Math.abs(margin) > 3) expect(Math.sign(reading.margin), question).toBe(Math.sign(margin));
      if (margin > 0 && reading.words === words) same++;
    }
    const sure = cases.filter(({ margin }) => margin > 0).length;
    expect(sure).toBeGreaterThan(10);
    expect(same / sure).toBeGreaterThan(0.8);
  });
});

/** The length of the shorter of two texts in that of the longer, 0..1; 0 where it does not stand in it. */
function shareOfWords(one: string, other: string): number {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return long.includes(short) ? short.length / long.length : 0;
}

describe('a reader in a folder', () => {
  const copy = (name: string): string => {
    const target = path.join(folder, name);
    cpSync(locateReader('bundled'), target, { recursive: true });
    return target;
  };

  it('reads as the bundled one does', async () => {
    const other = await openReader({ model: copy('whole'), threads: 1 });
    expect(other.model.checksum).toBe(reader.model.checksum);
    const [question, text] = answered[0];
    expect(await other.read(question, [text])).toEqual(await reader.read(question, [text]));
    await other.close();
  });

  const weights = 'onnx/model_quantized.onnx';
  it.each([
    [
      'cut off',
      (target: string) => {
        truncateSync(path.join(target, weights), 9_000_000);
      },
      /^The reader in \S+ is damaged, /,
    ],
    [
      'cut off without a record of its checksum',
      (target: string) => {
        rmSync(path.join(target, 'checksum.json'));
        truncateSync(path.join(target, weights), 9_000_000);
      },
      /^The reader in \S+ cannot be loaded: [^\n]+$/,
    ],
    [
      'without weights',
      (target: string) => {
        rmSync(path.join(target, weights));
      },
      /^The reader's folder \S+ lacks onnx/,
    ],
    [
      'with a folder in place of its weights',
      (target: string) => {
        rmSync(path.join(target, weights));
        mkdirSync(path.join(target, weights));
      },
      /^The reader's folder \S+ lacks onnx/,
    ],
    [
      'itself a file',
      (target: string) => {
        rmSync(target, { recursive: true });
        writeFileSync(target, '');
      },
      /^The reader's folder \S+ lacks onnx/,
    ],
    [
      'absent',
      (target: string) => {
        rmSync(target, { recursive: true });
      },
      /^The reader's folder \S+ does not exist: give one with /,
    ],
    [
      'of another kind',
      (target: string) => {
        cpSync(findBundled('encoder'), target, { recursive: true });
      },
      /^The model in \S+ is not a reader: expected start_logits, end_logits, answerable among its inputs and outputs, got /,
    ],
    [
      'with another tokenizer',
      (target: string) => {
        rmSync(path.join(target, 'checksum.json'));
        writeFileSync(path.join(target, 'tokenizer.json'), '{"model":{"type":"BPE"}}');
      },
      /^The reader's tokenizer \S+ cannot be used: it is not one of an uncased BERT\.$/,
    ],
  ])('that is %s is refused in one line', async (name, damage, message) => {
    const target = copy(name.replaceAll(' ', '-'));
    damage(target);
    const opening = openReader({ model: target });
    await expect(opening).rejects.toMatchObject({
      name: 'VerbatimError',
      message: expect.stringMatching(message) as string,
    });
  });
});
