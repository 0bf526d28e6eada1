import type { Language } from '../texts/language.js';
import { languages } from '../texts/languages.js';
import { findOwnLanguage } from './small-talk.js';

/** How many people's languages are remembered. */
const maxPeople = 10_000;
const quotation = /["“”„«»][^"“”„«»]*["“”„«»]/g;

/**
 * The language that the words of a message are in, of those that the bot speaks; null where they do not tell, as key words and names. `names` are
 * the bot's.
 */
export function findLanguage(text: string, names: readonly string[] = []): Language | null {
  const own = findOwnLanguage(text, names);
  if (own) return own;
  // What somebody quotes may be in any language.
  const written =
    text
      .replace(quotation, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const [best, second] = languages
    .map((language) => ({ language, score: countWords(written, language) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score > (second?.score ?? 0) ? best.language : null;
}

const emptyWords = new Set(languages.flatMap(listEmptyWords));

/** Whether a word only holds a sentence together in one of the bot's languages, so that no text can be said to lack it. */
export function saysNothing(word: string): boolean {
  return emptyWords.has(word.toLowerCase());
}

function listEmptyWords({ smallTalk: { asking, goingOn, joining, common } }: Language): string[] {
  return [...asking, ...goingOn, ...joining, ...common];
}

/** How many of the words are of the language; those that a question begins with count twice. */
function countWords(written: readonly string[], language: Language): number {
  const { asking, checking } = language.smallTalk;
  const others = [...listEmptyWords(language), ...checking.flatMap((phrase) => phrase.split(' '))];
  return written.reduce((sum, word) => sum + (asking.includes(word) ? 2 : others.includes(word) ? 1 : 0), 0);
}

/** What people spoke last, as far as Discord or their words said: Discord sends no language with a message. Forgotten with the process. */
export class SpokenLanguages {
  private readonly locales = new Map<string, string>();

  note(userId: string, locale: string): void {
    this.locales.delete(userId);
    this.locales.set(userId, locale);
    const [longestSilent] = this.locales.keys();
    if (this.locales.size > maxPeople && longestSilent !== undefined) this.locales.delete(longestSilent);
  }

  /** One of Discord's locales, or null for somebody who has not been heard yet. */
  of(userId: string): string | null {
    return this.locales.get(userId) ?? null;
  }
}
