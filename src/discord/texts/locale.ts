/** Writes numbers with the word for what is counted, in one language: "1 quote", "2,000 quotes". */
export function createCounter(locale: string): (count: number, one: string, many: string) => string {
  return (count, one, many) => `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}

/** One thing in each language that the bot speaks. */
interface InLanguages<T> {
  readonly english: T;
  readonly german: T;
}

/** The one for one of Discord's locales; English for a language that there is none for. */
export function chooseLanguage<T>(locale: string | null | undefined, { english, german }: InLanguages<T>): T {
  return locale?.toLowerCase().startsWith('de') ? german : english;
}
