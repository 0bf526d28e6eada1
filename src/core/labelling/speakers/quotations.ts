import type { Span } from '../../text/span.js';

/** A stretch in quotation marks, the marks included, as far as it reaches inside one paragraph. */
export interface Quotation extends Span {
  /** The paragraph before ended inside a quotation and this one opens with a mark: the same speaker goes on. */
  readonly reopened: boolean;
  /** No closing mark stood in the paragraph, so the quotation was taken to run to its end. */
  readonly unclosed: boolean;
}

const marks = new Set('“”„‟«»"‘’\'');

type Role = 'open' | 'close' | 'none';

/**
 * Finds the outermost quotations of a text, paragraph by paragraph: “…”, "…", «…», ‘…’ and '…'. Marks inside a
 * quotation nest. A closing mark without an opening one means that the text was cut out of a quotation, which then
 * begins with the paragraph. `paragraphs` are in text order and do not overlap.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = [];
  let openBefore = false;
  for (const paragraph of paragraphs) {
    const own = scanParagraph(text, paragraph);
    const first = own[0];
    const opensWithMark = first !== undefined && first.start === paragraph.start;
    found.push(...own.map((quotation, i) => ({ ...quotation, reopened: i === 0 && opensWithMark && openBefore })));
    openBefore = own.at(-1)?.unclosed ?? false;
  }
  return found;
}

function scanParagraph(text: string, { start, end }: Span): Quotation[] {
  const found: Quotation[] = [];
  let depth = 0;
  let opened = start;
  let single = false;
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    if (!marks.has(mark)) continue;
    const width = isDoubledSingle(text, at) ? 2 : 1;
    const role = findRole(text, at, start, end, depth > 0, single);
    at += width - 1;
    if (role === 'none') continue;
    if (role === 'open') {
      if (depth === 0) {
        opened = at - width + 1;
        single = width === 1 && isSingle(mark);
      }
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth === 0) found.push({ start: opened, end: at + 1, reopened: false, unclosed: false });
    } else if (found.length === 0) {
      found.push({ start, end: at + 1, reopened: false, unclosed: false });
    }
  }
  if (depth > 0 && (!single || opened === start)) found.push({ start: opened, end, reopened: false, unclosed: true });
  return found;
}

/** Two single marks that stand for one double mark, as some agencies send them. */
function isDoubledSingle(text: string, at: number): boolean {
  return /^(?:''|’’|‘‘)$/.test(text.slice(at, at + 2));
}

function isSingle(mark: string): boolean {
  return mark === "'" || mark === '‘' || mark === '’';
}

function findRole(text: string, at: number, from: number, to: number, inside: boolean, single: boolean): Role {
  const mark = text.charAt(at);
  if (mark === '“' || mark === '«' || mark === '„') return 'open';
  if (mark === '»' || mark === '‟') return 'close';
  if (isDoubledSingle(text, at)) return findStraightRole(text, at, 2, from, to, inside);
  if (mark === '”') {
    // Some texts open with the closing mark too.
    const misused = !inside && (at === from || /\s/.test(text.charAt(at - 1))) && /\S/.test(text.charAt(at + 1));
    return misused ? 'open' : 'close';
  }
  if (mark === '"') return findStraightRole(text, at, 1, from, to, inside);
  if (mark === '‘' || mark === "'") {
    if (inside && single && mark === "'" && closesSingle(text, at, to)) return 'close';
    if (inside) return 'none';
    if (opensSingle(text, at, from, to)) return 'open';
    return mark === "'" && isStrayClose(text, at, to) ? 'close' : 'none';
  }
  if (mark === '’' && inside && single && closesSingle(text, at, to)) return 'close';
  if (mark === '’' && !inside && isStrayClose(text, at, to)) return 'close';
  return 'none';
}

function findStraightRole(text: string, at: number, width: number, from: number, to: number, inside: boolean): Role {
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = at + width < to ? text.charAt(at + width) : ' ';
  const opens = /[\s([{—–\-/‘'“]/.test(before) && /\S/.test(after);
  const closes = /\S/.test(before) && /[\s)\]},.;:!?—–\-'’”]/.test(after);
  if (/\p{Nd}/u.test(before) && !inside) return 'none'; // an inch mark
  if (opens === closes) return inside ? 'close' : 'open';
  return opens ? 'open' : 'close';
}

/** An opening single mark stands before a word and has a closing one in the paragraph; ’90s and ’em do not. */
function opensSingle(text: string, at: number, from: number, to: number): boolean {
  const before = at > from ? text.charAt(at - 1) : ' ';
  if (!/[\s([{—–\-"“]/.test(before) || !/[\p{L}\p{Nd}£$€.…]/u.test(text.charAt(at + 1))) return false;
  if (/^['‘’](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’])/i.test(text.slice(at, at + 7))) return false;
  // A mark before a capital at the head of a paragraph opens one that its text forgot to close.
  if (at === from && /^\p{Lu}[\p{Ll} ]/u.test(text.slice(at + 1, at + 3))) return true;
  for (let i = at + 2; i < to; i++) {
    if (/['’]/.test(text.charAt(i)) && closesSingle(text, i, to)) return true;
  }
  return false;
}

/** A single mark after a full stop or at the very end, never opened: what stands before was cut out of a quotation. */
function isStrayClose(text: string, at: number, to: number): boolean {
  const rest = text.slice(at + 1, to);
  return (
    (/[.!?…]/.test(text.charAt(at - 1)) && /^(?:\s|$)/.test(rest)) ||
    (/^[.!?]?$/.test(rest) && /[^s\s]/.test(text.charAt(at - 1)))
  );
}

/** Whether the single mark can close: after a full stop or comma, or before a space that no plural possessive explains. */
function closesSingle(text: string, at: number, to: number): boolean {
  const before = text.charAt(at - 1);
  const after = at + 1 < to ? text.charAt(at + 1) : ' ';
  if (/[\p{L}\p{Nd}]/u.test(after) || /\s/.test(before)) return false;
  if (/[.,!?…;:)]/.test(before)) return true;
  if (before !== 's') return true;
  // "the workers' rights": a possessive when a plain word follows and another mark can still close.
  if (!/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return true;
  return !/['’](?:[\s.,;:!?)]|$)/.test(text.slice(at + 1, to));
}
