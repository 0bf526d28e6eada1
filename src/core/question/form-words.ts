import type { Token } from '../text/sentence.js';
import { qualityWords, findQuality, type KindOfAnswer, type WantedAnswer } from './kinds-of-answer.js';

/** Words of a question's form, which say what kind of answer is wanted and need not stand in it. */
const formWords = new Set(
  (
    'many much long far tall high wide old big large often number amount percentage percent name kind type sort exactly ' +
    'reason stand tell know please explain anybody someone somebody anyone question'
  ).split(' '),
);
const formPhrase = /^(how|what|which|who|when|where|why|whom|whose|please|tell|can|could|does|do|did|is|are|was|were)$/;

/** "I'm", "they'll", "don't": a pronoun or an auxiliary with what is hung on it, which the analyser leaves in one piece at times. */
const contracted = /^(?:(?:i|you|he|she|it|we|they|there|that|who|what)['’](?:m|re|ve|s|ll|d)|\p{L}+n['’]t)$/u;
/** The same as it is typed in a chat; the analyser parts "doesnt" before its end. */
const typed =
  /^(?:nt|im|ive|dont|doesnt|didnt|cant|isnt|wont|wanna|gonna|gotta|lemme|(?:what|who|where|when|how|why)s)$/;
/** What only wraps a question where the asker says it of himself: "I was wondering", "I was told", "do you know if". */
const wrapping = /^(?:wonder(?:ing|ed)?|curious|told|heard|hearing|asking|know|sure)$/;
const asker = /^(?:i|we|you|(?:i|we|you)['’]\p{L}+)$/u;
const wrapReach = 3;
/** What "in" makes a phrase with that only ties a question to what was said: "in return", "in turn". */
const tying = /^(?:return|turn|general|particular|practice|detail|reply|response|addition|short)$/;

/** Whether the token at `at` is of the question's form and nothing to look for. */
export function isFormWord(tokens: readonly Token[], at: number, wantsMeaning: boolean): boolean {
  const { lower } = tokens[at] ?? { lower: '' };
  if (wantsMeaning && /^(stands?|abbreviation|acronym|short|full|form|mean)$/.test(lower)) return true;
  if (lower === 'whether' || contracted.test(lower) || typed.test(lower)) return true;
  const isOfAsker = tokens.slice(Math.max(0, at - wrapReach), at).some((token) => asker.test(token.lower));
  if (wrapping.test(lower) && (isOfAsker || (at === 0 && lower.startsWith('wonder')))) return true;
  const before = tokens[at - 1]?.lower ?? 'how';
  if (before === 'in' && tying.test(lower)) return !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[at + 1]?.pos ?? '');
  if (/^(?:version|release)s?$/.test(lower) && /^(?:which|what)$/.test(before)) return tokens[at + 1]?.lower !== 'of';
  if (!formWords.has(lower)) return false;
  // "What is the amount of …", "Can you please …": but not "Did the long bridge …".
  const isApart = before === 'the' ? /^(?:number|amount|percentage|reason|name)$/.test(lower) : before === 'you';
  return formPhrase.test(isApart ? (tokens[at - 2]?.lower ?? 'how') : before);
}

/** Words that name what is asked for, and add nothing to it: "what is the *reason*", "in which *year*". */
const namingWords: Partial<Record<KindOfAnswer, RegExp>> = {
  time: /^(?:date|dates|year|day|time|month|hour|moment)$/,
  place: /^(?:place|location|located|situated|region|area|city|town|country|station|lie|lies|where)$/,
  reason: /^(?:reason|reasons|cause|causes|caused|why)$/,
  person: /^(?:name|named|company|firm|person|people|group|organisation|organization|party|team|man|woman|called)$/,
  version: /^(?:version|release|update|patch|build)s?$/,
  count: /^(?:number|count|people|persons|total|times)$/,
  manner: /^(?:way|method)$/,
  meaning: /^(?:stand|stands|mean|means|meaning|abbreviation|acronym|definition|short)$/,
  definition: /^(?:stand|stands|mean|means|meaning|abbreviation|acronym|definition|short)$/,
  'yes-no': /^(?:anybody|anyone|somebody|someone|possible|allowed)$/,
};

/** Whether a word of a question only names what it wants. */
export function isNamingWord(word: string, wanted: WantedAnswer): boolean {
  const quality = findQuality(wanted);
  return (quality !== null && qualityWords[quality].test(word)) || (namingWords[wanted.kind]?.test(word) ?? false);
}
