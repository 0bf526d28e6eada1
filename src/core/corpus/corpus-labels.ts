import type { Lane } from '../labelling/labels.js';
import {
  applyOverrides,
  chooseHolding,
  layOver,
  type HoldingOverrides,
  type PlacedOverride,
} from '../overrides/apply-overrides.js';
import type { LabelOverride } from '../overrides/label-override.js';
import { findPlaces } from '../overrides/place-anchors.js';
import type { IndexedDocument } from '../search/search-index.js';
import { finish, type Steps } from '../steps.js';
import type { CorpusIndex } from './corpus-index.js';
import { documentsAtOnce, findAnchors, inParts } from './find-anchors.js';

type Run = <Result>(steps: Steps<Result>) => Promise<Result>;

/** What a document was when overrides were placed in it. */
interface PlacedDocument {
  readonly digest: string;
  readonly holding: HoldingOverrides;
}

/** How many sentences more than by the labeller each lane has in a document. */
type LaneShift = Readonly<Record<Lane, number>>;

/** The labels that moderators have set, at their places in texts that are not all in memory. */
export class CorpusLabels {
  /** A document has the same labels laid over it once, so that what is noted of it is found again. */
  private readonly laidOver = new WeakMap<IndexedDocument, IndexedDocument>();
  private readonly byDocument = new Map<string, LabelOverride[]>();

  private constructor(
    private readonly overrides: readonly LabelOverride[],
    private readonly placed: ReadonlyMap<string, PlacedDocument>,
    private readonly shifts: ReadonlyMap<string, LaneShift>,
  ) {
    for (const override of overrides) {
      const { documentId } = override;
      this.byDocument.set(documentId, [...(this.byDocument.get(documentId) ?? []), override]);
    }
  }

  /** Those of no moderator. */
  static none(): CorpusLabels {
    return new CorpusLabels([], new Map(), new Map());
  }

  /** Finds the place of each override in a whole corpus, as `applyOverrides` does; documents are read some at a time. */
  static async place(corpus: CorpusIndex, overrides: readonly LabelOverride[], run: Run): Promise<CorpusLabels> {
    if (overrides.length === 0) return CorpusLabels.none();
    const placed: PlacedOverride<string>[] = [];
    const before = new Map<string, Map<number, Lane>>();
    const digests = new Map<string, string>();
    const place = async (numbers: readonly number[], sought: readonly LabelOverride[], isOwn: boolean) => {
      const documents = await corpus.load(numbers);
      const places = await run(findPlaces(documents, sought));
      return sought.filter((override, i) => {
        const found = places[i];
        const indexed = documents[found?.document ?? -1];
        if (!found || !indexed || (isOwn && indexed.document.id !== override.documentId)) return true;
        const { id } = indexed.document;
        placed.push({ override, place: { ...found, document: id } });
        digests.set(id, corpus.documents[numbers[found.document] ?? -1]?.digest ?? '');
        const lanes = before.get(id) ?? new Map<number, Lane>();
        for (let at = found.first; at <= found.last; at++) {
          lanes.set(at, indexed.sentences[at]?.label.label ?? 'reported');
        }
        before.set(id, lanes);
        return false;
      });
    };
    const numberOf = (override: LabelOverride): number => corpus.numberOf(override.documentId) ?? -1;
    const own = [...new Set(overrides.map(numberOf))].filter((number) => number >= 0);
    const lost = overrides.filter((override) => numberOf(override) < 0);
    for (const numbers of inParts(own, documentsAtOnce)) {
      const held = overrides.filter((override) => numbers.includes(numberOf(override)));
      lost.push(...(await place(numbers, held, true)));
    }
    for (const override of lost) {
      const numbers = await findAnchors(corpus, [override]);
      if (numbers.length > 0) await place(numbers, [override], false);
    }
    const holding = chooseHolding(placed);
    const documents = Array.from(
      holding,
      ([id, own]) => [id, { digest: digests.get(id) ?? '', holding: own }] as const,
    );
    const shifts = Array.from(holding, ([id, own]) => [id, countShift(own, before.get(id))] as const);
    return new CorpusLabels(overrides, new Map(documents), new Map(shifts));
  }

  /** Whether these are still at their places in a corpus that has changed: all of their documents are as they were. */
  areInPlace(corpus: Pick<CorpusIndex, 'documents' | 'numberOf'>, overrides: readonly LabelOverride[]): boolean {
    if (overrides !== this.overrides) return overrides.length + this.overrides.length === 0;
    return overrides.every(({ documentId }) => {
      const digest = corpus.documents[corpus.numberOf(documentId) ?? -1]?.digest;
      return digest !== undefined && this.placed.get(documentId)?.digest === digest;
    });
  }

  /** Documents of a corpus with these labels; those without one are the same objects as before. */
  layOver(documents: readonly IndexedDocument[], corpus: CorpusIndex): readonly IndexedDocument[] {
    if (this.overrides.length === 0) return documents;
    return documents.map((indexed) => this.layOverOne(indexed, corpus));
  }

  /** What moderators have changed of the lanes of a document. */
  shiftOf(id: string): LaneShift | null {
    return this.shifts.get(id) ?? null;
  }

  private layOverOne(indexed: IndexedDocument, corpus: CorpusIndex): IndexedDocument {
    const { id } = indexed.document;
    const known = this.laidOver.get(indexed);
    if (known) return known;
    const placed = this.placed.get(id);
    const own = this.byDocument.get(id) ?? [];
    if (!placed && own.length === 0) return indexed;
    const digest = corpus.documents[corpus.numberOf(id) ?? -1]?.digest;
    // A document that has changed since is looked through anew: sentences of the same numbers are others by now.
    const laid =
      placed?.digest === digest && placed
        ? layOver(indexed, placed.holding)
        : (finish(applyOverrides([indexed], own))[0] ?? indexed);
    this.laidOver.set(indexed, laid);
    return laid;
  }
}

function countShift(holding: HoldingOverrides, before: ReadonlyMap<number, Lane> | undefined): LaneShift {
  const shift = { reported: 0, attributed: 0, opinion: 0 };
  for (const [sentence, { label }] of holding) {
    shift[before?.get(sentence) ?? label]--;
    shift[label]++;
  }
  return shift;
}
