import { englishMissTexts } from './english.js';
import { germanMissTexts } from './german.js';
/** The texts in the language of the bot's other texts. */
export function missTextsFor({ locale }) {
    return locale === 'de' ? germanMissTexts : englishMissTexts;
}
//# sourceMappingURL=texts.js.map