import { lanes, type Lane } from '../core/labelling/labels.js';
import type { LabelledDocument } from './read-labelled.js';

/** Documents of which a second reader labels a part; their names begin so. */
const doubledNames = /\/[no]-/;
export const doubledCount = 100;

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
