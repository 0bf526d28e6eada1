import type { Locale } from 'discord.js';
import type { BriefTexts } from './brief-texts.js';
import type { CommandTexts } from './command-texts.js';
import type { LibraryTexts } from './library-texts.js';
import type { MissTexts } from './miss-texts.js';
import type { MyDataTexts } from './my-data-texts.js';
import type { ReviewTexts } from './review-texts.js';
import type { SettingsTexts } from './settings-texts.js';
import type { SmallTalk } from './small-talk-phrases.js';
import type { Texts } from './texts.js';

/** One language of the bot: all that it says in it. A file that has one of these and a line in the registry add a language. */
export interface Language {
  /** What Discord's locales of this language begin with, such as `de`; also how numbers are written. */
  readonly locale: string;
  /** Those of Discord's locales for which commands are named in this language; none for the one that is the default. */
  readonly discordLocales: readonly `${Locale}`[];
  readonly texts: Texts;
  readonly briefs: BriefTexts;
  readonly misses: MissTexts;
  readonly review: ReviewTexts;
  readonly myData: MyDataTexts;
  readonly library: LibraryTexts;
  readonly settings: SettingsTexts;
  readonly commands: CommandTexts;
  readonly smallTalk: SmallTalk;
}

/** Writes numbers with the word for what is counted, in one language: "1 quote", "2,000 quotes". */
export function createCounter(locale: string): (count: number, one: string, many: string) => string {
  return (count, one, many) => `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}
