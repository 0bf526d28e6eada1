import type { PartOfSpeech } from '../../text/sentence.js';
import { afterDates } from './dates.js';
import { isCapitalised, isAuthors, tokenAt, type SentenceView } from './sentence-view.js';
import { timesOfDay } from '../../english/measures.js';
import { months, weekdays } from '../../english/quantities.js';
import { wordsOf } from '../../english/word-classes.js';

/** A noun phrase as token indices, both ends included. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  /** The noun that the phrase is about: "report" in "a report by the auditors". */
  readonly head: number;
  /** Where the whole subject begins when the phrase is only the name in it ("the harbour master, Ines Dahl,"). */
  readonly outer?: number;
}

/** Pronouns that can stand for a source. */
export const pronouns = wordsOf('source pronoun');
/** Pronouns of the author or of nobody. */
export const authors = wordsOf('author pronoun');
/** Words that stand for a number of persons or things. */
export const quantifiers = wordsOf('quantifier');
const timeWords = new Set([...weekdays, ...months, ...timesOfDay]);
const links = wordsOf('linking preposition');
const nominal = new Set('NOUN PROPN NUM ADJ DET PRON PART X SYM'.split(' '));

/** Whether the token can stand inside a noun phrase. */
function isNominal(view: SentenceView, index: number, only?: PartOfSpeech): boolean {
  const token = tokenAt(view, index);
  if (only && token.pos !== only) return false;
  if (token.lower === "'s" || token.lower === "'" || token.lower === '-' || token.lower === '&') return true;
  if (closesCompound(view, index)) return true;
  if (token.pos === 'PRON') return !/^(?:that|which|what|there)$/.test(token.lower) && token.lower !== 'who';
  if (token.pos === 'DET') return !/^(?:which|that|what|whatever)$/.test(token.lower) || index === 0;
  if (token.pos === 'PART') return false;
  if (token.pos === 'VERB' || token.pos === 'ADV') {
    // Participles before a noun ("released polls", "leading critics") and names the tagger takes for verbs.
    const next = tokenAt(view, index + 1);
    if (isCapitalised(view, token) && index > 0) return true;
    // "of newly filed reports": an adverb before such a participle.
    if (token.pos === 'ADV')
      return (
        token.lower.endsWith('ly') &&
        /^(?:DET|ADP)$/.test(tokenAt(view, index - 1).pos) &&
        next.pos === 'VERB' &&
        /(?:ed|en)$/.test(next.lower) &&
        tokenAt(view, index + 2).pos === 'NOUN'
      );
    return (
      /(?:ed|ing|en)$/.test(token.lower) &&
      (next.pos === 'NOUN' || next.pos === 'PROPN') &&
      (/^(?:DET|ADJ|NUM)$/.test(tokenAt(view, index - 1).pos) || isNominal(view, index - 1, 'ADV'))
    );
  }
  return nominal.has(token.pos);
}

/** The second half of "op-ed", "vice-chair": a noun whatever the tagger says. */
export function closesCompound(view: SentenceView, index: number): boolean {
  const hyphen = tokenAt(view, index - 1);
  return (
    hyphen.lower === '-' && hyphen.end === tokenAt(view, index).start && tokenAt(view, index - 2).end === hyphen.start
  );
}

function canEnd(view: SentenceView, index: number): boolean {
  const token = tokenAt(view, index);
  if (token.lower === 'who' || token.lower === "'s") return false;
  if (closesCompound(view, index)) return true;
  return (
    /^(?:NOUN|PROPN|PRON|NUM|X)$/.test(token.pos) ||
    quantifiers.has(token.lower) ||
    (token.pos === 'ADJ' && !/^(?:more|less|due|likely)$/.test(token.lower)) ||
    (isCapitalised(view, token) && index > 0 && token.pos !== 'ADP' && token.pos !== 'DET') ||
    // "Lynch said": at the head of a sentence a name that is also a verb.
    (index === 0 &&
      isCapitalised(view, token) &&
      token.pos === 'VERB' &&
      /^(?:said|says|told|added)$/.test(tokenAt(view, 1).lower))
  );
}

/** The noun phrase whose last token is at `last`, with its "of", "for", "at" parts; null where none ends there. */
export function findPhraseEndingAt(view: SentenceView, last: number): NounPhrase | null {
  let end = last;
  if (tokenAt(view, end).lower === ')') {
    while (end > 0 && tokenAt(view, end).lower !== '(') end--;
    end--;
  }
  if (end < 0 || !isAuthors(view, end) || !canEnd(view, end)) return null;
  if (tokenAt(view, end).pos === 'PRON') return { first: end, last: end, head: end };
  let first = end;
  for (let i = end - 1; i >= 0 && end - i < 28 && isAuthors(view, i); i--) {
    const token = tokenAt(view, i);
    if (isNominal(view, i)) {
      if (
        token.pos === 'PRON' &&
        !/^(?:his|her|its|their|our|my|your|whose|one|some|many|most|several|others)$/.test(token.lower)
      )
        break;
      first = i;
      // A determiner opens its phrase: what stands before is another ("a tally the board …").
      if (
        token.pos === 'DET' &&
        !/^(?:of|all|both|half|such|many|not)$/.test(tokenAt(view, i - 1).lower) &&
        !links.has(tokenAt(view, i - 1).lower)
      )
        break;
      continue;
    }
    const before = tokenAt(view, i - 1);
    if (
      links.has(token.lower) &&
      i > 0 &&
      canEnd(view, i - 1) &&
      !isPronoun(before.lower) &&
      before.pos !== 'ADJ' &&
      // "stopped on Monday after growers said": a new clause.
      !(/^(?:after|before|since|until)$/.test(token.lower) && (before.pos === 'PRON' || isTimeWord(before.lower)))
    ) {
      first = i - 1;
      i--;
      continue;
    }
    if (/^(?:and|or)$/.test(token.lower) && joinsNames(view, i)) {
      first = i - 1;
      i--;
      continue;
    }
    break;
  }
  return trimPhrase(view, first, last, end);
}

/** "Smith and Jones", "voters and officials": both sides are nouns of like kind. */
function joinsNames(view: SentenceView, at: number): boolean {
  const before = tokenAt(view, at - 1);
  const after = tokenAt(view, at + 1);
  return (
    /^(?:NOUN|PROPN)$/.test(before.pos) && /^(?:NOUN|PROPN|DET|ADJ)$/.test(after.pos) && !timeWords.has(before.lower)
  );
}

function trimPhrase(view: SentenceView, start: number, last: number, end: number): NounPhrase {
  let first = afterDates(view, start, end);
  while (first < end && (tokenAt(view, first).lower === "'s" || tokenAt(view, first).lower === '-')) first++;
  // "Trump on Monday told": the time is no part of the source.
  for (let i = first + 1; i < end; i++) {
    if (links.has(tokenAt(view, i).lower) && isTimePhrase(view, i + 1, end)) {
      return { first, last: i - 1, head: findHead(view, first, i - 1) };
    }
  }
  if (timeWords.has(tokenAt(view, end).lower) && end > first && canEnd(view, end - 1)) {
    return { first, last: end - 1, head: findHead(view, first, end - 1) };
  }
  return { first, last, head: findHead(view, first, end) };
}

function isTimePhrase(view: SentenceView, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const { lower, pos } = tokenAt(view, i);
    if (timeWords.has(lower)) return true;
    if (pos === 'NUM' && /^(?:19|20)\d\d$/.test(lower)) return true;
    if (pos === 'PROPN') return false;
  }
  return false;
}

function findHead(view: SentenceView, first: number, last: number): number {
  for (let i = first + 1; i <= last; i++) {
    if (links.has(tokenAt(view, i).lower) && tokenAt(view, i).pos === 'ADP') return unglue(view, first, i - 1);
  }
  return unglue(view, first, last);
}

/** The tokenizer cuts names at letters it does not know ("Vukovi|ć"): the head is where the word begins. */
function unglue(view: SentenceView, first: number, head: number): number {
  let at = head;
  while (
    at > first &&
    tokenAt(view, at - 1).end === tokenAt(view, at).start &&
    /[\p{L}]$/u.test(tokenAt(view, at - 1).lower)
  )
    at--;
  return /^\p{L}/u.test(tokenAt(view, at).lower) ? at : head;
}

/** The noun phrase that begins at `first` and goes on while its words do; null where none begins there. */
export function findPhraseStartingAt(view: SentenceView, first: number): NounPhrase | null {
  if (first < 0 || first >= view.tokens.length || !isAuthors(view, first)) return null;
  const opening = tokenAt(view, first);
  if (opening.pos === 'PRON') {
    return /^(?:his|her|its|their|our|my|some|many|one|several|most)$/.test(opening.lower) && isNominal(view, first + 1)
      ? extendRight(view, first)
      : { first, last: first, head: first };
  }
  // "according to reports of": after a preposition a form in -s is a noun, whatever the tagger says.
  const isPlural =
    opening.pos === 'VERB' && opening.lower.endsWith('s') && /^(?:ADP|PART)$/.test(tokenAt(view, first - 1).pos);
  if (!isPlural && !isNominal(view, first) && !isCapitalised(view, opening)) return null;
  return extendRight(view, first);
}

function extendRight(view: SentenceView, first: number): NounPhrase | null {
  let last = first;
  for (let i = first + 1; i < view.tokens.length && i - first < 20 && isAuthors(view, i); i++) {
    const token = tokenAt(view, i);
    if (isNominal(view, i) && token.pos !== 'PRON') {
      if (token.pos === 'DET' && !links.has(tokenAt(view, i - 1).lower)) break;
      if (timeWords.has(token.lower) && token.pos === 'PROPN') break;
      last = i;
      continue;
    }
    if (
      /^(?:of|for|at|from|with|in|by)$/.test(token.lower) &&
      isNominal(view, i + 1) &&
      !isTimePhrase(view, i + 1, i + 2)
    )
      continue;
    if (/^and$/.test(token.lower) && tokenAt(view, i - 1).pos === 'PROPN' && tokenAt(view, i + 1).pos === 'PROPN')
      continue;
    break;
  }
  const end = tokenAt(view, last);
  if (end.pos === 'DET' || end.lower === '-') return null;
  return { first, last, head: findHead(view, first, last) };
}

function isPronoun(word: string): boolean {
  return pronouns.has(word) || authors.has(word);
}

/** The phrase's words as they stand in the text. */
export function phraseText(view: SentenceView, phrase: NounPhrase): string {
  return view.text.slice(tokenAt(view, phrase.first).start, tokenAt(view, phrase.last).end).replace(/\s+/g, ' ');
}

/** Whether the word names a day, a month or a stretch of time. */
export function isTimeWord(word: string): boolean {
  return timeWords.has(word);
}
