import { chooseLanguage } from '../../texts/locale.js';
import { englishBriefTexts } from './english.js';
import { germanBriefTexts } from './german.js';
import type { BriefTexts } from './texts.js';

/** The feature's texts for one of Discord's locales; English for a language that there is none for. */
export function briefTextsFor(locale: string | null | undefined): BriefTexts {
  return chooseLanguage(locale, { english: englishBriefTexts, german: germanBriefTexts });
}
