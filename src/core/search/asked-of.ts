import type { Concept } from '../question/concepts.js';
import type { AskedQuestion } from '../question/read-question.js';

const asking = '(?:ask|demand|want|expect|require|request|urge|order|tell|told|advise|press|beg|call)(?:s|d|ed|ing)?';
/** "What does A ask of B?", "What does A want B to do?", "What is B asked to do?" */
const questions: readonly RegExp[] = [
  new RegExp(String.raw`^what (?:does|do|did|has|have) (?<asker>.+?) ${asking} (?:of|from) (?<asked>.+)$`, 'iu'),
  new RegExp(String.raw`^what (?:does|do|did|has|have) (?<asker>.+?) ${asking} (?:on |upon )?(?<asked>.+?) to\b`, 'iu'),
  new RegExp(String.raw`^what (?:is|are|was|were) (?<asked>.+?) ${asking} to\b`, 'iu'),
  new RegExp(String.raw`^what (?:is|are|was|were) ${asking} (?:of|from) (?<asked>.+)$`, 'iu'),
];
/** Who is asked stands between the verb and what is asked: "wants the council to pay", "demands that the council be …". */
const asked = new RegExp(
  String.raw`\b${asking}\b(?: that| on| upon| of| from)? (?<asked>(?:[\p{L}’'-]+ ){1,5}?)(?=(?:to|be|not|must|should)\b)`,
  'giu',
);
/** "The council must pay." */
const obliged = /(?<asked>(?:[\p{L}’'-]+ ){1,4}?)(?=(?:must|should|ought to|(?:has|have|needs?) to)\b)/giu;
const cue = new RegExp(String.raw`\b(?:${asking}|calls? for|must|should|ought|insists?|appeals?|needs?)\b`, 'iu');
const pronoun = /\b(?:he|she|it|they|we|i|you|who)\b/iu;
const minSameLetters = 5;

/**
 * Tells of the words of a quote, with the lines above it, whether they ask something else than a question for what one asks of another: they ask nobody, or somebody
 * else, or somebody else asks. Null where the question names nobody who is asked or asks.
 */
export function createAskingTest({ core, concepts }: AskedQuestion): ((text: string) => boolean) | null {
  const roles = questions.map((pattern) => pattern.exec(core)?.groups).find((groups) => groups !== undefined);
  if (!roles) return null;
  const named = (words: string | undefined): Concept[] =>
    concepts.filter(({ text, name }) => name !== null && words?.includes(text) === true);
  const [askers, addressees] = [named(roles['asker']), named(roles['asked'])];
  if (askers.length === 0 && addressees.length === 0) return null;
  return (text) => {
    const at = text.search(cue);
    if (at < 0) return true;
    const before = text.slice(0, at);
    if (askers.length > 0 && !pronoun.test(before) && !askers.some((asker) => isIn(before, asker))) return true;
    const found = [...text.matchAll(asked), ...text.matchAll(obliged)].map(({ groups }) => groups?.['asked'] ?? '');
    if (addressees.length === 0 || pronoun.test(found.join(' '))) return false;
    const where = found.length > 0 ? found : [text];
    return !where.some((words) => addressees.some((one) => isIn(words, one)));
  };
}

/** Whether words hold a name in one of its ways, or in a shorter or longer form. */
function isIn(words: string, { ways }: Concept): boolean {
  const all = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isSame = (word: string, term: string): boolean =>
    word === term ||
    (Math.min(word.length, term.length) >= minSameLetters && (word.startsWith(term) || term.startsWith(word)));
  return ways.some(({ terms }) => terms.every((term) => all.some((word) => isSame(word, term))));
}
