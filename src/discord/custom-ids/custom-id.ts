import { lanes, type Lane } from '../../core/labelling/labels.js';
import { fingerprint } from '../../core/text/fingerprint.js';
import type { Quote } from '../../core/search/quote.js';

/** Where a quote stands and what its words were, short enough for a button. */
export interface QuoteReference {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** Fingerprint of the quote's text. */
  readonly mark: string;
}

/** What was asked besides the question, and the first quote that answered it, for a vote that it did not help. */
export interface AnswerReference {
  readonly lane: Lane | null;
  readonly documentId: string | null;
  /** Fingerprint of the first quote. */
  readonly mark: string;
}

/** All that a button needs to know; nothing about it is kept in memory. */
export type ButtonAction =
  | { readonly kind: 'context' | 'why' | 'verify'; readonly quote: QuoteReference }
  | { readonly kind: 'page'; readonly quote: QuoteReference; readonly page: number }
  | {
      readonly kind: 'more';
      readonly offset: number;
      readonly lane: Lane | null;
      readonly documentId: string | null;
      /** The first 8 digits of the index version that the answer was given from. */
      readonly index: string;
    }
  | { readonly kind: 'dismiss'; readonly userId: string }
  | { readonly kind: 'thread' }
  | { readonly kind: 'helpful' }
  | { readonly kind: 'not-helpful'; readonly answer?: AnswerReference };

export function referTo({ document, start, end, exact }: Quote): QuoteReference {
  return { documentId: document.id, start, end, mark: fingerprint(exact) };
}

/** The custom id of a button, at most 100 characters. */
export function writeCustomId(action: ButtonAction): string {
  switch (action.kind) {
    case 'context':
    case 'why':
    case 'verify':
      return [action.kind, ...writeQuote(action.quote)].join(':');
    case 'page':
      return [action.kind, ...writeQuote(action.quote), action.page].join(':');
    case 'more':
      return [action.kind, action.offset, action.lane ?? '', action.documentId ?? '', action.index].join(':');
    case 'dismiss':
      return `${action.kind}:${action.userId}`;
    case 'not-helpful': {
      const { kind, answer } = action;
      return answer ? [kind, answer.lane ?? '', answer.documentId ?? '', answer.mark].join(':') : kind;
    }
    case 'thread':
    case 'helpful':
      return action.kind;
  }
}

/** Null for a custom id that is not, or no longer, of this bot's making. */
export function readCustomId(customId: string): ButtonAction | null {
  const [kind = '', ...parts] = customId.split(':');
  switch (kind) {
    case 'context':
    case 'why':
    case 'verify': {
      const quote = readQuote(parts);
      return quote && { kind, quote };
    }
    case 'page': {
      const quote = readQuote(parts);
      const page = Number(parts[4]);
      return quote && Number.isInteger(page) ? { kind, quote, page } : null;
    }
    case 'more': {
      const [offset = '', lane, documentId, index = ''] = parts;
      if (!/^\d{1,4}$/.test(offset)) return null;
      const known = lanes.find((each) => each === lane) ?? null;
      return { kind, offset: Number(offset), lane: known, documentId: documentId || null, index };
    }
    case 'dismiss':
      return { kind, userId: parts[0] ?? '' };
    case 'not-helpful': {
      const [lane, documentId, mark] = parts;
      if (!mark) return { kind };
      return {
        kind,
        answer: { lane: lanes.find((each) => each === lane) ?? null, documentId: documentId || null, mark },
      };
    }
    case 'thread':
    case 'helpful':
      return { kind };
    default:
      return null;
  }
}

function writeQuote({ documentId, start, end, mark }: QuoteReference): string[] {
  return [documentId, start.toString(36), end.toString(36), mark];
}

function readQuote([documentId, from = '', to = '', mark]: readonly string[]): QuoteReference | null {
  const [start, end] = [parseInt(from, 36), parseInt(to, 36)];
  if (!documentId || !mark || !(start >= 0) || !(end > start)) return null;
  return { documentId, start, end, mark };
}
