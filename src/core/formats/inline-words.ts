import { trimSpan, type Span } from '../text/span.js';
import type { BlockWords } from './text-builder.js';

/** The words of a block, put together run by run, with what is set in bold or italics. */
export class InlineWords {
  private words = '';
  private readonly emphases: { start: number; end: number }[] = [];

  add(text: string, isEmphatic = false): void {
    const start = this.words.length;
    this.words += text;
    const last = this.emphases.at(-1);
    if (!isEmphatic || text === '') return;
    if (last?.end === start) last.end = this.words.length;
    else this.emphases.push({ start, end: this.words.length });
  }

  finish(): BlockWords {
    return cutWords(this.words, this.emphases, { start: 0, end: this.words.length });
  }
}

/** A part of some words, without the white space at its ends, and what is emphatic in it. */
export function cutWords(words: string, emphases: readonly Span[], part: Span): BlockWords {
  const span = trimSpan(words, part);
  const inside = ({ start, end }: Span): Span => ({
    start: Math.max(start, span.start) - span.start,
    end: Math.min(end, span.end) - span.start,
  });
  return {
    words: words.slice(span.start, span.end),
    emphases: emphases.map(inside).filter(({ start, end }) => start < end),
  };
}
