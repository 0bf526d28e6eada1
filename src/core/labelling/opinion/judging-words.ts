import type { PartOfSpeech, Token } from '../../text/sentence.js';
import { judgementClasses } from '../../english/lexicon.js';
import { entriesOf, wordsOf, type WordEntry } from '../../english/word-classes.js';
import { isBuiltJudgement, stripAdverb } from '../../english/word-shapes.js';
import type { Feature } from '../../english/features.js';
import { isTimeWord } from '../grammar/noun-phrases.js';

/** Words that `collectCues` looks at more closely. */
const closedClasses = wordsOf('intensifier', 'stance', 'obligation', 'supposition', 'depends on its neighbours');
const superlativeForm = /est$/;

/** One class of words that judge, ready to be asked. */
interface JudgementClass {
  readonly feature: Feature;
  /** Whether the class holds the token, in one of the forms by which its words are found. */
  readonly holds: (token: Token) => boolean;
  readonly compounds: ReadonlySet<string>;
}

const classes: readonly JudgementClass[] = judgementClasses.map(({ name, feature, forms, parts }) => {
  if (name === 'built judgement')
    return { feature, holds: ({ lower }) => isBuiltJudgement(lower), compounds: new Set<string>() };
  const entries = new Map<string, WordEntry>(entriesOf(name).map((entry) => [entry.word, entry]));
  const [byLemma, byForm, byAdverb] = ['lemma', 'form', 'adverb'].map((form) => forms.split(' ').includes(form));
  const isIn = (word: string, pos: PartOfSpeech): boolean => entries.get(word)?.isOf(pos) === true;
  return {
    feature,
    holds: ({ lower, lemma, pos }) =>
      (parts === '' || parts.split(' ').includes(pos)) &&
      ((byLemma === true && isIn(lemma, pos)) ||
        (byForm === true && isIn(lower, pos)) ||
        (byAdverb === true && isIn(stripAdverb(lower), pos))),
    compounds: new Set(forms.includes('compound') ? entries.keys() : []),
  };
});

/** What a word says by itself, wherever it stands. */
interface WordClass {
  readonly judgement: Feature | null;
  /** It belongs to a closed class whose sense depends on its neighbours. */
  readonly special: boolean;
}

const maxCachedWords = 50_000;
const cache = new Map<string, Partial<Record<PartOfSpeech, WordClass>>>();

/** The class of a word; few words of a text are new, so classes are remembered. */
export function classifyWord(token: Token): WordClass {
  const { lower, lemma, pos } = token;
  let byTag = cache.get(lower);
  if (!byTag) {
    if (cache.size >= maxCachedWords) cache.clear();
    byTag = {};
    cache.set(lower, byTag);
  }
  let known = byTag[pos];
  if (!known) {
    const special =
      closedClasses.has(lower) || closedClasses.has(lemma) || isTimeWord(lower) || superlativeForm.test(lower);
    known = { judgement: judgeWord(token), special };
    byTag[pos] = known;
  }
  return known;
}

function judgeWord(token: Token): Feature | null {
  const feature = classes.find(({ holds }) => holds(token))?.feature ?? null;
  return feature === 'evaluation' && /^(?:NOUN|VERB)$/.test(token.pos) ? 'evaluating noun or verb' : feature;
}

/** What a word with hyphens says as a whole: "half-baked", "cold-blooded". */
export function classifyCompound(word: string): Feature | null {
  return classes.find(({ compounds }) => compounds.has(word))?.feature ?? null;
}
