import type { Meaning, MeantWord } from './read-meaning.js';

/** A question with what tells its meaning. */
export interface MissedQuestion {
  readonly meaning: Meaning;
  /** The question's embedding, of unit length; all of one model. */
  readonly vector: Float32Array;
}

/** The cosine that two questions must have to be one, by what their words say. */
const minCosine = {
  sameWords: 0.4,
  exchangedWords: 0.55,
  /** Key words without a question's form, whose embeddings are farther off. */
  keyWords: 0.35,
} as const;
/** How many comparisons with groups, each quick, are made between two turns of others. */
const joinsAtOnce = 500;
const minStemLength = 3;
const endings = /^(?:s|e|er|or|r|d|ed|ing|ion|ation|al|ment|y|ly|ship|n)$/;

/**
 * Groups questions that ask for the same thing in different words: agglomerative clustering with complete linkage
 * (B. S. Everitt et al., "Cluster Analysis", 5th ed., 2011, 4.2), so that any two questions of a group mean the same by
 * `meansSame`; pairs are joined from the most similar on, the earlier ones first where two are equal. Gives the numbers of
 * the questions in each group, both in ascending order. The work grows with the square of their number: between its parts it awaits
 * `giveWay`, so that what shares the thread gets its turn.
 */
export async function groupQuestions(
  questions: readonly MissedQuestion[],
  giveWay: () => Promise<void> = () => Promise.resolve(),
): Promise<number[][]> {
  const same = questions.map(() => new Set<number>());
  const pairs: { a: number; b: number; similarity: number }[] = [];
  for (const [b, second] of questions.entries()) {
    await giveWay();
    for (let a = 0; a < b; a++) {
      const first = questions[a];
      const similarity = first ? compareMeanings(first, second) : null;
      if (similarity === null) continue;
      same[a]?.add(b);
      same[b]?.add(a);
      pairs.push({ a, b, similarity });
    }
  }
  pairs.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b);
  const groupOf = questions.map((_, i) => [i]);
  for (const [i, { a, b }] of pairs.entries()) {
    if (i % joinsAtOnce === 0) await giveWay();
    const [left = [], right = []] = [groupOf[a], groupOf[b]];
    if (left === right || !left.every((i) => right.every((j) => same[i]?.has(j)))) continue;
    const joined = [...left, ...right].sort((x, y) => x - y);
    for (const member of joined) groupOf[member] = joined;
  }
  return [...new Set(groupOf)].sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

/** Whether two questions ask for the same thing. */
export function meansSame(first: MissedQuestion, second: MissedQuestion): boolean {
  return compareMeanings(first, second) !== null;
}

/**
 * The cosine of two questions that ask for the same, else null. An embedding alone takes "When does it open?" and "When does
 * it close?" for nearly the same; so what is asked for has to agree, and each content word, name and number of one
 * question has to be matched in the other. The embedding then has a veto.
 */
function compareMeanings(first: MissedQuestion, second: MissedQuestion): number | null {
  const [a, b] = [first.meaning, second.meaning];
  const areQuestions = a.isQuestion && b.isQuestion;
  if (a.asked !== b.asked && (areQuestions || (a.asked !== null && b.asked !== null))) return null;
  if (a.words.length === 0 || b.words.length === 0 || a.modal !== b.modal) return null;
  const matchesOfA = matchWords(a.words, b.words);
  const matchesOfB = matchWords(b.words, a.words);
  if (matchesOfA === null || matchesOfB === null || !haveSameOrder(a, b)) return null;
  const isLiteral = matchesOfA === 'literal' && matchesOfB === 'literal';
  const least = !areQuestions ? minCosine.keyWords : isLiteral ? minCosine.sameWords : minCosine.exchangedWords;
  const similarity = cosine(first.vector, second.vector);
  return similarity >= least ? similarity : null;
}

/** Whether each word has its match in the other question, and how; null where one has none. */
function matchWords(words: readonly MeantWord[], others: readonly MeantWord[]): 'literal' | 'exchanged' | null {
  let result: 'literal' | 'exchanged' = 'literal';
  for (const word of words) {
    const own = firstOf(word);
    if (others.some((other) => firstOf(other) === own)) continue;
    if (word.kind === 'number' || !others.some((other) => other.kind !== 'number' && isSameWord(word, other)))
      return null;
    result = 'exchanged';
  }
  return result;
}

/** Whether the names stand in one order: who owes whom is told by nothing else. A distance is the same both ways. */
function haveSameOrder(a: Meaning, b: Meaning): boolean {
  if (a.asked === 'distance') return true;
  const places = a.words
    .filter(({ kind }) => kind === 'name')
    .map((name) => b.words.findIndex((other) => other.kind === 'name' && isSameWord(name, other)))
    .filter((place) => place >= 0);
  return places.every((place, i) => i === 0 || place >= (places[i - 1] ?? 0));
}

function isSameWord(word: MeantWord, other: MeantWord): boolean {
  for (const form of word.forms) if (other.forms.has(form)) return true;
  return word.kind === 'word' && other.kind === 'word' && isDerived(firstOf(word), firstOf(other));
}

/** "own" and "owner", "close" and "closure": one is the other with an ending. */
function isDerived(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const stem = short.replace(/e$/, '');
  return stem.length >= minStemLength && long.startsWith(stem) && endings.test(long.slice(stem.length));
}

function firstOf({ forms }: MeantWord): string {
  return forms.values().next().value ?? '';
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
