import { lanes, type Lane } from '../core/labelling/labels.js';
import type { LabelledDocument } from './read-labelled.js';
import { LabelledFormatError } from './parse-labelled-line.js';

/** Documents of which a second reader labels a part; their names begin so. */
const doubledNames = /\/[no]-/;
const doubledCount = 100;

/** A sentence that two readers have labelled, each without the other's label. */
export type DoubleLabel = readonly [first: Lane, second: Lane];

/** How far two readers agree. */
interface Agreement {
  readonly sentences: number;
  /** Share of equal labels, 0..1. */
  readonly raw: number;
  /** Agreement beyond chance, at most 1 (Cohen, "A coefficient of agreement for nominal scales", 1960). */
  readonly kappa: number;
  /** The same for one lane against both others. */
  readonly kappaByLane: Readonly<Record<Lane, number>>;
}

/** A sentence that is labelled twice: its document, and its number there from 0. */
interface Chosen {
  readonly labelled: LabelledDocument;
  readonly sentence: number;
}

/** The sentences that a second reader labels: of all in the documents of communities, in order of names, at equal distances. */
export function chooseDoubled(documents: readonly LabelledDocument[]): Chosen[] {
  const all = documents
    .filter(({ document }) => doubledNames.test(document.path))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .flatMap((labelled) => labelled.sentences.map((_, sentence) => ({ labelled, sentence })));
  return Array.from({ length: doubledCount }, (_, i) => all[Math.floor((i * all.length) / doubledCount)]).filter(
    (one) => one !== undefined,
  );
}

/** The documents without labels, the chosen sentences in double brackets with their number from 1. */
export function renderSheet(chosen: readonly Chosen[]): string {
  const documents = [...new Set(chosen.map(({ labelled }) => labelled))];
  return documents
    .map((labelled) => {
      const { text, metadata } = labelled.document;
      let sheet = `===== ${nameOf(labelled)}: ${metadata.title} =====\n\n`;
      let from = 0;
      for (const [i, one] of chosen.entries()) {
        const span = one.labelled === labelled ? labelled.sentences[one.sentence] : undefined;
        if (!span) continue;
        sheet += `${text.slice(from, span.start)}[[${i + 1}: ${text.slice(span.start, span.end)}]]`;
        from = span.end;
      }
      return `${sheet}${text.slice(from)}\n`;
    })
    .join('\n');
}

/** A row of tests/labelled/second-labels.tsv. */
interface DoubledRow {
  readonly document: string;
  readonly first: Lane;
  readonly second: Lane;
  /** What both agreed on afterwards: the label that the file has. */
  readonly settled: Lane;
  readonly words: string;
}

const columns = 'number\tdocument\tfirst\tsecond\tsettled\twords';

/** The table of both readers' labels; `answers` has a line for each sentence of the sheet: its number, a tab, a lane. */
export function renderDoubled(chosen: readonly Chosen[], answers: string): string {
  const given = new Map(
    answers
      .split('\n')
      .map((line) => line.trim().split(/\t/))
      .map(([number, lane]) => [number, lane]),
  );
  const rows = chosen.map(({ labelled, sentence }, i) => {
    const first = labelled.gold[sentence]?.label ?? 'reported';
    const second = readLane(given.get(String(i + 1)), `answer ${i + 1}`);
    const span = labelled.sentences[sentence];
    const words = span ? labelled.document.text.slice(span.start, span.end).replace(/\s+/g, ' ') : '';
    return [i + 1, nameOf(labelled), first, second, first, words].join('\t');
  });
  return `${[columns, ...rows].join('\n')}\n`;
}

/** Reads what `renderDoubled` wrote. */
export function readDoubled(table: string): DoubledRow[] {
  const [head, ...rows] = table.trimEnd().split('\n');
  if (head !== columns) throw new LabelledFormatError(`second labels: expected the columns "${columns}"`);
  return rows.map((row) => {
    const [number, document = '', first, second, settled, words = ''] = row.split('\t');
    const where = `second labels, ${number ?? ''}`;
    const read = (lane: string | undefined): Lane => readLane(lane, where);
    return { document, first: read(first), second: read(second), settled: read(settled), words };
  });
}

function readLane(name: string | undefined, where: string): Lane {
  const lane = lanes.find((one) => one === name);
  if (lane === undefined) throw new LabelledFormatError(`${where}: expected ${lanes.join(', ')}, not "${name ?? ''}"`);
  return lane;
}

/** As the guide states it. */
export function describeAgreement({ raw, kappa: all, kappaByLane, sentences }: Agreement): string {
  const byLane = lanes.map((lane) => `${lane} ${kappaByLane[lane].toFixed(2)}`).join(', ');
  return `${sentences} sentences, equal ${raw.toFixed(2)}, kappa ${all.toFixed(2)} (${byLane})`;
}

export function measureAgreement(labels: readonly DoubleLabel[]): Agreement {
  const kappaOf = (lane: Lane): number =>
    kappa(labels.map(([first, second]) => [String(first === lane), String(second === lane)]));
  const [reported, attributed, opinion] = lanes;
  return {
    sentences: labels.length,
    raw: round(share(labels, ([first, second]) => first === second)),
    kappa: kappa(labels),
    kappaByLane: { reported: kappaOf(reported), attributed: kappaOf(attributed), opinion: kappaOf(opinion) },
  };
}

function kappa(pairs: readonly (readonly [string, string])[]): number {
  const observed = share(pairs, ([first, second]) => first === second);
  const names = new Set(pairs.flat());
  const byChance = [...names].reduce(
    (sum, name) => sum + share(pairs, ([first]) => first === name) * share(pairs, ([, second]) => second === name),
    0,
  );
  return byChance === 1 ? 1 : round((observed - byChance) / (1 - byChance));
}

function share<One>(all: readonly One[], holds: (one: One) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}

function nameOf({ document }: LabelledDocument): string {
  return document.path.slice(document.path.indexOf('/') + 1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
