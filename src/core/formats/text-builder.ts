import type { Doubt, DoubtKind, Mark, Place, Repair } from '../text/derivation.js';
import type { DraftBlock } from '../text/document.js';
import type { Span } from '../text/span.js';
import type { DerivedMetadata, DerivedText } from './derived-document.js';

/** The words of a block to be, with ranges into them. */
export interface BlockWords {
  readonly words: string;
  readonly emphases?: readonly Span[];
  readonly markup?: readonly Span[];
  readonly repairs?: readonly Repair[];
}

/** Puts a derived text together, block by block. */
export class TextBuilder {
  private readonly pieces: string[] = [];
  private length = 0;
  private readonly blocks: DraftBlock[] = [];
  private readonly markup: Span[] = [];
  private readonly emphases: Span[] = [];
  private readonly repairs: Repair[] = [];
  private readonly marks: { start: number; place: Place | null }[] = [];
  private readonly doubts = new Map<DoubtKind, Set<number>>();

  /** Offset of what is written next. */
  get end(): number {
    return this.length;
  }

  get isEmpty(): boolean {
    return this.blocks.length === 0;
  }

  /** The page that is written to; null where there are none. */
  get page(): number | null {
    const place = this.marks.at(-1)?.place;
    return place?.kind === 'page' ? place.page : null;
  }

  /** Writes what belongs to no block, such as the mark of an item; returns where it stands. */
  write(text: string): Span {
    const start = this.length;
    this.pieces.push(text);
    this.length += text.length;
    return { start, end: this.length };
  }

  /** Writes a block, a blank line below the one before unless `gap` says otherwise; `lead` stands before its first word. */
  addBlock(
    { words, emphases = [], markup = [], repairs = [] }: BlockWords,
    block: Omit<DraftBlock, 'start' | 'end' | 'cells'> & { readonly cells?: readonly Span[] },
    { gap = '\n\n', lead = '' }: { readonly gap?: string; readonly lead?: string } = {},
  ): Span {
    if (this.length > 0) this.write(gap);
    this.write(lead);
    const { start, end } = this.write(words);
    const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + start, end: span.end + start });
    this.emphases.push(...emphases.map(move));
    this.markup.push(...markup.map(move));
    this.repairs.push(...repairs.map(move));
    const { cells, ...rest } = block;
    this.blocks.push({ start, end, ...rest, ...(cells && { cells: cells.map(move) }) });
    return { start, end };
  }

  /** From `start` on, else from here on, all comes from another place; null for one without a name. */
  markPlace(place: Place | null, start = this.length): void {
    const last = this.marks.at(-1);
    if (last?.start === start) this.marks.pop();
    this.marks.push({ start, place });
  }

  doubt(kind: DoubtKind, page?: number): void {
    const pages = this.doubts.get(kind) ?? new Set();
    if (page !== undefined) pages.add(page);
    this.doubts.set(kind, pages);
  }

  finish(metadata: DerivedMetadata, more: Partial<Pick<DerivedText, 'openings' | 'part'>> = {}): DerivedText {
    const marks: Mark[] = this.marks.flatMap(({ start, place }, i) =>
      place === null ? [] : { start, end: this.marks[i + 1]?.start ?? this.length, place },
    );
    const doubts: Doubt[] = Array.from(this.doubts, ([kind, pages]) => ({ kind, pages: [...pages] }));
    const { blocks, markup, emphases, repairs } = this;
    return {
      text: this.pieces.join(''),
      blocks,
      markup,
      emphases,
      marks: marks.filter(({ start, end }) => start < end),
      repairs,
      doubts,
      metadata,
      ...more,
    };
  }
}
