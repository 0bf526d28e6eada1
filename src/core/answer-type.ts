/** What kind of thing a question asks for, as far as its form tells. */
export type AnswerType = 'number' | 'money' | 'time' | 'person' | 'place' | 'reason' | 'meaning' | 'other';

const forms: readonly (readonly [AnswerType, RegExp])[] = [
  ['meaning', /\b(stands? for|abbreviation|acronym|full (name|form) of|short for)\b/],
  [
    'money',
    /\bhow much (money|did .* (cost|pay|spend|give))\b|\bhow much .*\b(cost|worth|paid|spent|aid|funding)\b|\bhow many (dollars|euros|pounds)\b|\bwhat (is|was|were) the (price|cost|fine|fee)\b/,
  ],
  [
    'time',
    /^\W*(?:(?:and|so|but|since|until|by|from)\s+)?when\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must|['’]s)\b|^\W*when\b(?!.*(?:,|\b(?:what|which|who|how|why|where|it)\b))|\bwhen\W*$|\b(what|which) (year|date|day|month|decade|century|time|season|week)\b|\bhow long ago\b|\bsince when\b/,
  ],
  [
    'number',
    /\bhow (many|much|long|far|tall|high|wide|broad|deep|old|big|large|heavy|fast|often|small|hot|cold|thick)\b|\b(what|which) (number|percentage|percent|share|proportion|fraction|amount|length|height|age|distance|temperature|size|area|population|speed|weight)\b/,
  ],
  ['reason', /\bwhy\b|\bwhat (is|was|were) the (reason|cause)s?\b|\bhow come\b|\bwhat caused\b/],
  [
    'place',
    /\bwhere\b|\b(what|which) (country|countries|city|cities|town|towns|place|places|state|region|river|area|areas|village|island|district|districts)\b/,
  ],
  [
    'person',
    /\bwho(m|se)?\b|\b(what|which) (person|people|man|woman|author|scientist|king|queen|president|company|organi[sz]ation|group|groups|team|actor|singer|party|minister|politician)\b|\bwhat (is|was) the name\b/,
  ],
];

const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|' +
  'nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|' +
  'dozens?|half|third|quarter|twice|once|none|both|single|double|tens';
const months =
  'january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';

const number = new RegExp(String.raw`\p{Nd}|\b(?:${numberWords})\b`, 'iu');
const money =
  /[$€£¥₹]\s?\p{Nd}|\b(?:dollars?|euros?|pounds?|rupees|francs|yen|cents|pence|crowns?|marks?)\b|\p{Nd}\s?(?:m|bn|k)\b/iu;
const time = new RegExp(
  String.raw`\b(?:1\d|20)\d\ds?\b|\b(?:${months})\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|` +
    String.raw`\b(?:century|centuries|decades?|yesterday|today|tomorrow|tonight|midnight|noon|morning|afternoon|evening|` +
    String.raw`spring|summer|autumn|fall|winter|weekend|ago|weeks?|months?|years?|season|dawn|dusk)\b|` +
    String.raw`\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b`,
  'iu',
);
/** The month, not the verb; an era, not an ad. */
const capitalTime =
  /\b(?:in|of|on|by|since|until|last|next|this|\d{1,2}) May\b|\bMay (?:\d|of\b)|\b(?:BC|AD|BCE|CE)\b/u;
const reason =
  /\b(?:because|since|due|owing|thanks to|so that|in order to|as a result|therefore|reasons?|cause[ds]?|causing|led to|leads? to|after|for fear|given|blam\w+|attribut\w+|citing|explain\w*|to \p{Ll}+)\b/iu;
const placePreposition =
  /\b(?:in|at|from|to|near|across|through|of|between|into|outside|inside|on)\s+(?:the\s+)?\p{Lu}/u;

/** The form that comes first in the question decides: "How old was she when…" asks for a number, not for a time. */
export function findAnswerType(question: string): AnswerType {
  const lower = question.toLowerCase();
  let first = { type: 'other' as AnswerType, at: Infinity };
  for (const [type, form] of forms) {
    const at = form.exec(lower)?.index ?? Infinity;
    if (at < first.at) first = { type, at };
  }
  return first.type;
}

/**
 * Whether a sentence holds something of the kind that is asked for and that the question does not say itself:
 * 1 it does, 0 it does not; 0.5 where the type asks for nothing in particular.
 */
export function matchAnswerType(type: AnswerType, sentence: string, question: string): number {
  switch (type) {
    case 'number':
      return number.test(without(sentence, question)) ? 1 : 0;
    case 'money':
      return money.test(sentence) ? 1 : number.test(sentence) ? 0.5 : 0;
    case 'time':
      return time.test(without(sentence, question)) || capitalTime.test(sentence) ? 1 : 0;
    case 'person':
      return hasNewName(sentence, question) ? 1 : 0;
    case 'place':
      return placePreposition.test(sentence) ? 1 : hasNewName(sentence, question) ? 0.5 : 0;
    case 'reason':
      return reason.test(sentence) ? 1 : 0;
    case 'meaning':
      return hasExpansion(sentence, question) ? 1 : 0;
    case 'other':
      return 0.5;
  }
}

/** The sentence without the numbers and capitalised words of the question, so that these don't pass for an answer. */
function without(sentence: string, question: string): string {
  let rest = sentence;
  for (const word of question.match(/[\p{Lu}\p{Nd}][\p{L}\p{Nd},.]*[\p{L}\p{Nd}]|\p{Nd}/gu) ?? [])
    rest = rest.replaceAll(word, ' ');
  return rest;
}

/** A capitalised word that is not the first of the sentence and not in the question. */
function hasNewName(sentence: string, question: string): boolean {
  const asked = new Set(question.toLowerCase().match(/[\p{L}\p{Nd}]+/gu));
  const words = sentence.match(/[\p{L}\p{Nd}'’.-]+/gu) ?? [];
  return words.some((word, i) => {
    if (!/^\p{Lu}/u.test(word)) return false;
    const bare = word.toLowerCase().replace(/['’]s$|[.'’]+$/gu, '');
    if (asked.has(bare)) return false;
    return (
      i > 0 ||
      !/^(?:the|a|an|in|on|at|it|he|she|they|this|these|that|those|but|and|as|for|with|while|when|after|if|there|his|her|its|their|by|to|from|although|however|despite|some|many|most|all|no|not|we|i|you)$/.test(
        bare,
      )
    );
  });
}

/** An acronym of the question beside its expansion: "Balochistan Liberation Army (BLA)" or "BLA (Balochistan …)". */
function hasExpansion(sentence: string, question: string): boolean {
  return (question.match(/\p{Lu}[\p{Lu}\p{Nd}.&-]+/gu) ?? []).some((acronym) => {
    const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
    if (!sentence.includes(acronym)) return false;
    const initials = (sentence.match(/[\p{L}\p{Nd}]+/gu) ?? [])
      .filter((word) => word !== acronym && /^\p{Lu}|^(?:of|the|and|for|in|de)$/u.test(word))
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word.charAt(0).toLowerCase())
      .join('');
    return initials.includes(letters);
  });
}
