/** Shortest word worth correcting unless said, and the length from which two slips are allowed. */
const usualMinLength = 6;
const twoSlipsFrom = 9;

/**
 * The words of `vocabulary` that `word` may be a slip of: the same first letter and one letter added, left out, changed,
 * or in another place, such as swapped with its neighbour (two in a long word); the first two may be swapped. Only the closest are given, none where the word
 * is shorter than `minLength` letters or has a number in it.
 */
export function findSpellings(word: string, vocabulary: Iterable<string>, minLength = usualMinLength): string[] {
  if (word.length < minLength || /\p{Nd}/u.test(word)) return [];
  let limit = word.length >= twoSlipsFrom ? 2 : 1;
  let closest: string[] = [];
  for (const known of vocabulary) {
    if (!beginsLike(word, known) || Math.abs(known.length - word.length) > limit) continue;
    const distance = hasMovedLetter(word, known) ? 1 : editDistance(word, known);
    if (distance > limit) continue;
    if (distance < limit) closest = [];
    limit = distance;
    closest.push(known);
  }
  return closest;
}

function beginsLike(word: string, known: string): boolean {
  return word[0] === known[0] || (word[0] === known[1] && word[1] === known[0]);
}

/** Whether two words differ in the place of one letter, as "ghandi" and "gandhi" do. */
function hasMovedLetter(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let first = 0;
  while (a[first] === b[first]) first++;
  let end = a.length;
  while (a[end - 1] === b[end - 1]) end--;
  const [own, other] = [a.slice(first, end), b.slice(first, end)];
  return own.slice(1) + own.slice(0, 1) === other || other.slice(1) + other.slice(0, 1) === own;
}

/** Optimal string alignment: F. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (3), 1964. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
