import type { Language } from '../texts/language.js';
import { languages } from '../texts/languages.js';
import { smallTalkKinds, type SmallTalkKind } from '../texts/small-talk-phrases.js';

/** What a text says, and what it asks. */
interface HeardText {
  /** What is said without asking; null where a question is left. */
  readonly kind: SmallTalkKind | null;
  /** The text without greetings and thanks around its question; all of it where it asks nothing, or nothing else is said. */
  readonly question: string;
}

/** A phrase of small talk as it is written in the languages that have it. */
interface Said {
  readonly phrase: string;
  readonly kind: SmallTalkKind;
  readonly languages: readonly Language[];
}

/** A word in lower case, where it stands in the text, and the marks between it and the next one. */
interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly marks: string;
}

/** Longest small talk, in UTF-16 units and in words, and that which stands before or after a question, in words. */
const longest = 120;
const longestPhrase = 6;
const longestAround = 12;
/** Emoji that are an answer to an answer. */
const nods = /^(?:\s|👍|👌|🆗|✅|🙂|😀|😊|😂|🤣|❤|\p{Emoji_Modifier}|\u200d|\ufe0f)+$/u;
const parting = /[.,;:!?…–—\n]/;

/** The kind of a text that is small talk and nothing else, in any of the bot's languages; null for every other one. `names` are the bot's. */
export function readSmallTalk(text: string, names: readonly string[] = []): SmallTalkKind | null {
  return hear(text, names).kind;
}

/** The question of a text without the "hello" or "thanks, but" before it and the "thanks!" after it. */
export function dropSmallTalk(text: string, names: readonly string[] = []): string {
  return hear(text, names).question;
}

/** Whether a text asks for nothing but a check of something else, such as "is this true?", in any of the bot's languages. */
export function asksToCheck(text: string, names: readonly string[] = []): boolean {
  const fillers = fillersWith(names);
  const said = splitWords(text).flatMap(({ word }) => (fillers.has(word) ? [] : [word]));
  const phrase = said.join(' ');
  return languages.some(({ smallTalk }) => smallTalk.checking.includes(phrase));
}

/** The only language in which a text is small talk; null for a question, and for what is said in several. */
export function findOwnLanguage(text: string, names: readonly string[] = []): Language | null {
  const words = splitWords(text);
  const said = segment(words, fillersWith(names)).at(-1) ?? [];
  const [only, ...others] = languages.filter((language) => said.every((each) => each.languages.includes(language)));
  return said.length > 0 && only && others.length === 0 ? only : null;
}

function hear(text: string, names: readonly string[]): HeardText {
  const words = splitWords(text);
  if (words.length === 0) return { kind: readSigns(text), question: text };
  const fillers = fillersWith(names);
  const said = text.length <= longest ? segment(words, fillers).at(-1) : null;
  if (said && (said.length > 0 || isCalled(words, names))) {
    const kind = smallTalkKinds.find((each) => said.some((one) => one.kind === each)) ?? 'greeting';
    return { kind, question: text };
  }
  const [before, after] = [countBefore(words, fillers), countAfter(words, fillers)];
  if (before + after === 0 || before + after >= words.length) return { kind: null, question: text };
  const start = words[before - 1]?.end ?? 0;
  const end = words[words.length - after]?.start ?? text.length;
  const question = text.slice(start, end);
  return { kind: null, question: (before === 0 ? question : question.replace(/^[\s.,;:!?…–—)]+/, '')).trim() };
}

/** Whether only the bot's whole name is said: a part of it alone, such as a common word, is asked for. Without any name nothing else is either. */
function isCalled(words: readonly Word[], names: readonly string[]): boolean {
  const plain = fillersWith([]);
  const said = words.flatMap(({ word }) => (plain.has(word) ? [] : [word]));
  const isWhole = (name: string): boolean => {
    const parts = splitWords(name).filter(({ word }) => !plain.has(word));
    return parts.length > 0 && parts.every(({ word }) => said.includes(word));
  };
  return said.length === 0 || names.some(isWhole);
}

/** Signs without words: what is no emoji says nothing. */
function readSigns(text: string): SmallTalkKind | null {
  if (!/\p{Extended_Pictographic}/u.test(text)) return null;
  return nods.test(text) ? 'nod' : 'greeting';
}

/** How many words before the question are small talk, and "but" after it. */
function countBefore(words: readonly Word[], fillers: ReadonlySet<string>): number {
  const opening = segment(words.slice(0, longestAround), fillers);
  for (let count = Math.min(opening.length, words.length) - 1; count > 0; count--) {
    const said = opening[count];
    if (!said || said.length === 0) continue;
    const isAnswer = said.some(({ kind }) => kind === 'nod' || kind === 'thanks');
    const isPlain = said.every(({ phrase }) => languages.some(({ smallTalk }) => smallTalk.openers.includes(phrase)));
    const isParted = parting.test(words[count - 1]?.marks ?? '');
    const from = isWordOf('joining', words[count]) ? count + 1 : count;
    const asks = isWordOf('asking', words[from]) || (isAnswer && isWordOf('goingOn', words[from]));
    if ((isParted || isPlain) && asks) return from;
    if (isParted && isPlain && words.length - from > 1) return from;
  }
  return 0;
}

/** How many words after the question are small talk. */
function countAfter(words: readonly Word[], fillers: ReadonlySet<string>): number {
  for (let count = Math.min(words.length - 1, longestAround); count > 0; count--) {
    const marks = words[words.length - count - 1]?.marks ?? '';
    const said = parting.test(marks) ? segment(words.slice(-count), fillers).at(-1) : null;
    if (!said || said.length === 0) continue;
    if (/[?!.\n]/.test(marks) || said.every(({ kind }) => kind === 'thanks')) return count;
  }
  return 0;
}

function isWordOf(list: 'asking' | 'goingOn' | 'joining', word: Word | undefined): boolean {
  return word !== undefined && languages.some(({ smallTalk }) => smallTalk[list].includes(word.word));
}

/** For each number of words from 0 on what the first words say, phrase by phrase; null where one of them is no small talk. */
function segment(words: readonly Word[], fillers: ReadonlySet<string>): (Said[] | null)[] {
  const heard: (Said[] | null)[] = [[]];
  for (let end = 1; end <= words.length; end++) {
    heard[end] = null;
    for (let start = Math.max(0, end - longestPhrase); start < end && !heard[end]; start++) {
      const before = heard[start];
      if (!before) continue;
      const phrase = words
        .slice(start, end)
        .map(({ word }) => word)
        .join(' ');
      const said = findSaid(phrase);
      if (said) heard[end] = [...before, said];
      else if (fillers.has(phrase)) heard[end] = before;
    }
  }
  return heard;
}

function findSaid(given: string): Said | null {
  for (const kind of smallTalkKinds) {
    const speaking = languages.filter(({ smallTalk }) => smallTalk[kind].some((known) => isSame(known, given)));
    const phrase = speaking[0]?.smallTalk[kind].find((known) => isSame(known, given));
    if (phrase !== undefined) return { phrase, kind, languages: speaking };
  }
  const thanking = languages.filter(({ smallTalk }) => isThanksFor(given, smallTalk.thanksFor));
  return thanking.length > 0 ? { phrase: given, kind: 'thanks', languages: thanking } : null;
}

/** "for the quick answer", which follows thanks. */
function isThanksFor(given: string, [first, ...others]: readonly string[]): boolean {
  const [opening, ...words] = given.split(' ');
  return opening === first && words.length > 0 && words.every((word) => others.includes(word));
}

/** "hiii" is "hi": a letter that is written three times, or twice at the end of a word, may be meant once. */
function isSame(known: string, given: string): boolean {
  return known === given || (/(\p{L})\1(?:\1|$|\s)/u.test(given) && squeeze(given) === squeeze(known));
}

function squeeze(words: string): string {
  return words.replace(/(\p{L})\1+/gu, '$1');
}

/** What may stand beside small talk: the bot's names, and words that say nothing more. */
function fillersWith(names: readonly string[]): ReadonlySet<string> {
  return new Set([
    ...names.flatMap((name) => splitWords(name).map(({ word }) => word)),
    ...languages.flatMap((each) => each.smallTalk.fillers),
  ]);
}

function splitWords(text: string): Word[] {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’‘`´][\p{L}\p{N}]+)*/gu)];
  return found.map(({ 0: word, index }, i) => ({
    word: word.toLowerCase().replace(/[’‘`´]/g, "'"),
    start: index,
    end: index + word.length,
    marks: text.slice(index + word.length, found[i + 1]?.index ?? text.length),
  }));
}
