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

/** Whether the token at `at` is of the question's form and nothing to look for. */
export function isFormWord(tokens: readonly Token[], at: number, wantsMeaning: boolean): boolean {
  const { lower } = tokens[at] ?? { lower: '' };
  if (wantsMeaning && /^(stands?|abbreviation|acronym|short|full|form|mean)$/.test(lower)) return true;
  const before = tokens[at - 1]?.lower ?? 'how';
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
