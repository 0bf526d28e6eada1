import { englishTexts } from './english.js';
import { germanTexts } from './german.js';
import { chooseLanguage } from './locale.js';
import type { Texts } from './texts.js';

/** The bot's texts for one of Discord's locales; English for a language that there is none for. */
export function textsFor(locale: string | null | undefined): Texts {
  return chooseLanguage(locale, { english: englishTexts, german: germanTexts });
}
