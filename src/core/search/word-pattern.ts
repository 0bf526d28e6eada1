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

/** All runs of a text by which `WordPattern` finds it, each once: whole ones, their letters and their digits, and short years. */
export function listRuns(text: string): string[] {
  const runs = new Set<string>();
  for (const [found] of text.matchAll(run)) {
    const whole = fold(found);
    if (runs.has(whole)) continue;
    runs.add(whole);
    for (const [part] of whole.matchAll(partOfRun)) runs.add(part);
  }
  for (const [digits] of text.matchAll(shortYear)) runs.add(shortYearRun(digits));
  return [...runs];
}
