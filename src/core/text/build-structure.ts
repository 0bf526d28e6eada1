import type { Mark } from './derivation.js';
import type { Block, DraftBlock } from './document.js';
import { findInterview } from './interview.js';
import { findSections } from './find-sections.js';
import { findRepeatedHeads } from './repeated-heads.js';
import type { ShapedText } from './shape-blocks.js';
import { firstEndingAfter, lastSentence, trimSpan, type Span } from './span.js';
import { turnUnits } from './turn-units.js';
import { findTurns } from './turns.js';
import type { DocumentStructure, PlacedUnit } from './units.js';

/** A list or an answer of at most this many UTF-16 units is one unit; of a longer list each item is one, too. */
const wholeListLength = 600;
/** From this many questions on a document is made of questions and answers, and an answer goes on to the next question. */
const minQuestions = 3;
/** A list item of several sentences is quoted whole up to this many UTF-16 units. */
const wholeItemLength = 300;
/** Most words of an item that stands above items of its own as a heading does. */
const maxHeadWords = 8;
/** Says, in the block above a list, that it comes. */
const announcesList = /\b(?:the following|as follows|(?:listed|named|given|set out) below)\b/i;
const questionWords =
  /^(?:how|what|when|where|which|who|whom|whose|why|can|could|do|does|did|is|are|may|must|should|will)\b/i;

/**
 * Numbers paragraphs from 1; a heading has the number of the paragraph that follows it. What looks like a question and has
 * no answer below, as `questions` say, is an ordinary paragraph or item.
 */
export function numberBlocks(blocks: readonly DraftBlock[], questions: readonly Span[]): Block[] {
  let paragraph = 1;
  let next = 0;
  return blocks.map(({ start, end, kind, depth, broken }) => {
    while ((questions[next]?.end ?? Infinity) <= start) next++;
    const isAnswered = (questions[next]?.start ?? Infinity) < end;
    const final = kind !== 'question' || isAnswered ? kind : depth === undefined ? 'paragraph' : 'list-item';
    const number = kind === 'heading' ? paragraph : paragraph++;
    return { start, end, kind: final, paragraph: number, ...(broken && { broken }) };
  });
}

/** Sections, units, turns and questions of a document. `visible` is its text without notation, `marks` are its places in a source. */
export function buildStructure(
  visible: string,
  { blocks, openings }: ShapedText,
  marks: readonly Mark[] = [],
): DocumentStructure {
  const words = blocks.map((block) => trimSpan(visible, block));
  const entries = findRepeatedHeads(visible, blocks);
  const reading: Reading = { visible, blocks, words, marks, entries };
  const sections = findSections(reading);
  const turns = findTurns(visible, blocks, openings);
  const { questions, answers } = findAnswers(reading, (at) => {
    const turn = turns[firstEndingAfter(turns, at)];
    return turn && turn.start <= at ? turn.start : -1;
  });
  const units = [...answers, ...turnUnits(reading, turns), ...findParts(reading)];
  units.sort((a, b) => a.start - b.start || b.end - a.end);
  return { sections, units, turns: turns.length > 0 ? turns : findInterview(visible, answers), questions, entries };
}

interface Reading {
  readonly visible: string;
  readonly blocks: readonly DraftBlock[];
  /** The visible words of each block. */
  readonly words: readonly Span[];
  readonly marks: readonly Mark[];
  /** See `DocumentStructure`. */
  readonly entries: readonly Span[];
}

/** Questions with what stands under them. */
function findAnswers(reading: Reading, turnAt: (at: number) => number): { questions: Span[]; answers: PlacedUnit[] } {
  const { blocks, words, visible, entries } = reading;
  const isEntry = ({ start, end }: Span): boolean => (entries[firstEndingAfter(entries, start)]?.start ?? end) < end;
  const asks = blocks.map((block, i) => isQuestion(block, textAt(visible, words[i])) && !isEntry(block));
  const isCatalogue = asks.filter(Boolean).length >= minQuestions;
  const questions: Span[] = [];
  const answers: PlacedUnit[] = [];
  for (const [i, block] of blocks.entries()) {
    const question = words[i];
    if (!asks[i] || !question) continue;
    const turn = turnAt(block.start);
    let last = i;
    for (let next = i + 1; next < blocks.length; next++) {
      const other = blocks[next];
      if (
        !other ||
        other.kind === 'heading' ||
        other.broken ||
        asks[next] ||
        (turn >= 0 && turnAt(other.start) !== turn)
      )
        break;
      if (
        block.depth !== undefined &&
        (other.depth ?? 0) <= block.depth &&
        (other.isMarked === true || other.depth === undefined)
      )
        break;
      last = next;
      const isLone = block.kind !== 'heading' && block.depth === undefined && !isCatalogue;
      if (isLone && !/:$/.test(textAt(visible, words[next])) && blocks[next + 1]?.depth === undefined) break;
    }
    const first = blocks[i + 1];
    const end = blocks[last];
    if (last === i || !first || !end) {
      if (turn >= 0 && first && turnAt(first.start) >= 0) questions.push(question);
      continue;
    }
    questions.push(question);
    answers.push({ kind: 'answer', start: outerOf(first).start, end: outerOf(end).end, context: [question] });
  }
  return { questions, answers };
}

function isQuestion({ kind }: DraftBlock, words: string): boolean {
  if (kind === 'question') return true;
  if (kind !== 'heading') return false;
  return /\?["”’)]?$/u.test(words) || (questionWords.test(words) && words.split(/\s+/).length >= 3);
}

/** Lists, code and tables, with what leads in to them. */
function findParts(reading: Reading): PlacedUnit[] {
  const { blocks, words, visible } = reading;
  const units: PlacedUnit[] = [];
  let head: readonly Span[] = [];
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    const leadIn = before && leadInOf(reading, i - 1);
    if (block.kind === 'table-head') {
      head = [
        ...(leadIn ? [leadIn] : []),
        ...(block.cells ?? [words[i] ?? block]).filter(({ start, end }) => start < end),
      ];
    } else if (block.kind === 'table-row') {
      if (before?.kind !== 'table-row' && before?.kind !== 'table-head') head = [];
      units.push({ kind: 'row', start: block.start, end: block.end, context: head });
    } else if (block.kind === 'code') {
      const { start, end } = outerOf(block);
      const above = words[i - 1];
      if (leadIn) units.push({ kind: 'code', start: leadIn.start, end, context: [] });
      else
        units.push({
          kind: 'code',
          start,
          end,
          context: above && before ? [before.kind === 'heading' ? above : lastSentence(visible, above)] : [],
        });
    } else if (block.depth !== undefined && !block.broken && leadIn && (before.depth ?? 0) < block.depth) {
      units.push(...listUnits(reading, i, leadIn));
    }
    const item = wholeItem(reading, i);
    if (item) units.push({ kind: 'list', ...item, context: [] });
  }
  return units;
}

/** An item of several sentences, or with paragraphs below that are of it, which are one matter: "Lockers. They cost two euros again." */
function wholeItem({ visible, blocks, words }: Reading, at: number): Span | null {
  const item = blocks[at];
  if (item?.kind !== 'list-item' || item.isMarked !== true || item.broken) return null;
  let last = at;
  while (isOfItem(blocks[last + 1], item)) last++;
  const whole = { start: item.start, end: blocks[last]?.end ?? item.end };
  if (last > at && whole.end - whole.start <= wholeItemLength) return whole;
  const hasSentences = /[.!?][”")*_]*\s+\S/u.test(textAt(visible, words[at]));
  return hasSentences && item.end - item.start <= wholeItemLength ? { start: item.start, end: item.end } : null;
}

/** Whether a block goes on with an item, without a mark of its own. */
function isOfItem(block: DraftBlock | undefined, { depth }: DraftBlock): boolean {
  return block?.kind === 'list-item' && block.isMarked !== true && block.depth === depth && !block.broken;
}

/** A lead-in with its items; of a long list, each item once more by itself. */
function listUnits({ blocks }: Reading, first: number, leadIn: Span): PlacedUnit[] {
  const depth = blocks[first]?.depth ?? 1;
  let last = first;
  while ((blocks[last + 1]?.depth ?? 0) >= depth && !blocks[last + 1]?.broken) last++;
  const end = outerOf(blocks[last] ?? leadIn).end;
  const whole: PlacedUnit = { kind: 'list', start: leadIn.start, end, context: [] };
  if (end - leadIn.start <= wholeListLength) return [whole];
  const items: PlacedUnit[] = [];
  for (let at = first; at <= last; at++) {
    const block = blocks[at];
    if (block?.depth !== depth || block.isMarked !== true) continue;
    let until = at;
    while (until < last && !(blocks[until + 1]?.depth === depth && blocks[until + 1]?.isMarked === true)) until++;
    items.push({ kind: 'list', start: block.start, end: outerOf(blocks[until] ?? block).end, context: [leadIn] });
  }
  return [whole, ...items];
}

/**
 * The last sentence of a block that ends with a colon, or what it says from "the following" on, or an item like a heading above items of
 * its own; null where it is none of these.
 */
function leadInOf({ visible, blocks, words }: Reading, at: number): Span | null {
  const [block, span] = [blocks[at], words[at]];
  if (!block || !span || !/^(?:paragraph|list-item|quotation|question)$/.test(block.kind)) return null;
  const text = textAt(visible, span);
  const isAboveOwn = block.isMarked === true && (blocks[at + 1]?.depth ?? 0) > (block.depth ?? 0);
  const isHead = isAboveOwn && text.split(/\s+/).length <= maxHeadWords && !/[.!?…;,]["”’)*_]*$/u.test(text);
  const announced = text.search(announcesList);
  if (!isHead && announced < 0 && !/[:：]["”’)*_]*$/u.test(text)) return null;
  const { start } = lastSentence(
    visible,
    announced < 0 ? span : { start: span.start, end: span.start + announced + 1 },
  );
  return { start: start === span.start ? block.start : start, end: block.end };
}

function outerOf({ start, end, outer }: Span & { readonly outer?: Span }): Span {
  return outer ?? { start, end };
}

function textAt(visible: string, span: Span | undefined): string {
  return span ? visible.slice(span.start, span.end) : '';
}
