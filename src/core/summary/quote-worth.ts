import type { IndexedSentence } from '../search/search-index.js';

/** Why a sentence makes a poor quote when it stands alone, each with the factor by which it is worth less. */
const faultFactors = {
  /** Ends with a question mark. */
  question: 0.3,
  /** Begins in lower case, ends like a heading or before a list, or has half of a pair of quotation marks or brackets. */
  fragment: 0.45,
  /** Begins with a pronoun, or a pronoun stands for its subject: "It …", "Their …", "Unless they …". */
  pronoun: 0.4,
  /** Begins with something pointed at: "These attacks …", "Despite this, …", "The latter …". */
  pointing: 0.5,
  /** Begins as the continuation of what went before: "However, …", "And …", "In conclusion, …". */
  connective: 0.65,
  /** Fewer words than `fewWords`. */
  tooShort: 0.35,
  /** Fewer words than `someWords`. */
  short: 0.75,
  /** More words than `manyWords`. */
  long: 0.8,
  /** More words than `tooManyWords`. */
  tooLong: 0.4,
  /** Fewer different content words than `fewTerms`: little is said. */
  thin: 0.65,
  /** More than a third of it stands in another lane. */
  mixed: 0.85,
  /** Its label is a close call: it would stand in the wrong lane at times. */
  unclear: 0.75,
  /** A claim by nobody who is named. */
  unnamed: 0.7,
} as const;
export type Fault = keyof typeof faultFactors;

const fewWords = 5;
const someWords = 9;
const manyWords = 38;
const tooManyWords = 60;
const fewTerms = 5;
const mixedShare = 1 / 3;

const subordinator =
  'despite|while|with|after|in|because|because of|without|under|by|for|from|although|though|as|if|unless|when|since|before|' +
  'until|of|at|on|to|given|besides|beyond|instead of|in spite of|unlike|like|than';
const pronoun =
  'it|they|he|she|him|her|his|its|their|theirs|them|this|that|these|those|such|himself|herself|themselves';
const word = String.raw`[\p{L}\p{N}'’-]+`;
const openings: readonly (readonly [Fault, RegExp])[] = [
  // "It is wrong to …", "It seems that …": the pronoun stands for what follows.
  [
    'pronoun',
    /^(?!it (?:is|was|would be|will be|may be|seems|takes|took)\b[^,;]{3,45}(?:(?<!ed) to|\b(?:that|whether|who))\b)it(?:['’]s)?\b/iu,
  ],
  ['pronoun', /^(?:they|he|she|his|her|hers|its|their|theirs|him|them|himself|herself|themselves)\b/iu],
  [
    'pronoun',
    new RegExp(
      String.raw`^(?:${word} ){0,3}${word}, (?:this|these|those|it|they|he|she)\b(?! is (?:${word} ){1,3}(?:to|that)\b)`,
      'iu',
    ),
  ],
  ['pronoun', /^(?:I|we|you|nobody|no one|everybody|many|some|few)\b[^,;]{0,25}\b(?:them|it|him)\b/iu],
  [
    'pointing',
    /^(?:this|that|these|those|such|both|neither|either|each|another|others?|some of (?:these|those|them)|all of (?:this|these|them)|none of (?:this|these|them)|here|one (?:is|was|of (?:them|these|those)))\b/iu,
  ],
  ['pointing', /^(?:the )?(?:former|latter|same|other|two|three|following|above)\b|\bthe following\b/iu],
  ['pointing', /^(?:similar|further|additional|other|more) (?!than\b|and more\b)\p{Ll}/iu],
  [
    'pointing',
    /^the (?:groups?|move|decision|incidents?|plan|deal|ruling|news|result|problem|issue|measure|idea|rest)(?= (?:is|was|are|were|has|had|have|will|would|also|not|can|could|may|came|comes)\b)/iu,
  ],
  ['pointing', new RegExp(String.raw`^(?:${word} ){1,3}(?:this|these|those)\b`, 'iu')],
  [
    'pointing',
    new RegExp(String.raw`^(?:${subordinator}) (?:all |of |many of |some of |most of )?(?:${pronoun})\b`, 'iu'),
  ],
  ['pointing', /\b(?:of|in|for|with|about|to|by) (?:that|this|it|them|these|those)[.!]$/iu],
  [
    'connective',
    /^(?:and|but|so|or|nor|yet|then|thus|hence|therefore|however|moreover|furthermore|nevertheless|nonetheless|meanwhile|instead|otherwise|besides|also|still|again|likewise|similarly|consequently|accordingly|finally|additionally|conversely|alternatively|indeed|rather|even so|even then|yes|no,|well,|perhaps not)(?!\p{L})/iu,
  ],
  [
    'connective',
    /^(?:compounding|adding to|in (?:conclusion|addition|short|sum|other words|contrast|turn|fact|particular|response|return)|on the (?:other hand|contrary|one hand)|as (?:a result|such|well)|for (?:example|instance)|after all|at the same time|by contrast|to that end|of course|above all)\b/iu,
  ],
  ['connective', /^(?:[\p{L}'’]+ ){1,4}(?:however|meanwhile|therefore|too),/iu],
];

interface QuoteWorth {
  /** Product of the faults' factors, 0..1: how good a quote the sentence makes by its form alone. */
  readonly worth: number;
  readonly faults: readonly Fault[];
}

/** Judges by its form how well a sentence stands alone. `text` is the sentence as a reader sees it. */
export function judgeWorth(text: string, { label, terms, start, end }: IndexedSentence): QuoteWorth {
  const faults: Fault[] = [];
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words < fewWords) faults.push('tooShort');
  else if (words < someWords) faults.push('short');
  else if (words > tooManyWords) faults.push('tooLong');
  else if (words > manyWords) faults.push('long');
  if (/\?["'”’)\]]*$/u.test(text)) faults.push('question');
  else if (isFragment(text)) faults.push('fragment');
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '');
  const opening = openings.find(([, pattern]) => pattern.test(bare));
  if (opening) faults.push(opening[0]);
  if (new Set(terms).size < fewTerms) faults.push('thin');
  const otherLanes = label.spans.reduce(
    (sum, span) => sum + (span.label === label.label ? 0 : span.end - span.start),
    0,
  );
  if (otherLanes > mixedShare * (end - start)) faults.push('mixed');
  if (label.step === 'unclear') faults.push('unclear');
  if (label.label === 'attributed' && label.sources.length === 0) faults.push('unnamed');
  return { worth: faults.reduce((worth, fault) => worth * faultFactors[fault], 1), faults };
}

function isFragment(text: string): boolean {
  if (!/[.!…]["'”’»)\]*_]*$/u.test(text)) return true;
  if (/^["'“‘(*_[]*\p{Ll}/u.test(text)) return true;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/[“«]/gu) !== count(/[”»]/gu) || count(/"/g) % 2 === 1 || count(/\(/g) !== count(/\)/g);
}
