import type { Reason } from '../../core/labelling/labels.js';
import { blankMarkup, type Block, type SourceDocument } from '../../core/text/document.js';
import { overlapping, type Span } from '../../core/text/span.js';
import type { ReportBlock, ReportDocument, ShownLabel } from './report-document.js';

/** A stretch of a text, which is words or notation (`**`) throughout. */
export interface TextPiece extends Span {
  readonly isNotation: boolean;
}

/** Blocks as they stand together on a page: those of one kind in a row, without a first heading that repeats the title. */
export function groupBlocks<Label extends ShownLabel>({
  document,
  blocks,
}: Pick<ReportDocument<Label>, 'document' | 'blocks'>): ReportBlock<Label>[][] {
  const groups: ReportBlock<Label>[][] = [];
  for (const [i, shown] of blocks.entries()) {
    if (i === 0 && repeatsTitle(document, shown.block)) continue;
    const group = groups.at(-1);
    if (group?.[0]?.block.kind === shown.block.kind) group.push(shown);
    else groups.push([shown]);
  }
  return groups;
}

/** Whether a heading says no more than the title that stands above the text already. */
function repeatsTitle({ text, markup, metadata }: SourceDocument, block: Block): boolean {
  if (block.kind !== 'heading') return false;
  const words = blankMarkup(text, markup).slice(block.start, block.end);
  return words.replace(/\s+/g, ' ').trim() === metadata.title;
}

/** A range of a document in pieces that leave nothing out. */
export function cutNotation({ markup }: Pick<SourceDocument, 'markup'>, { start, end }: Span): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = start;
  const add = (to: number, isNotation: boolean): void => {
    if (to > from) pieces.push({ start: from, end: to, isNotation });
    from = Math.max(from, to);
  };
  for (const number of overlapping(markup, { start, end })) {
    const range = markup[number];
    if (!range) continue;
    add(Math.min(range.start, end), false);
    add(Math.min(range.end, end), true);
  }
  add(end, false);
  return pieces;
}

/** The strongest reasons, at most so many; where the label is unclear both sides are among them. They come strongest first. */
export function chooseReasons(reasons: readonly Reason[], most: number, bothSides: boolean): readonly Reason[] {
  const shown = reasons.slice(0, most);
  const [first] = shown;
  if (!bothSides || !first || shown.some(({ towards }) => towards !== first.towards)) return shown;
  const other = reasons.find(({ towards }) => towards !== first.towards);
  return other ? [...shown.slice(0, most - 1), other] : shown;
}

const isName = /^\[.*\]$/s;

/** What a reason's cue is called: the words of the text, or the name of what no words show. */
export function nameCue(cue: string): { readonly words: string; readonly isQuoted: boolean } {
  return isName.test(cue) ? { words: cue.slice(1, -1), isQuoted: false } : { words: cue, isQuoted: true };
}
