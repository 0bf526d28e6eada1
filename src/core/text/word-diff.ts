/** A stretch of words that both texts have, or only one of them. */
interface DiffPart {
  readonly kind: 'same' | 'first' | 'second';
  readonly text: string;
}

export interface WordDiff {
  readonly parts: readonly DiffPart[];
  /** Words in common. */
  readonly common: number;
  /** Share of common words in both texts, 0..1. */
  readonly similarity: number;
}

/** A word with what it is compared by: without case, accents, punctuation. */
interface Word {
  readonly text: string;
  readonly key: string;
}

/** Compares two texts word by word: longest common subsequence, both texts in their order. */
export function diffWords(first: string, second: string): WordDiff {
  const [a, b] = [splitWords(first), splitWords(second)];
  const lengths = commonLengths(a, b);
  const parts: { kind: DiffPart['kind']; words: string[] }[] = [];
  const push = (kind: DiffPart['kind'], text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.words.push(text);
    else parts.push({ kind, words: [text] });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    if (one && other && one.key === other.key) {
      push('same', other.text);
      i++;
      j++;
    } else if (one && (!other || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      push('first', one.text);
      i++;
    } else if (other) {
      push('second', other.text);
      j++;
    }
  }
  const common = lengths[0]?.[0] ?? 0;
  return {
    parts: parts.map(({ kind, words }) => ({ kind, text: words.join(' ') })),
    common,
    similarity: a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length),
  };
}

/**
 * Without what the second text has beyond the first one's beginning and end; words there that stand for other words of
 * the first text are kept, as many as those.
 */
export function trimSecond({ parts, common }: WordDiff): WordDiff {
  const first = parts.findIndex(({ kind }) => kind === 'same');
  const last = parts.findLastIndex(({ kind }) => kind === 'same');
  const outside = (i: number): boolean => i < first || i > last;
  const countIn = (own: readonly DiffPart[], kind: DiffPart['kind']): number =>
    own.reduce((sum, part) => sum + (part.kind === kind ? part.text.split(' ').length : 0), 0);
  const before = countIn(parts.slice(0, Math.max(0, first)), 'first');
  const after = countIn(parts.slice(last + 1), 'first');
  const kept = parts.flatMap((part, i) => {
    if (part.kind !== 'second' || !outside(i)) return [part];
    const words = part.text.split(' ');
    const own = i < first ? words.slice(words.length - Math.min(before, words.length)) : words.slice(0, after);
    return own.length > 0 ? [{ ...part, text: own.join(' ') }] : [];
  });
  const total = 2 * common + countIn(kept, 'first') + countIn(kept, 'second');
  return { parts: kept, common, similarity: total === 0 ? 0 : (2 * common) / total };
}

function splitWords(text: string): Word[] {
  return text
    .split(/\s+/)
    .map((word) => ({ text: word, key: keyOf(word) }))
    .filter(({ key }) => key !== '');
}

function keyOf(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Length of the longest common subsequence of the rests from each pair of places on. */
function commonLengths(a: readonly Word[], b: readonly Word[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i], lengths[i + 1]];
    if (!row || !below) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i]?.key === b[j]?.key ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
