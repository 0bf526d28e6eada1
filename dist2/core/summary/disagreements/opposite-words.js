/** Words that say opposite things of the same subject, one pair of groups a line; irregular forms too, which no stem finds. */
export const oppositeWords = `
rise rose risen increase grow grew grown climb | fall fell fallen decrease decline shrink shrank shrunk drop
expand | contract
gain | lose lost
win won | lose lost
succeed | fail
open | close shut
begin began begun start | end stop
accept approve | reject refuse
support back | oppose
allow permit | ban forbid forbade forbidden prohibit
legal lawful | illegal unlawful
safe | unsafe dangerous
true correct accurate | false incorrect inaccurate wrong
guilty | innocent
improve | worsen deteriorate
strengthen | weaken
strong | weak
more | fewer less
higher | lower
better | worse
above | below
possible | impossible
likely | unlikely
effective | ineffective
necessary | unnecessary
complete | incomplete
present | absent
alive | dead
hostile | friendly
ally | enemy
include | exclude
profit | loss
surplus | deficit
majority | minority
`;
/** Words that turn a statement into its opposite. */
export const negators = /^(?:not|n't|no|never|none|neither|nor|nobody|nothing|without|deny|denies|denied|denying|refute|refutes|refuted|dispute|disputes|disputed|lack|lacks|lacked)$/;
/** After a negator these take the negation away again: "not only", "no doubt". */
export const negationTakers = /^(?:only|just|merely|simply|least|doubt|longer|more|less|fewer|later|matter|wonder|sooner)$/;
/** Verbs and nouns that only tell who says it, and say nothing of the matter. */
export const tellingLemmas = new Set(('say tell claim state report announce add believe think argue insist maintain assert declare confirm allege estimate ' +
    'write note explain accord acknowledge admit find show indicate suggest reveal put accuse describe call deny refute dispute ' +
    'reportedly allegedly statement report claim official spokesman spokeswoman spokesperson').split(' '));
/** Words that carry no matter of their own beside a figure: "is 40 metres long", "has a length of", "a total of". */
export const lightLemmas = new Set(('be have do long length wide width tall high height deep depth old age far distance stretch run measure span extend cover amount total ' +
    'number come reach stand share country nation place kind way thing time part one also only just still now about around roughly ' +
    'nearly almost some approximately exactly least most much many than over under up figure count it there which who that ' +
    'lack without dr mr mrs ms sir year month week day hour minute').split(' '));
/** Words that stand for each other when two sentences are compared; the first is what is kept. */
export const sameWords = new Map([
    'kill die dead death',
    'border frontier boundary',
    'injure wound hurt',
    'person people',
    'metre meter',
    'kilometre kilometer',
]
    .map((line) => line.split(' '))
    .flatMap(([first = '', ...others]) => others.map((other) => [other, first])));
//# sourceMappingURL=opposite-words.js.map