import { phraseText, type NounPhrase } from '../grammar/noun-phrases.js';
import { judgeNature, type SourceNature } from './source-nature.js';
import { tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/** A source as named in the document, as far as pronouns may come back to it. */
interface NamedSource {
  readonly text: string;
  readonly nature: SourceNature;
  readonly plural: boolean;
  readonly sentence: number;
}

/** How many sentences back a pronoun may still find its source. */
const maxDistance = 6;

/** Remembers who spoke or acted, so that "she said" gets her name where that is safe. */
export class SourceMemory {
  private readonly named: NamedSource[] = [];
  /** Of those whom a pronoun has meant. */
  private readonly genders = new Map<string, Gender>();

  /** The source's string, a pronoun replaced by the last source that it can mean; null for the author. */
  resolve(view: SentenceView, phrase: NounPhrase, sentence: number): string | null {
    const nature = judgeNature(view, phrase);
    const word = tokenAt(view, phrase.head).lower;
    if (nature === 'author') return null;
    if (nature === 'pronoun' || /^(?:his|him|her|its|their|them)$/.test(word)) {
      const found = this.find(word, sentence)?.text;
      const gender = genderOf(word);
      if (found !== undefined && gender) this.genders.set(found, gender);
      return found ?? phraseText(view, phrase);
    }
    this.remember(view, phrase, sentence);
    const text = phraseText(view, phrase);
    return /\p{L}/u.test(text) ? text : null;
  }

  /** Takes note of somebody who is named as a subject without speaking. */
  remember(view: SentenceView, phrase: NounPhrase, sentence: number): void {
    const nature = judgeNature(view, phrase);
    if (nature === 'other' || nature === 'abstract' || nature === 'author' || nature === 'pronoun') return;
    const text = phraseText(view, phrase);
    if (!/\p{L}/u.test(text)) return;
    const full = nature === 'name' ? this.findFullName(text) : null;
    this.named.push({ text: full ?? text, nature, plural: isPlural(view, phrase), sentence });
  }

  /** "Dahl" after "Ines Dahl": the fuller name. */
  private findFullName(text: string): string | null {
    const ending = ` ${text.toLowerCase()}`;
    for (let i = this.named.length - 1; i >= 0; i--) {
      const known = this.named[i];
      if (known?.text.toLowerCase().endsWith(ending) === true) return known.text;
    }
    return null;
  }

  private find(pronoun: string, sentence: number): NamedSource | null {
    for (let i = this.named.length - 1; i >= 0; i--) {
      const source = this.named[i];
      if (!source || sentence - source.sentence > maxDistance) return null;
      const gender = genderOf(pronoun);
      const known = this.genders.get(source.text) ?? genderOfText(source.text);
      if (gender && known && gender !== known) continue;
      if (fits(pronoun, source)) return source;
      // A single name may be a country's or a person's: rather nobody than whoever was named before.
      if (/^(?:it|its)$/.test(pronoun) && source.nature === 'name' && !source.text.includes(' ')) return null;
    }
    return null;
  }
}

type Gender = 'he' | 'she';

function genderOf(pronoun: string): Gender | null {
  if (/^(?:he|him|his)$/.test(pronoun)) return 'he';
  return /^(?:she|her)$/.test(pronoun) ? 'she' : null;
}

/** By a title or by the noun: "Mrs Abbott", "his wife". */
function genderOfText(text: string): Gender | null {
  const last = text.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (/^(?:Mrs|Ms|Miss|Lady|Dame|Sister)\b/.test(text) || womanNouns.test(last)) return 'she';
  return /^(?:Mr|Sir|Lord|Father|Brother)\b/.test(text) || manNouns.test(last) ? 'he' : null;
}

const womanNouns =
  /^(?:\p{L}*woman|wife|mother|daughter|sister|aunt|grandmother|niece|girl|lady|widow|queen|princess|actress|bride|nun)$/u;
const manNouns =
  /^(?:(?!wo)\p{L}*[^o]man|man|husband|father|son|brother|uncle|grandfather|nephew|boy|gentleman|widower|king|prince|bridegroom|monk)$/u;

/** "The United States", "NATO": names that no person has. */
const impersonalName = /^(?:[Tt]he |[A-Z]{2,}$)/;

function fits(pronoun: string, { text, nature, plural }: NamedSource): boolean {
  const thing = nature === 'institution' || nature === 'document' || (nature === 'name' && impersonalName.test(text));
  if (/^(?:he|him|she|his|her|who)$/.test(pronoun)) return !thing && !plural;
  if (/^(?:it|its)$/.test(pronoun)) return thing && !plural;
  return plural || nature === 'institution';
}

function isPlural(view: SentenceView, phrase: NounPhrase): boolean {
  const head = tokenAt(view, phrase.head);
  for (let i = phrase.first; i <= phrase.last; i++) if (tokenAt(view, i).lower === 'and') return true;
  return (
    (head.pos === 'NOUN' && head.lower !== head.lemma) ||
    /^(?:people|police|many|some|others|several|few)$/.test(head.lower)
  );
}
