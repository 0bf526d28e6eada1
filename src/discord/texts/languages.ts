import { english } from './english.js';
import { german } from './german.js';
import type { BriefTexts } from './brief-texts.js';
import type { Language } from './language.js';
import type { LibraryTexts } from './library-texts.js';
import type { MissTexts } from './miss-texts.js';
import type { MyDataTexts } from './my-data-texts.js';
import type { ReviewTexts } from './review-texts.js';
import type { SettingsTexts } from './settings-texts.js';
import type { Texts } from './texts.js';

/** The language of whoever speaks none of the others; the names of commands are its own. */
export const defaultLanguage = english;

/** The languages that the bot speaks. Another one is a file beside these and an entry here. */
export const languages: readonly Language[] = [english, german];

/** The language for one of Discord's locales; the default for a locale that there is none for. */
function languageFor(locale: string | null | undefined): Language {
  const wanted = locale?.toLowerCase() ?? '';
  return languages.find((each) => wanted === each.locale || wanted.startsWith(`${each.locale}-`)) ?? defaultLanguage;
}

/** What all features say, for one of Discord's locales. */
export function textsFor(locale: string | null | undefined): Texts {
  return languageFor(locale).texts;
}

export function briefTextsFor(locale: string | null | undefined): BriefTexts {
  return languageFor(locale).briefs;
}

export function missTextsFor(locale: string | null | undefined): MissTexts {
  return languageFor(locale).misses;
}

export function reviewTextsFor(locale: string | null | undefined): ReviewTexts {
  return languageFor(locale).review;
}

export function myDataTextsFor(locale: string | null | undefined): MyDataTexts {
  return languageFor(locale).myData;
}

export function libraryTextsFor(locale: string | null | undefined): LibraryTexts {
  return languageFor(locale).library;
}

export function settingsTextsFor(locale: string | null | undefined): SettingsTexts {
  return languageFor(locale).settings;
}
