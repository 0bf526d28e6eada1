import { lanes, type Lane } from '../../core/labelling/labels.js';

/** How a value is written into parts of a custom id, which a colon separates, and read from them again. */
export interface Field<T> {
  /** How many parts it takes. */
  readonly size: number;
  write(value: T): readonly string[];
  /** Undefined for parts that say no such value; a part that is not there is empty. */
  read(parts: readonly string[]): T | undefined;
}

/** Where a quote stands and what its words were, short enough for a button. */
export interface QuoteReference {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  /** Fingerprint of the quote's text. */
  readonly mark: string;
}

/** A quote as a message shows it; the lane is null where the message does not say it. */
export interface ShownReference {
  readonly quote: QuoteReference;
  readonly lane: Lane | null;
}

/** What was asked besides the question, and the first quote that answered it, for a vote that it did not help. */
export interface AnswerReference {
  readonly lane: Lane | null;
  readonly documentId: string | null;
  /** Fingerprint of the first quote. */
  readonly mark: string;
}

/** The part of the queue of disputed labels that a button is about. */
interface QueuePlace {
  /** Names the quote, see `quoteKey`. */
  readonly quote: string;
  /** Where it stands in the queue, from 0. */
  readonly position: number;
}

/** Something that must be said, without a colon in it. */
export const word: Field<string> = { size: 1, write: (value) => [value], read: ([part]) => part || undefined };

export const optionalWord: Field<string | null> = {
  size: 1,
  write: (value) => [value ?? ''],
  read: ([part]) => part || null,
};

/** Words that somebody has typed, cut where a custom id has no room for all of them. */
export const typedWords: Field<string> = {
  size: 1,
  write: (value) => {
    let words = value.replace(/\p{Surrogate}/gu, '');
    while (encodeURIComponent(words).length > maxTypedLength) words = words.replace(/.$/su, '');
    return [encodeURIComponent(words)];
  },
  read: ([part = '']) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return undefined;
    }
  },
};

const maxTypedLength = 72;

/** A whole number, which may be negative. */
export const integer: Field<number> = {
  size: 1,
  write: (value) => [String(value)],
  read: ([part = '']) => (/^-?\d{1,15}$/.test(part) ? Number(part) : undefined),
};

/** A whole number from 0. */
export const count: Field<number> = {
  size: 1,
  write: (value) => [String(value)],
  read: ([part = '']) => (/^\d{1,15}$/.test(part) ? Number(part) : undefined),
};

/** A whole number from 0, or nothing; in messages of earlier versions it is left out. */
export const optionalCount: Field<number | null> = {
  size: 1,
  write: (value) => [value === null ? '' : String(value)],
  read: ([part = '']) => (part === '' ? null : count.read([part])),
};

/** A whole number from 0 that may be large, in few characters. */
export const shortCount: Field<number> = {
  size: 1,
  write: (value) => [value.toString(36)],
  read: ([part = '']) => (/^[0-9a-z]{1,10}$/.test(part) ? parseInt(part, 36) : undefined),
};

/** A few whole numbers from 0. */
export const fewCounts: Field<readonly number[]> = {
  size: 1,
  write: (values) => [values.map((value) => value.toString(36)).join('.')],
  read: ([part = '']) => {
    const values = part.split('.').map((each) => shortCount.read([each]));
    return values.every((value) => value !== undefined) ? values : undefined;
  },
};

export const optionalLane: Field<Lane | null> = {
  size: 1,
  write: (value) => [value ?? ''],
  read: ([part]) => lanes.find((lane) => lane === part) ?? null,
};

export const quoteReference: Field<QuoteReference> = {
  size: 4,
  write: ({ documentId, start, end, mark }) => [documentId, start.toString(36), end.toString(36), mark],
  read: ([documentId, from = '', to = '', mark]) => {
    const [start, end] = [shortCount.read([from]), shortCount.read([to])];
    if (!documentId || !mark || start === undefined || end === undefined || end <= start) return undefined;
    return { documentId, start, end, mark };
  },
};

export const optionalAnswer: Field<AnswerReference | null> = {
  size: 3,
  write: (answer) => (answer ? [answer.lane ?? '', answer.documentId ?? '', answer.mark] : ['', '', '']),
  read: ([lane = '', documentId, mark]) =>
    mark ? { lane: optionalLane.read([lane]) ?? null, documentId: documentId || null, mark } : null,
};

export const optionalShown: Field<ShownReference | null> = {
  size: 1,
  write: (shown) => [shown ? writeShown(shown) : ''],
  read: ([part = '']) => readShown(part),
};

export const queuePlace: Field<QueuePlace> = {
  size: 2,
  write: ({ quote, position }) => [quote, position.toString(36)],
  read: ([quote, at = '']) => {
    const position = shortCount.read([at]);
    return quote && position !== undefined ? { quote, position } : undefined;
  },
};

/** Up to two quotes as a message shows them, shorter than `optionalShown` writes them. */
export const fewShown: Field<readonly ShownReference[]> = {
  size: 1,
  write: (shown) => [
    shown.map(({ quote, lane }) => [...quoteReference.write(quote), lane?.charAt(0) ?? ''].join('.')).join('~'),
  ],
  read: ([part = '']) => {
    const shown = part.split('~').map((each): ShownReference | null => {
      const parts = each.split('.');
      const quote = quoteReference.read(parts);
      const initial = parts[quoteReference.size] ?? '';
      const lane = initial === '' ? null : (lanes.find((one) => one.startsWith(initial)) ?? null);
      return quote ? { quote, lane } : null;
    });
    return shown.every((each) => each !== null) ? shown : undefined;
  },
};

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): Field<T> {
  return { size: 1, write: (value) => [value], read: ([part]) => words.find((each) => each === part) };
}

/** A quote as one value without a colon, at most 60 characters: also for the options of a menu. */
export function writeShown({ quote, lane }: ShownReference): string {
  return [...quoteReference.write(quote), lane ?? ''].join('.');
}

export function readShown(value: string): ShownReference | null {
  const parts = value.split('.');
  const quote = quoteReference.read(parts.slice(0, quoteReference.size));
  return quote ? { quote, lane: optionalLane.read(parts.slice(quoteReference.size)) ?? null } : null;
}
