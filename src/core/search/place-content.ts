import type { Steps } from '../steps.js';
import type { SourceDocument } from '../text/document.js';
import type { Passage } from '../text/passages.js';
import { firstEndingAfter, overlapping, overlaps, type Span } from '../text/span.js';
import { markContext, placeSentences, type SentencePlace } from '../text/units.js';
import { invert, isLed, leadingSentences, shareLists } from './index-lists.js';

/** What a document's sentences belong to; they are numbered from 0. */
export interface SentencePlaces {
  placeOf(sentence: number): SentencePlace | undefined;
  /** The sentences that one does not make sense without. */
  contextOf(sentence: number): readonly number[];
  /** The sentences that have one among theirs, in order. */
  dependantsOf(sentence: number): readonly number[];
}

/** The places of one document's sentences, whatever stands around it. */
export interface PlacedContent {
  /** Whether each sentence is a heading. */
  readonly headings: Uint8Array;
  /** Whether each is never a quote itself; see `SentencePlace`. */
  readonly isContext: Uint8Array;
  /** The number of the first passage that holds each sentence, and how many do. */
  readonly firstPassages: ArrayLike<number>;
  readonly passageCounts: ArrayLike<number>;
  readonly places: SentencePlaces;
}

/** What placing takes of a document. */
export interface UnplacedDocument {
  readonly document: SourceDocument;
  readonly sentences: readonly (Span & { readonly block: number })[];
  readonly passages: readonly Passage[];
}

/** Sentences that are placed in one step. */
const sentencesPerStep = 500;

const none: readonly number[] = [];

/** Works out the places of all sentences. */
export function* placeContent(unplaced: UnplacedDocument): Steps<PlacedContent> {
  const { document, sentences } = unplaced;
  const places = placeSentences(sentences, document.structure, headTest(unplaced));
  const lists: number[][] = [];
  for (const [s, place] of places.entries()) {
    lists.push(place.isContext ? [] : leadingSentences(sentences, place, s));
    if (s % sentencesPerStep === sentencesPerStep - 1) yield;
  }
  const context = shareLists(lists);
  const dependants = invert(lists);
  const { length } = sentences;
  return {
    ...markSentences(unplaced, new Uint32Array(length), new Uint32Array(length)),
    places: {
      placeOf: (sentence) => places[sentence],
      contextOf: (sentence) => context[sentence] ?? none,
      dependantsOf: (sentence) => dependants.get(sentence) ?? none,
    },
  };
}

/** The same, the place of each sentence worked out when somebody looks: for a document of which a few are looked at. */
export function placeOnDemand(unplaced: UnplacedDocument): PlacedContent {
  const { length } = unplaced.sentences;
  const marks = markSentences(unplaced, new Array<number>(length).fill(0), new Array<number>(length).fill(0));
  return { ...marks, places: new PlacesOnDemand(unplaced) };
}

class PlacesOnDemand implements SentencePlaces {
  private readonly places = new Map<number, SentencePlace>();
  private readonly contexts = new Map<number, readonly number[]>();

  constructor(private readonly unplaced: UnplacedDocument) {}

  placeOf(sentence: number): SentencePlace | undefined {
    const { document, sentences } = this.unplaced;
    const [known, span] = [this.places.get(sentence), sentences[sentence]];
    if (known || !span) return known;
    const isHead = headTest(this.unplaced);
    const [place] = placeSentences([span], document.structure, () => isHead(sentence));
    if (place) this.places.set(sentence, place);
    return place;
  }

  contextOf(sentence: number): readonly number[] {
    const known = this.contexts.get(sentence);
    if (known) return known;
    const place = this.placeOf(sentence);
    const context = !place || place.isContext ? none : leadingSentences(this.unplaced.sentences, place, sentence);
    this.contexts.set(sentence, context);
    return context;
  }

  dependantsOf(sentence: number): readonly number[] {
    const { document, sentences } = this.unplaced;
    const own = sentences[sentence];
    if (!own) return none;
    const leads = document.structure.units.filter(
      (unit) =>
        unit.context.some((span) => overlaps(span, own)) ||
        (isLed(unit) && firstEndingAfter(sentences, unit.start) === sentence),
    );
    if (leads.length === 0) return none;
    const inside = new Set(leads.flatMap((unit) => overlapping(sentences, unit)));
    return [...inside].filter((other) => this.contextOf(other).includes(sentence)).sort((a, b) => a - b);
  }
}

/** Whether a sentence is never a quote by the kind of its block. */
function headTest({ document, sentences }: UnplacedDocument): (sentence: number) => boolean {
  return (sentence) => {
    const kind = document.blocks[sentences[sentence]?.block ?? -1]?.kind;
    return kind === 'heading' || kind === 'table-head';
  };
}

/** Fills in the passages that hold each sentence: they go on from one another, so that these have numbers in a row. */
function markSentences<Numbers extends Uint32Array | number[]>(
  unplaced: UnplacedDocument,
  firstPassages: Numbers,
  passageCounts: Numbers,
): Omit<PlacedContent, 'places'> {
  const { document, sentences, passages } = unplaced;
  for (const [number, { first, last }] of passages.entries()) {
    for (let s = first; s <= last; s++) {
      if (passageCounts[s] === 0) firstPassages[s] = number;
      passageCounts[s] = (passageCounts[s] ?? 0) + 1;
    }
  }
  const headings = new Uint8Array(sentences.length);
  for (let s = 0; s < sentences.length; s++) {
    if (document.blocks[sentences[s]?.block ?? -1]?.kind === 'heading') headings[s] = 1;
  }
  return {
    headings,
    isContext: markContext(sentences, document.structure, headTest(unplaced)),
    firstPassages,
    passageCounts,
  };
}
