import { authors, closesCompound, pronouns, quantifiers, type NounPhrase } from '../grammar/noun-phrases.js';
import { isCapitalised, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import { entriesOf, wordsOf } from '../../english/word-classes.js';

/** What kind of thing a noun phrase names, as far as its words tell. */
export type SourceNature = 'person' | 'name' | 'institution' | 'document' | 'pronoun' | 'author' | 'abstract' | 'other';

const natures = new Map<string, 'person' | 'institution' | 'document' | 'abstract' | 'thing'>();
for (const nature of ['person', 'institution', 'document', 'abstract', 'thing'] as const)
  for (const { word } of entriesOf(nature)) natures.set(word, nature);
/** What words with a capital name, where it is something else than without. */
const naturesOfNames = new Map<string, 'document' | 'institution'>();
for (const nature of ['document', 'institution'] as const)
  for (const { word } of entriesOf(`${nature} if capitalised`)) naturesOfNames.set(word, nature);
const titles = wordsOf('title');

/** Endings that make a noun likely to name a person or group of persons. */
const personEndings =
  /(?:er|or|ist|ian|man|men|woman|women|person|people|ee|eer|ant|crat|ican|wright|smith|ologist)s?$/;

/** What kind of thing the phrase names; a name without telling words is a `name`. */
export function judgeNature(view: SentenceView, phrase: NounPhrase): SourceNature {
  const head = tokenAt(view, phrase.head);
  const { lower, lemma } = head;
  if (phrase.first === phrase.last) {
    if (pronouns.has(lower)) return 'pronoun';
    if (authors.has(lower)) return 'author';
  }
  // "I'm", "we keepers"
  if ([lower, tokenAt(view, phrase.first).lower].some((word) => /^(?:i|we)(?:['’].*)?$/.test(word))) return 'author';
  if (isCapitalised(view, head) && (head.pos === 'PROPN' || phrase.head > 0)) {
    // A capital at the head of a sentence tells nothing: look for the plain noun too.
    const plain = phrase.head === 0 ? lower.replace(/s$/, '') : lemma;
    const named = [lemma, plain].flatMap((word) => [naturesOfNames.get(word), natures.get(word)]);
    if (named.includes('document') && !holdsTitle(view, phrase)) return 'document';
    return named.includes('institution') ? 'institution' : 'name';
  }
  if (closesName(view, phrase)) return 'name';
  if (quantifiers.has(lower) || head.pos === 'NUM') return 'person';
  for (const word of [compoundOf(view, phrase), lemma, lower.replace(/^(?:ex|co|vice)-/, '')]) {
    const nature = natures.get(word);
    if (nature && nature !== 'thing') return nature;
  }
  if (head.pos !== 'ADJ' && personEndings.test(lower) && natures.get(lemma) !== 'thing') return 'person';
  return 'other';
}

/** "op-ed" for its second half; the head alone where it is no half of a word. */
function compoundOf(view: SentenceView, { head }: NounPhrase): string {
  const { lower } = tokenAt(view, head);
  return closesCompound(view, head) ? `${tokenAt(view, head - 2).lower}-${lower}` : lower;
}

/** "Kwon Ji-young": the last part of a name with a hyphen. */
function closesName(view: SentenceView, { first, head }: NounPhrase): boolean {
  const [part, hyphen] = [tokenAt(view, head - 2), tokenAt(view, head - 1)];
  if (hyphen.lower !== '-' || hyphen.end !== tokenAt(view, head).start || part.pos !== 'PROPN') return false;
  return head - 3 >= first && tokenAt(view, head - 3).pos === 'PROPN';
}

function holdsTitle(view: SentenceView, phrase: NounPhrase): boolean {
  for (let i = phrase.first; i <= phrase.last; i++) if (titles.has(tokenAt(view, i).lower)) return true;
  return false;
}
