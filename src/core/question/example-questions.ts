import { judgeNaming } from '../labelling/source-naming.js';
import type { IndexedDocument, IndexedSentence } from '../search/search-index.js';
import { readWords, type SourceDocument } from '../text/document.js';
import { shorten } from '../text/span.js';
import { auxiliaries, interrogatives } from './kinds-of-answer.js';

/** A question that a sentence of the texts should answer, until it has been asked. */
export interface ExampleQuestion {
  readonly text: string;
  readonly documentId: string;
  /** How good an example it is: 0 for one that stands in the texts, then what a sentence plainly answers, then what it is about. */
  readonly rank: number;
  /** What is asked for, to choose different ones: the question's first words. */
  readonly opening: string;
}

const maxLength = 80;
const minLength = 12;
const maxPerDocument = 12;
const asks = new RegExp(`^(?:${interrogatives}|${auxiliaries})\\b.*\\?$`, 'iu');
/** Words that a question cannot be understood with by itself. */
const leans =
  /\b(?:it|its|this|that|these|those|they|them|their|he|him|his|she|her|there|then|here|else|above|below|such|we|us|our)\b/i;

/** A subject that can stand in a question: an article or a name, then words without a comma. */
const subject = String.raw`((?:The|An?|\p{Lu}[\p{L}\p{N}'’-]*)(?:\s[\p{L}\p{N}'’-]+){0,7}?)`;
const isNoSubject =
  /^(?:There|Here|It|They|He|She|This|That|These|Those|We|You|I|But|And|So|When|While|If|In|On|At|After|Before|Since|For|As|Then|All|Both|Some|Most|Many|Each|Every|Nobody|Everybody|What|Who|Which|How|Why|Where)\b/;
const hasClause = /\s(?:which|who|that|whose|where|and|or|is|was|are|were|has|have|had|said|says)\b/i;
/** Sources that a question cannot name: those with a clause of their own, and those that the text has no name for. */
const isNoExample = new RegExp(
  String.raw`${hasClause.source}|\b(?:author|writer|narrator|speaker|investigators?|unnamed)\b`,
  'i',
);
const dated = String.raw`(?:in|on|since)\s(?:[\p{L}\p{N}]+\s){0,2}\d{4}\b|(?:on|at)\s\d{1,2}\b`;
const measures: Readonly<Record<string, string>> = {
  long: 'long',
  tall: 'tall',
  high: 'high',
  wide: 'wide',
  deep: 'deep',
  old: 'old',
};

interface Pattern {
  readonly form: RegExp;
  readonly ask: (parts: readonly string[]) => string;
}

/** Shapes of plain sentences, each with the question that it answers. The first part is the subject. */
const patterns: readonly Pattern[] = [
  {
    form: new RegExp(
      String.raw`^${subject}\s(is|was|are|were)\s(?:\w+\s){0,2}[\d,.]+\s\p{L}+\s(long|tall|high|wide|deep|old)\b`,
      'u',
    ),
    ask: ([who, be, how]) => `How ${measures[how ?? ''] ?? 'long'} ${be ?? 'is'} ${who ?? ''}?`,
  },
  {
    form: new RegExp(
      String.raw`^${subject}\s(was|were)\s(\w+ed|built|lit|begun|found|held|sold|torn\sdown)\s(?:[\p{L}'’-]+\s){0,5}(?:${dated})`,
      'u',
    ),
    ask: ([who, be, done]) => `When ${be ?? 'was'} ${who ?? ''} ${done ?? ''}?`,
  },
  {
    form: new RegExp(String.raw`^${subject}\s(is|was|are|were)\s(?:called|named)\s\p{Lu}`, 'u'),
    ask: ([who, be]) => `What ${be ?? 'is'} ${who ?? ''} called?`,
  },
  {
    form: new RegExp(String.raw`^${subject}\s(costs?)\s(?:\w+\s){0,2}[^\s\d]?\d`, 'u'),
    ask: ([who, verb]) => `How much ${verb === 'costs' ? 'does' : 'did'} ${who ?? ''} cost?`,
  },
  {
    form: new RegExp(String.raw`^${subject}\s(has|have)\s(?:about\s|only\s)?[\d,]+\s(\p{Ll}+s)\b`, 'u'),
    ask: ([who, verb, what]) => `How many ${what ?? ''} ${verb === 'has' ? 'does' : 'do'} ${who ?? ''} have?`,
  },
  {
    form: new RegExp(String.raw`^${subject}\s(opens|closes|begins|starts|ends)\s(?:every\s|each\s|on\s|at\s)`, 'u'),
    ask: ([who, verb]) => `When does ${who ?? ''} ${(verb ?? '').replace(/s$/, '')}?`,
  },
  {
    form: new RegExp(
      String.raw`^${subject}\s(is|was|are|were)\s(\w+ed|built|shut|sold)\s(?:[^,.]{0,40},?\s)?because\b`,
      'u',
    ),
    ask: ([who, be, done]) => `Why ${be ?? 'was'} ${who ?? ''} ${done ?? ''}?`,
  },
];

const genericHeading =
  /^(?:introduction|overview|summary|conclusions?|contents|notes?|references|background|about|general|other|misc\w*|appendix|faq|questions|changelog|unreleased|readme)$/i;

/** Questions that the texts should answer, in the order of the texts; the best examples of each document first. None of them has been asked. */
export function listExampleQuestions(documents: readonly IndexedDocument[]): ExampleQuestion[] {
  return documents.flatMap(({ document, sentences }) => {
    const found = sentences.flatMap((sentence) => readSentence(document, sentence));
    const unique = [...new Map(found.map((each) => [each.text.toLowerCase(), each])).values()];
    return unique.sort((a, b) => a.rank - b.rank).slice(0, maxPerDocument);
  });
}

function readSentence(document: SourceDocument, sentence: IndexedSentence): ExampleQuestion[] {
  const words = readWords(document, sentence).replace(/\s+/g, ' ').trim();
  const kind = document.blocks[sentence.block]?.kind;
  const make = (text: string, rank: number): ExampleQuestion[] => {
    const isGood = text.length >= minLength && text.length <= maxLength && !leans.test(text) && !/["“”«»|]/.test(text);
    const opening = text.split(' ').slice(0, 2).join(' ').toLowerCase();
    return isGood ? [{ text, documentId: document.id, rank, opening }] : [];
  };
  if (kind === 'heading' || kind === 'question') {
    // Whoever is asked "Why are you stopping?" is known in an interview only.
    if (asks.test(words)) return make(capitalise(words), /\byours?\b|\byou\b/i.test(words) ? 2 : 0);
    return kind === 'heading' ? make(askAbout(words), 3) : [];
  }
  if (words.endsWith('?')) return [];
  const { label } = sentence;
  if (label.label === 'attributed') {
    const source = label.sources[0];
    if (source === undefined || judgeNaming(source) !== 'named' || isNoExample.test(source)) return [];
    return make(`What did ${lowerSubject(source)} say?`, 2);
  }
  return label.label === 'reported' && label.step !== 'unclear' ? make(askOf(words), 1) : [];
}

/** The question that a plain sentence answers; empty where it has none of the known shapes. */
function askOf(sentence: string): string {
  for (const { form, ask } of patterns) {
    const [, who, ...others] = form.exec(sentence) ?? [];
    if (who === undefined || isNoSubject.test(who) || hasClause.test(who)) continue;
    return ask([lowerSubject(who), ...others]);
  }
  return '';
}

function askAbout(heading: string): string {
  const whole = heading.replace(/[:.]+$/, '').replace(/^\d+[.)]?\s+/, '');
  const words = whole.replace(/^the\s+/i, '');
  const isPhrase = /^[\p{L}][\p{L}\p{N}'’ -]+$/u.test(words) && words.split(' ').length <= 5 && words.length >= 4;
  if (!isPhrase || genericHeading.test(words) || hasClause.test(` ${words}`)) return '';
  const isName = /\s\p{Lu}|^\p{Lu}{2}/u.test(words);
  const named = isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
  return shorten(`What is said about ${words === whole ? '' : 'the '}${named}?`, maxLength);
}

function lowerSubject(words: string): string {
  return words.replace(/^(?:The|An?)\b/, (article) => article.toLowerCase());
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
