/**
 * Words as they are looked for in texts, letter by letter. Beside the expression stand the runs of letters and digits without which it
 * cannot match, so that texts which do not have them need not be read.
 */
export interface WordPattern {
  readonly pattern: RegExp;
  /** A text has all runs of one of these lists, or no match; null where that cannot be told. As `runsOf` writes them. */
  readonly runs: readonly (readonly string[])[] | null;
}

const run = /[\p{L}\p{Nd}]+/gu;
const partOfRun = /\p{L}+|\p{Nd}+/gu;
/** Of a year its last two digits, behind another year or an apostrophe. */
const shortYear = /(?<=\p{Nd}{4}[–/-]|['’])\p{Nd}{2}(?!\p{Nd})/gu;

/** What follows the first letter of a name, and what stands between names of which an abbreviation has the first letters. */
export const nameEnding = String.raw`\p{Ll}[\p{L}\p{M}]*`;
export const betweenNames = String.raw`(?:[\s-]+(?:of|the|and|for|in|to|on))*[\s-]+`;
const names = new RegExp(String.raw`(?<!\p{L})\p{Lu}${nameEnding}(?:${betweenNames}\p{Lu}${nameEnding})+`, 'gu');
const initial = /(?<!\p{L})\p{Lu}/gu;
/** Most letters of an abbreviation that is looked for by the names it stands for. */
const mostInitials = 6;

/** Letters that expressions without regard to capitals take for one another, though their small forms differ. */
function fold(text: string): string {
  return text.toLowerCase().replace(/ς/g, 'σ').replace(/ſ/g, 's');
}

/** The runs of letters and digits in words that are looked for. */
export function runsOf(words: string): string[] {
  return Array.from(words.matchAll(run), ([found]) => fold(found));
}

/** The run by which a year's last two digits are found where a text has no more of it. */
export function shortYearRun(digits: string): string {
  return `’${digits}`;
}

/** The run by which names are found that have these first letters. */
export function initialsRun(letters: string): string {
  return `·${letters}`;
}

/** All runs of a text by which `WordPattern` finds it, each once: whole ones, their letters and their digits, short years, and the first letters of names. */
export function listRuns(text: string): string[] {
  const runs = new Set<string>();
  for (const [found] of text.matchAll(run)) {
    const whole = fold(found);
    if (runs.has(whole)) continue;
    runs.add(whole);
    for (const [part] of whole.matchAll(partOfRun)) runs.add(part);
  }
  for (const [digits] of text.matchAll(shortYear)) runs.add(shortYearRun(digits));
  for (const [found] of text.matchAll(names)) {
    const letters = found.match(initial) ?? [];
    for (let from = 0; from < letters.length; from++) {
      for (let to = from + 2; to <= Math.min(letters.length, from + mostInitials); to++) {
        runs.add(initialsRun(letters.slice(from, to).join('')));
      }
    }
  }
  return [...runs];
}
