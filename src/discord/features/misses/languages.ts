import { chooseLanguage } from '../../texts/locale.js';
import { englishMissTexts } from './english.js';
import { germanMissTexts } from './german.js';
import type { MissTexts } from './texts.js';

/** The feature's texts for one of Discord's locales; English for a language that there is none for. */
export function missTextsFor(locale: string | null | undefined): MissTexts {
  return chooseLanguage(locale, { english: englishMissTexts, german: germanMissTexts });
}
