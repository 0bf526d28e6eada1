import type { Lane, StoredLabel } from '../labelling/labels.js';
import { judgeNaming } from '../labelling/source-naming.js';
import { contains, type Span } from '../text/span.js';

const teller = String.raw`(?:author|columnist|writer|op-ed|editorial|article|essay|piece|letter[ -]writer|sceptic|skeptic|critic)(?:['’]s)?`;
const stanceVerb =
  'think|thinks|thought|believe|believes|believed|want|wants|wanted|predict|predicts|fear|fears|warn|warns|hope|hopes|' +
  'argue|argues|say|says|said|call|calls|called|ask|asks|demand|demands|recommend|recommends|suggest|suggests|expect|expects|feel|feels|make|makes|conclude|concludes|see|sees';
const speechVerb =
  'say|says|said|claim|claims|claimed|allege|alleges|alleged|accuse|accuses|accused|think|thinks|thought|believe|believes|' +
  'want|wants|wanted|propose|proposes|proposed|demand|demands|deny|denies|denied|argue|argues|argued|warn|warns|warned|call|calls|called|state|states|' +
  'describe|describes|described|announce|announced|report|reports|reported|tell|told|recommend|recommends|recommended|advise|advises|advised|feel|feels|felt|reply|replies|replied|suggest|suggests|find|found|estimate|estimates|expect|expects|plan|plans|admit|admits|promise|promises|criticise|criticises|criticize';

const opinionForms = [
  new RegExp(String.raw`\b${teller}\b.*\b(?:${stanceVerb}|view|opinion|for|of)\b`, 'i'),
  new RegExp(String.raw`\b(?:according to|in the (?:eyes|view|opinion) of) (?:the|this|an?) ${teller}`, 'i'),
  new RegExp(String.raw`\b${teller} (?:view|opinion|point)`, 'i'),
  /\bwhat (?:is|are) the (?:opinions?|views?|verdicts?)\b/i,
];
const attributedForms = [
  new RegExp(String.raw`^\W*who (?:else )?(?:${speechVerb})\b`, 'i'),
  new RegExp(String.raw`\bwhat (?:do|does|did|has|have) (?!(?:we|you|i|this|it)\b).{2,60}? (?:${speechVerb})\b`, 'i'),
  /\baccording to \p{Lu}|\baccording to (?:the )?(?!author|columnist|writer)\p{Ll}+/u,
  /^\W*who (?:is|was|are|were) (?:said|quoted|reported)\b/i,
];
/** Whose words are asked for: "What does NAME accuse … of?", "According to NAME, …". */
const sourceForms = [
  new RegExp(
    String.raw`\b(?:what|who|whom|why|how|when|where|which)\b[^?]{0,30}? (?:do|does|did|has|have) (?!(?:we|you|i|this|it|they|he|she)\b)([^?]{2,60}?) (?:${speechVerb})\b`,
    'i',
  ),
  /\baccording to (?:the )?((?:\p{Lu}[\p{L}\p{M}'’.-]*\s?)+)/u,
];
const reportedForms = [/\bfacts?\b(?! that)/i, /\bwhat (?:really|actually) happened\b/i];

const tellerWords = new RegExp(
  String.raw`^(?:${teller}|op|ed|view|views|opinion|opinions|fact|facts|text|according)$`,
  'i',
);
const speechWords = new RegExp(String.raw`^(?:${speechVerb})$`, 'i');

/** The lane that a question asks for by its form, or null: "What does the author think…", "Who says…", "What does NAME say…". */
export function findWantedLane(question: string): Lane | null {
  if (opinionForms.some((form) => form.test(question))) return 'opinion';
  if (attributedForms.some((form) => form.test(question))) return 'attributed';
  return reportedForms.some((form) => form.test(question)) ? 'reported' : null;
}

/** The words, in lower case, that name whose statements a question asks for; empty where it names nobody. */
export function findAskedSource(question: string): string[] {
  const named = sourceForms.map((form) => form.exec(question)?.[1]).find((words) => words !== undefined) ?? '';
  const words = named.toLowerCase().match(/\p{L}[\p{L}\p{M}\p{N}]{2,}/gu) ?? [];
  return words.filter(
    (word) =>
      !/^(?:the|both|all|some|two|his|her|its|their|and|also|really|actually)$/.test(word) && !tellerWords.test(word),
  );
}

/** Whether a sentence would be shown as said by somebody else than who is asked for; by its clause with the answering words, if known. */
export function isOfOtherSource(
  { sources, spans }: StoredLabel,
  asked: readonly string[],
  answer: Span | null,
): boolean {
  const clause = answer && spans.find((span) => contains(span, answer));
  const source = clause ? clause.attributedTo : sources[0];
  // A pronoun or a group without a name may be whoever is asked for.
  if (!source || /^(?:pronoun|group)$/.test(judgeNaming(source))) return false;
  return !isNamedIn(source, asked);
}

/** Whether something in a sentence is said by whom is asked for. */
export function tellsOf({ sources }: StoredLabel, asked: readonly string[]): boolean {
  return sources.some((source) => isNamedIn(source, asked));
}

function isNamedIn(source: string, asked: readonly string[]): boolean {
  const named = source.toLowerCase();
  return asked.some((word) => named.includes(word.slice(0, commonStem)));
}

/** "Pakistani" is of "Pakistan", "ministers" are of "minister". */
const commonStem = 6;

/** Whether a word of a question only says in which lane to look: "says" of "Who says…". */
export function isLaneWord(word: string, lane: Lane | null): boolean {
  return lane !== null && lane !== 'reported' && speechWords.test(word);
}

/** Whether a word names whose view is wanted; a text may hold it ("The author wants…") but need not. */
export function isTellerWord(word: string, lane: Lane | null): boolean {
  return lane !== null && tellerWords.test(word);
}

/** How well a sentence's label fits a lane, 0..1; a part of it in that lane counts half. `names` are in lower case. */
export function matchLane(lane: Lane, label: StoredLabel, names: readonly string[]): number {
  if (lane === 'attributed' && label.attributed) {
    if (names.length === 0) return label.sources.length > 0 ? 1 : 0.5;
    const sources = label.sources.join(' ').toLowerCase();
    return names.some((name) => sources.includes(name)) ? 1 : 0.4;
  }
  if (label.label === lane) return 1;
  return label.spans.some((span) => span.label === lane) ? 0.5 : 0;
}
