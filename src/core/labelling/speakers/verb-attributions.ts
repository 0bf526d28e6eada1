import { findAssertion } from './assertion.js';
import type { Attribution } from './attribution.js';
import { findFollowing, hasFrontedContent, type Following } from '../grammar/complements.js';
import { findPhraseStartingAt, isTimeWord, phraseText, type NounPhrase } from '../grammar/noun-phrases.js';
import { findMainSubject } from '../grammar/subjects.js';
import { wordsOf } from '../../english/word-classes.js';
import { judgeNature } from './source-nature.js';
import { findAttitude, findSideTaker, judgePassive } from './passive-attributions.js';
import { isAuthors, tokenAt, type SentenceView } from '../grammar/sentence-view.js';
import { isAttributive, isMistaggedVerb, isPassive, restoreVerb } from '../grammar/verb-forms.js';
import {
  findDocumentSense,
  findParticle,
  findStance,
  isDocumentVerb,
  isMet,
  isOwnWords,
  isPlausible,
  refineKind,
  sensesOf,
  stances,
} from './verb-senses.js';
import { findInversion, findVerbSubject } from './verb-subjects.js';

const courts = wordsOf('court');

/** Only a court hears that something is so, and only a judge rules a thing to be something. */
function isFitSpeaker(view: SentenceView, subject: NounPhrase, lemma: string, following: Following): boolean {
  if (lemma !== 'hear' && (lemma !== 'rule' || following.clause || following.quote)) return true;
  for (let i = subject.first; i <= subject.last; i++) if (courts.has(tokenAt(view, i).lemma)) return true;
  return false;
}

/** "wrote the path planner", "hold a part": something is made or held, and nothing said. */
function isMaking(
  lemma: string,
  { clause, quote, object, that, as, infinitive }: Following,
  fronted: boolean,
): boolean {
  if (fronted || quote || that) return false;
  // "added a note", "reads the book", "only recommend"
  if (lemma === 'write' || lemma === 'add' || (lemma === 'read' && !as)) return object;
  if (lemma === 'call') return !object && !as;
  if (lemma === 'recommend') return !object && !clause && !infinitive;
  return lemma === 'hold' || (lemma === 'read' && !clause && !as);
}

/** What is read off these is a fact about them. */
const inscriptions = wordsOf('inscription');

/** All attributions made by a verb of the author's text. */
export function findVerbAttributions(view: SentenceView): Attribution[] {
  const found: Attribution[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const { pos, lemma, lower } = tokenAt(view, i);
    if (!isAuthors(view, i)) continue;
    const attitude =
      pos === 'ADJ' || pos === 'VERB' ? findAttitude(view, i) : pos === 'NOUN' ? findSideTaker(view, i) : null;
    if (attitude) {
      found.push(attitude);
      continue;
    }
    if (pos !== 'VERB' && !isMistaggedVerb(view, i)) continue;
    const base = pos === 'VERB' ? lemma : restoreVerb(lower);
    const attribution = judgeVerb(view, i, base);
    if (attribution) found.push(attribution);
  }
  return found;
}

function hasLetters(view: SentenceView, phrase: NounPhrase): boolean {
  return /\p{L}/u.test(phraseText(view, phrase));
}

/** "March said goodbye to winter." */
function isDay(view: SentenceView, { first, last }: NounPhrase): boolean {
  return first === last && isTimeWord(tokenAt(view, first).lower);
}

/** "A survey of 1,012 adults, …, found": never the number between, but whoever the sentence is about. */
function withLetters(view: SentenceView, subject: NounPhrase | null): NounPhrase | null {
  if (!subject || hasLetters(view, subject)) return subject;
  if (tokenAt(view, subject.first - 1).lower !== ',') return null;
  const main = [findMainSubject(view), findPhraseStartingAt(view, 0)].find((one) => one && hasLetters(view, one));
  return main && main.first < subject.first ? main : null;
}

function judgeVerb(view: SentenceView, verb: number, lemma: string): Attribution | null {
  const particle = findParticle(view, verb, lemma);
  const own = sensesOf(lemma);
  if (
    own.length === 0 &&
    !particle &&
    !isDocumentVerb(lemma) &&
    !stances.test(lemma) &&
    !/^(?:raise|voice|express|make)$/.test(lemma)
  )
    return null;
  if (isAttributive(view, verb)) return null;
  if (isPassive(view, verb)) return judgePassive(view, verb, particle ? [particle, ...own] : own);
  const following = findFollowing(view, verb);
  // "Eight people wanted.": they are asked for, and ask for nothing.
  if (tokenAt(view, verb).lower === 'wanted' && !Object.values(following).some(Boolean)) return null;
  const after = findInversion(view, verb, lemma);
  const inverted = after && hasLetters(view, after) ? after : null;
  const subject = inverted ?? withLetters(view, findVerbSubject(view, verb));
  if (!subject || isDay(view, subject)) return null;
  const nature = judgeNature(view, subject);
  if (nature === 'author' || nature === 'abstract') return null;
  // "This page outlines the steps": the text speaks of itself.
  if (nature === 'document' && /^(?:this|these)$/.test(tokenAt(view, subject.first).lower)) return null;
  const fronted =
    inverted !== null || (subject.first < verb && hasFrontedContent(view, subject.outer ?? subject.first, verb));
  const sense =
    particle ??
    own.find(({ needs }) => isMet(needs, following, fronted)) ??
    findDocumentSense(nature, lemma, following, fronted) ??
    findStance(view, verb, lemma);
  if (!sense || (!particle && isMaking(lemma, following, fronted))) return null;
  if (!isPlausible(tokenAt(view, subject.head).lower === 'it', nature, lemma, sense, following, fronted)) return null;
  if (!particle && !isFitSpeaker(view, subject, lemma, following)) return null;
  const cueLast = particle ? particle.last : verb;
  return {
    via: 'verb',
    kind: refineKind(sense.kind, nature, lemma),
    phrase: subject,
    cueFirst: verb,
    cueLast,
    strength:
      sense.strength *
      (nature === 'other' ? 0.8 : 1) *
      (inscriptions.has(tokenAt(view, subject.head).lemma) ? 0.5 : 1) *
      (isOwnWords(sense, lemma, following, fronted) ? 0.7 : 1) *
      (fronted ? 1 : findAssertion(view, verb, subject, following)),
    trailing: fronted,
    ownWords: isOwnWords(sense, lemma, following, fronted),
  };
}
