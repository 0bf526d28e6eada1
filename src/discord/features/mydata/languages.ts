import { chooseLanguage } from '../../texts/locale.js';
import { englishMyDataTexts } from './english.js';
import { germanMyDataTexts } from './german.js';
import type { MyDataTexts } from './texts.js';

/** The feature's texts for one of Discord's locales; English for a language that there is none for. */
export function myDataTextsFor(locale: string | null | undefined): MyDataTexts {
  return chooseLanguage(locale, { english: englishMyDataTexts, german: germanMyDataTexts });
}
