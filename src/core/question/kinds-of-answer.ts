/** What a question can ask for. */
export type KindOfAnswer =
  | 'person'
  | 'place'
  | 'time'
  | 'duration'
  | 'count'
  | 'frequency'
  | 'measure'
  | 'money'
  | 'reason'
  | 'manner'
  /** What somebody does. */
  | 'activity'
  | 'yes-no'
  /** The words that an abbreviation stands for. */
  | 'meaning'
  /** What a word means. */
  | 'definition'
  /** The number of a version, which may stand above what is new in it. */
  | 'version'
  | 'list'
  /** What somebody says: an attributed statement. */
  | 'claim'
  /** What the author thinks. */
  | 'opinion'
  | 'other';

/** A kind of answer that is wanted, with what the question says about it. */
export interface WantedAnswer {
  readonly kind: KindOfAnswer;
  /** The word that narrows the kind: "old" of "how old", "year" of "which year", "countries". Lower-case; may be empty. */
  readonly detail: string;
  /** Whether the form of the question says so ("how long is"), or a word of it only ("tunnel length", "what does it cost"). */
  readonly sign: 'form' | 'word';
}

export const interrogatives = 'who|whom|whose|what|which|when|where|why|how';
export const auxiliaries =
  'is|are|am|was|were|do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must';
const anyAuxiliary = `(?:${auxiliaries}|isn['’]t|wasn['’]t|didn['’]t|doesn['’]t|don['’]t)`;
const be = "(?:is|was|are|were|['’]s)";

/** What comes before the question itself. */
const lead =
  /^\W*(?:(?:please|hello|hi|hey|so|and|but)\b[\s,]*)*(?:(?:(?:can|could|would) (?:you|anyone|anybody|somebody|someone) (?:please )?(?:tell (?:me|us)|say|explain)|(?:please )?tell (?:me|us)|(?:do (?:you|we) know|does (?:anyone|anybody|somebody) know)|i (?:want|would like|['’]d like) to know)\s+)?/i;

const moneyNouns = '(?:fee|fare|rent|salary|wage|budget|fine|toll|bill)s?';

/** Of these one has days or hours, whatever is paid for them. */
const timeNouns = '(?:time|notice|vacation|leave|holidays?|sleep|practice|rest)';

interface Form {
  readonly kind: KindOfAnswer;
  readonly sign: WantedAnswer['sign'];
  /** Its first group is the detail. A form is looked for in the whole question, a word's pattern in what follows the lead. */
  readonly pattern: RegExp;
}

const form = (kind: KindOfAnswer, pattern: string): Form => ({ kind, sign: 'form', pattern: new RegExp(pattern, 'u') });
const word = (kind: KindOfAnswer, pattern: string): Form => ({ kind, sign: 'word', pattern: new RegExp(pattern, 'u') });

/** Of two that begin at the same place the earlier one is meant first. */
const forms: readonly Form[] = [
  form('meaning', String.raw`\b(stands? for|abbreviation|acronym|full (?:name|form) of|short for)\b`),
  word('definition', `^(?:what|how) (?:does|do|did) .+ mean$|^(?:what ${be} )?(?:the )?(?:definition|meaning) of\\b`),
  word(
    'money',
    `^what ${be} the (?:[\\p{L}-]+ ){0,3}${moneyNouns}\\b|^how high (?:is|was|are|were) .*${moneyNouns}\\b`,
  ),
  word('money', String.raw`^how much (?:is|are|was|were)\b`),
  form(
    'money',
    String.raw`\bhow much (?!(?:[\p{L}-]+ )?${timeNouns}\b)(money|cash|(?=.*\b(?:cost|costs|pay|paid|spend|spent|worth|price|charge|fine|aid|funding|earn|give|gave|contribute)\b))|` +
      String.raw`\bhow many (dollars|euros|pounds|rupees)\b|\bwhat (?:is|was|were|are) the (price|cost|fine|fee|fare|budget|salary)\b`,
  ),
  form(
    'time',
    String.raw`^\W*(?:(?:and|so|but|since|until|by|from)\s+)?when\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must|['’]s)\b|` +
      String.raw`^\W*when\b(?!.*(?:,|\b(?:what|which|who|how|why|where|it)\b))|\bwhen\W*$|` +
      String.raw`\b(?:what|which) (year|date|day|month|decade|century|time|season|week)\b|\bhow long ago\b|\bat what (time)\b`,
  ),
  word(
    'time',
    `^(?:(?:since|until|by|from) )?when\\b|^(?:(?:at|in|on|since|until|by|from|during) )?(?:what|which) hour\\b|^what ${be} the (?:exact )?(?:date|year|time)\\b`,
  ),
  word(
    'place',
    `^(?:(?:at|in|on|from|to) )?(?:what|which) (?:place|location|street|area|village)\\b|^what ${be} the (?:place|location|address)\\b`,
  ),
  word(
    'duration',
    `^(?:for |since )how (long)\\b|^how (long) (?!ago\\b)(?:(?:do|does|did|has|have|had|will|would|can|could|shall|should|may|might|must)\\b|.*\\b(?:takes?|took|lasts?|lasted)\\b)`,
  ),
  form(
    'measure',
    String.raw`\bhow (long|far|tall|high|wide|broad|deep|old|big|large|heavy|fast|hot|warm|cold|thick)\b`,
  ),
  form(
    'measure',
    String.raw`\b(?:what|which) (?:is|was|are|were)?\s?(?:the )?(percentage|percent|length|height|age|distance|temperature|size|area|speed|weight|depth|width)\b`,
  ),
  form('version', String.raw`\b(?:which|what) (version|release|update|patch|build)s?\b(?! notes)`),
  form('measure', String.raw`\bhow much (?:[\p{L}-]+ )?(${timeNouns})\b`),
  form('frequency', String.raw`\bhow (often)\b`),
  form(
    'count',
    String.raw`\bhow (many|much)\b|\b(?:what|which) (?:is|was|are|were)?\s?(?:the )?(number|share|proportion|fraction|amount|population)\b`,
  ),
  word('count', `^what ${be} the total (?:number|amount|count|population)\\b`),
  form('reason', String.raw`\bwhy\b|\bwhat (?:is|was|were) the (?:reason|cause)s?\b|\bhow come\b|\bwhat caused\b`),
  word('reason', `^what (?:${be} )?the (?:reason|cause)s?\\b|^what causes\\b|^for (?:what|which) reason\\b`),
  form(
    'place',
    String.raw`\bwhere\b|\b(?:what|which) (country|countries|nations?|states?|city|cities|towns?|places?|region|river|areas?|villages?|island|districts?)\b`,
  ),
  form(
    'person',
    String.raw`\bwho(?:m|se)?\b|\b(?:what|which) (?:person|people|man|woman|author|scientist|king|queen|president|company|organi[sz]ation|groups?|teams?|actor|singer|party|minister|politician)\b|\bwhat (?:is|was) the name\b`,
  ),
  word('person', `^(?:by )?(?:what|which) (?:companies|firms?)\\b|^what ${be} the names?\\b`),
];

/** Those that are meant only where nothing above begins at the same place. */
const plainForms: readonly Form[] = [
  word('activity', String.raw`^what (?:do|does|did|can|could|will|would) .+ do$`),
  word('manner', `^how (?:${anyAuxiliary}|to)\\b`),
  word('yes-no', `^${anyAuxiliary}\\b`),
  word('count', String.raw`^.*\bnumber of\b`),
  word('time', String.raw`^.*\b(date|year)(?:$| of\b)`),
  word('list', `^(?:list|name)\\b|^(?:what|which) (?:are|were) (?:the |all )`),
  word('other', String.raw`^(?:what|which)\b`),
];

/** What "how …" and a noun ask the measure of; the words for each, the kind of answer, and which words may stand alone. */
export const qualityWords = {
  length: /^(?:long|length|lengthy|duration)$/,
  age: /^(?:old|age)$/,
  height: /^(?:high|tall|height)$/,
  width: /^(?:wide|width|broad|breadth)$/,
  depth: /^(?:deep|depth)$/,
  speed: /^(?:fast|speed|velocity)$/,
  weight: /^(?:heavy|weight|weigh|weighs)$/,
  distance: /^(?:far|distance)$/,
  size: /^(?:big|large|size|area)$/,
  temperature: /^(?:hot|cold|warm|temperature)$/,
  frequency: /^(?:often|frequency|frequently)$/,
  cost: /^(?:cost|costs|price|prices|priced|expensive)$/,
} as const;

/** Something that can be asked the measure of. */
type Quality = keyof typeof qualityWords;
const qualityNouns =
  /^(?:length|duration|age|height|width|breadth|depth|speed|velocity|weight|distance|size|area|temperature|frequency|costs?|prices?|weighs?)$/;
const kindOfQuality: Partial<Record<Quality, KindOfAnswer>> = { frequency: 'frequency', cost: 'money' };

/** What the answer is a measure of, for a kind that measures; null for others. */
export function findQuality({ kind, detail }: WantedAnswer): Quality | null {
  if (kind === 'money') return 'cost';
  if (kind === 'frequency') return 'frequency';
  if (kind === 'duration') return 'length';
  if (kind !== 'measure') return null;
  return (Object.keys(qualityWords) as Quality[]).find((name) => qualityWords[name].test(detail)) ?? null;
}

/** A question without what comes before it ("please", "can you tell me") and without its question mark; where it begins. */
export function findCore(text: string): { readonly core: string; readonly start: number } {
  const start = lead.exec(text)?.[0].length ?? 0;
  return { core: text.slice(start).replace(/[\s?!.]+$/u, ''), start };
}

/**
 * The kinds of answer that a question wants, in the order of the words that say so: "How old was she when it began?" asks
 * for an age first. Empty where nothing tells, as in two or three key words.
 */
export function findWants(typed: string): WantedAnswer[] {
  const text = typed.replace(/\b(what|who|where|when|how|why)s\b/gi, "$1's");
  const { core, start } = findCore(text);
  const [whole, asked] = [text.toLowerCase(), core.toLowerCase()];
  const found: (WantedAnswer & { readonly at: number })[] = [];
  const look = ({ kind, sign, pattern }: Form): void => {
    const match: (readonly (string | undefined)[] & { index: number }) | null = pattern.exec(
      sign === 'form' ? whole : asked,
    );
    if (!match) return;
    const detail = match.slice(1).find((group) => group !== undefined) ?? '';
    found.push({ kind, detail, sign, at: match.index + (sign === 'form' ? 0 : start) });
  };
  // "What does UNHCR mean?"
  if (/\bmean(?:s|ing)?\b/i.test(text) && /\b\p{Lu}[\p{Lu}\p{Nd}.&-]+(?!\p{L})/u.test(text)) {
    found.push({ kind: 'meaning', detail: '', sign: 'form', at: -1 });
  }
  forms.forEach(look);
  const measured = findMeasureWord(asked);
  if (measured && !found.some(({ kind }) => kind === measured.kind))
    found.push({ ...measured, sign: 'word', at: start });
  plainForms.forEach(look);
  found.sort((a, b) => a.at - b.at);
  return found.map(({ kind, detail, sign }) => ({ kind, detail, sign }));
}

/** The kind that a question wants by its form, which its words alone do not tell; null where there is none. */
export function findFormal(wants: readonly WantedAnswer[]): WantedAnswer | null {
  return wants.find(({ sign }) => sign === 'form') ?? null;
}

/** Whether a question wants, by its form, what an abbreviation stands for. */
export function asksForMeaning(wants: readonly WantedAnswer[]): boolean {
  return findFormal(wants)?.kind === 'meaning';
}

/** "what does … cost", "how expensive is", and key words that have such a noun. */
function findMeasureWord(question: string): Pick<WantedAnswer, 'kind' | 'detail'> | null {
  const words = question.split(/[^\p{L}]+/u);
  const isHow = /^(?:for |since )?how (?!many)/.test(question);
  const isWhat = /^(?:at |with |from )?(?:what|which)\b/.test(question);
  const isPlain = !new RegExp(`^(?:${interrogatives}|${anyAuxiliary})\\b`).test(question) && words.length <= 10;
  for (const [quality, pattern] of Object.entries(qualityWords) as [Quality, RegExp][]) {
    const at = words.findIndex((each) => pattern.test(each));
    const detail = words[at];
    if (detail === undefined) continue;
    const isAsked = isHow && (words[at - 1] === 'how' || (quality === 'cost' && words[1] === 'much'));
    if (isAsked || ((isWhat || isPlain) && qualityNouns.test(detail)))
      return { kind: kindOfQuality[quality] ?? 'measure', detail };
  }
  return null;
}
