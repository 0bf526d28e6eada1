import { abstractWords, conditionalWords, evaluativeWords, figurativeWords, gradingWords, intensifiers, obligationWords, feelingWords, stanceWords, traitWords, } from '../../english/cues/evaluative-words.js';
import { colourfulFields } from '../../english/cues/colourful-words.js';
import { factualFields } from '../../english/cues/factual-words.js';
import { loadedFields } from '../../english/cues/loaded-words.js';
import { polemicFields } from '../../english/cues/polemic-words.js';
import { tasteFields } from '../../english/cues/taste-words.js';
import { vividFields } from '../../english/cues/vivid-words.js';
import { isTimeWord } from '../grammar/noun-phrases.js';
import { wordSet } from '../grammar/sentence-view.js';
const loaded = wordSet(...[loadedFields, polemicFields, tasteFields].flatMap((fields) => Object.values(fields)));
const evaluative = wordSet(evaluativeWords);
const grading = wordSet(gradingWords, feelingWords);
const traits = wordSet(traitWords);
const colourful = wordSet(...Object.values(colourfulFields));
const vivid = wordSet(...Object.values(vividFields));
const factual = wordSet(...Object.values(factualFields));
const figurative = wordSet(figurativeWords);
const abstracts = wordSet(abstractWords);
/** Judgements by the way they are built: "unforgivable", "rudderless", "blameworthy", "overhyped". */
const builtJudgement = /^(?:un[a-z]{3,}(?:able|ible|ably)|[a-z]{4,}less(?:ly|ness)?|[a-z]{4,}worthy|over(?:hyped|priced|zealous|reach|wrought|bearing|cooked)|mis(?:judg|manag|guid|direct|spen|plac|rul)[a-z]+|[a-z]{4,}(?:esque|ishly))$/;
const builtExceptions = wordSet('wireless homeless regardless nevertheless nonetheless unless countless stainless seamless contactless cordless driverless paperless jobless unable unavailable bless topless sleeveless wordless painless motionless unstable');
/** Judgements only as adjectives; as other parts of speech plain words. */
const adjectivesOnly = wordSet('mean kind fair sound clean pretty rich empty deep sharp right wrong hard clear cold warm fresh well humble value proud like tough cheap critical sweet snap rocky raw keen stern snappy wild weather vast slip striking');
/** Judgements only as verbs: a butcher keeps a shop. */
const verbsOnly = wordSet('butcher gag gut muzzle ram shackle trash warp');
/** Adjectives whose adverbs judge too; most adverbs of common adjectives ("easily", "clearly") only measure. */
const adverbial = wordSet('brave careful careless costly crude cruel dangerous decent effective ineffective efficient inefficient fair unfair generous genuine gentle harmful harsh honest humane improper inadequate mean modest needless noble odd perfect poor promising proper proud responsible irresponsible risky sensible serious severe shallow strange successful timid transparent unjust unnecessary vague weird worrying');
/** Words that `collectCues` looks at more closely. */
const closedClasses = wordSet(intensifiers, stanceWords, obligationWords, conditionalWords, 'demand warrant merit deserve', "no not n't nothing nobody none nor neither without never most least more less than like i my me mine myself we us our ours ourselves " +
    'you your yours yourself this that these it somebody someone anybody anyone everybody everyone somehow something anything everything every all any each entire whole');
const superlativeForm = /est$/;
const maxCachedWords = 50_000;
const cache = new Map();
/** The class of a word; few words of a text are new, so classes are remembered. */
export function classifyWord(token) {
    const { lower, lemma, pos } = token;
    let byTag = cache.get(lower);
    if (!byTag) {
        if (cache.size >= maxCachedWords)
            cache.clear();
        byTag = {};
        cache.set(lower, byTag);
    }
    let known = byTag[pos];
    if (!known) {
        const special = closedClasses.has(lower) || closedClasses.has(lemma) || isTimeWord(lower) || superlativeForm.test(lower);
        known = { judgement: judgeWord(token), special };
        byTag[pos] = known;
    }
    return known;
}
function judgeWord({ lower, lemma, pos }) {
    const root = stripAdverb(lower);
    if (pos === 'NOUN' && verbsOnly.has(lemma))
        return null;
    if (loaded.has(lemma) || loaded.has(lower) || loaded.has(root) || isBuiltJudgement(lower))
        return 'loaded word';
    if (colourful.has(lemma) || colourful.has(lower) || colourful.has(root))
        return 'colourful word';
    const plain = pos !== 'ADJ' && pos !== 'ADV' && (adjectivesOnly.has(lemma) || adjectivesOnly.has(lower));
    if (!plain && (evaluative.has(lemma) || evaluative.has(lower) || (pos === 'ADV' && adverbial.has(root)))) {
        return pos === 'NOUN' || pos === 'VERB' ? 'evaluating noun or verb' : 'evaluation';
    }
    if (pos === 'ADJ' && traits.has(lower))
        return 'trait';
    if (!plain && (grading.has(lemma) || grading.has(lower)))
        return 'grading word';
    if (!plain && (vivid.has(lemma) || vivid.has(lower) || vivid.has(root)))
        return 'vivid word';
    if (figurative.has(lemma))
        return 'figure of speech';
    if (abstracts.has(lemma) && pos === 'NOUN')
        return 'abstract noun';
    return (pos === 'NOUN' || pos === 'VERB') && factual.has(lemma) ? 'matter of fact' : null;
}
/** What a word with hyphens says as a whole: "half-baked", "cold-blooded". */
export function classifyCompound(word) {
    if (loaded.has(word))
        return 'loaded word';
    if (colourful.has(word))
        return 'colourful word';
    return vivid.has(word) ? 'vivid word' : null;
}
/** "impressively" to "impressive", "happily" to "happy"; other words as they are. */
function stripAdverb(word) {
    if (!word.endsWith('ly') || word.length < 6)
        return word;
    return word.endsWith('ily')
        ? `${word.slice(0, -3)}y`
        : word.endsWith('bly')
            ? `${word.slice(0, -1)}e`
            : word.slice(0, -2);
}
function isBuiltJudgement(word) {
    return word.length > 6 && builtJudgement.test(word) && !builtExceptions.has(word);
}
//# sourceMappingURL=judging-words.js.map