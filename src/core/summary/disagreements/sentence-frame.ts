import { months, weekdays } from '../../english/quantities.js';
import type { Analyser } from '../../ports.js';
import type { SearchIndex } from '../../search/search-index.js';
import type { Token } from '../../text/sentence.js';
import type { Span } from '../../text/span.js';
import { stopWords, termOf } from '../../english/terms.js';
import { findAsides } from './find-asides.js';
import { readDates } from './read-dates.js';
import { readFigures, readPayers, type Figure } from './read-figures.js';
import { lightLemmas, negationTakers, negators, sameWords, tellingLemmas } from './opposite-words.js';

/** A content word of a sentence. */
export interface FrameWord {
  readonly token: Token;
  /** As the lexical index has it. */
  readonly term: string;
  readonly isName: boolean;
  /** Whether it names who says it. */
  readonly isSource: boolean;
  /** Whether it stands after a preposition, and so may narrow what is spoken of: "in the northern district". */
  readonly isInPhrase: boolean;
  /** Whether it stands right beside a noun, and so makes another thing of it: "the new bridge", "the bridge toll". */
  readonly isBesideNoun: boolean;
  /** Whether it only says where the noun after it is: "the harbour bridge". */
  readonly isPlaceOfNoun: boolean;
}

/** A word that turns a statement round, with the comparable form of what it denies. */
interface Negation {
  readonly span: Span;
  readonly next: string | null;
  /** "Denies that …": all that follows is denied, not one word. */
  readonly isDenial: boolean;
}

/** An analyser, with the stems of single words kept: analysing one costs as much as a sentence. */
interface Stemmer {
  readonly analyser: Analyser;
  stemOf(word: string): string | undefined;
}

export function cacheStems(analyser: Analyser): Stemmer {
  const stems = new Map<string, string | undefined>();
  return {
    analyser,
    stemOf(word) {
      if (!stems.has(word)) stems.set(word, analyser.analyse(word).tokens[0]?.stem);
      return stems.get(word);
    },
  };
}

/** What a sentence speaks of, without who says it, prepared for comparing it with another. Offsets are into the document. */
export interface SentenceFrame {
  readonly row: number;
  /** By comparable form. Words of figures are left out. */
  readonly words: ReadonlyMap<string, FrameWord>;
  readonly figures: readonly Figure[];
  /** Words for a time, an order or a rhythm, in lower case; a day with its month as one. */
  readonly times: ReadonlySet<string>;
  /** Those of them that belong to a day with its year. */
  readonly dateTimes: ReadonlySet<string>;
  /** Comparable forms of who has paid, where it says what was paid for something; null elsewhere. */
  readonly payers: ReadonlySet<string> | null;
  /** Whether it speaks of what opens or comes out again and again, such as a fair. */
  readonly comesAgain: boolean;
  readonly negations: readonly Negation[];
  /** `past`, `present`, or `open` when both or neither. */
  readonly tense: 'past' | 'present' | 'open';
  /** Modal words and conditions, joined; sentences with different ones do not speak of the same. */
  readonly mood: string;
  /** Terms of the passage and the heading around, and of the title. */
  readonly context: ReadonlySet<string>;
  /** Capitalised words of the same, in lower case. */
  readonly contextNames: ReadonlySet<string>;
}

/** The months and days; "may" only with a capital. */
const calendar = new Set([...months.filter((month) => month !== 'may'), ...weekdays]);
const timeWord =
  /^(?:yesterday|today|tomorrow|tonight|now|currently|formerly|previously|then|once|spring|summer|autumn|winter|morning|afternoon|evening|night|century|decade|daily|weekly|monthly|yearly|annual|annually|hourly|each|yet|still|already|earlier|later|previous|next|last|first|second|third|fourth|fifth|final|(?:1\d|20)\d\ds?)$/;
const mood =
  /^(?:will|would|could|can|may|might|must|should|if|unless|whether|when|expect|plan|hope|want|ca|wo|'ll|'d)$/;
const noun = /^(?:NOUN|PROPN)$/;
const content = /^(?:NOUN|PROPN|VERB|ADJ)$/;
/** "Not alone", "not always": an adverb after a negator is what it denies. */
const negatable = /^(?:NOUN|PROPN|VERB|ADJ|ADV)$/;
/** Nouns that say where a thing is, and do not set it apart from others of its kind in one place as "rail" or "toll" do. */
const placeNouns = /^(?:harbou?r|port|river|town|city|village|valley|bay|island|county|district)$/;
const returning =
  /^(?:fair|festival|season|exhibition|conference|session|market|tournament|games?|term|pool|report|edition)s?$/;
const denial = /^(?:den|refut|disput)/;
const maxPhraseWords = 4;

export function readFrame(index: SearchIndex, row: number, stemmer: Stemmer): SentenceFrame {
  const { document, span } = index.locate(row);
  const text = index.textOf(row);
  const analysed = stemmer.analyser.analyse(text).tokens;
  const asides = findAsides(analysed);
  const tokens = analysed.filter((_, i) => !asides.has(i));
  const figures = readFigures(text, tokens);
  const sources = new Set(span.label.sources.flatMap((source) => wordsOf(source)));
  const inFigure = new Set(
    figures.flatMap(({ tokens: { first, last } }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  const words = new Map<string, FrameWord>();
  const dates = readDates(text, tokens);
  const times = new Set(dates.map(({ day }) => day));
  const dateTimes = new Set(
    dates.flatMap(({ first, last, day, year }) =>
      year === null ? [] : [day, ...tokens.slice(first, last + 1).map(({ lower }) => lower)],
    ),
  );
  const payers = readPayers(tokens, figures);
  const moods = new Set<string>();
  let phraseFrom = -maxPhraseWords - 1;
  for (const [i, token] of tokens.entries()) {
    const isTime =
      timeWord.test(token.lower) ||
      calendar.has(token.lower) ||
      (token.lower === 'may' && i > 0 && text.charAt(token.start) === 'M');
    if (isTime) times.add(token.lower);
    if (mood.test(token.lower) && !isTime) moods.add(token.lower);
    if (token.pos === 'ADP') phraseFrom = i;
    if (/^(?:VERB|AUX|PUNCT)$/.test(token.pos)) phraseFrom = -maxPhraseWords - 1;
    const term = termOf(token);
    if (isTime || inFigure.has(i) || term === null || !content.test(token.pos)) continue;
    if (tellingLemmas.has(token.lemma) || lightLemmas.has(token.lemma)) continue;
    if (negators.test(token.lower) || mood.test(token.lower)) continue;
    const key = keyOf(token, stemmer);
    const isName = token.pos === 'PROPN' || (i > 0 && /^\p{Lu}/u.test(text.slice(token.start)));
    if (!words.has(key))
      words.set(key, {
        token,
        term,
        isName,
        isSource: sources.has(token.lower),
        isInPhrase: i - phraseFrom <= maxPhraseWords,
        isBesideNoun: isBesideNoun(tokens, i),
        isPlaceOfNoun: placeNouns.test(token.lower) && isBeforeSingleNoun(tokens, i),
      });
  }
  const { context, contextNames } = readContext(index, row);
  const shift = <T extends Span>(part: T): T => ({
    ...part,
    start: part.start + span.start,
    end: part.end + span.start,
  });
  return {
    row,
    words: new Map([...words].map(([key, word]) => [key, { ...word, token: shift(word.token) }])),
    figures: figures.map(shift),
    times,
    dateTimes,
    payers: payers && new Set(payers.map((token) => keyOf(token, stemmer))),
    comesAgain: tokens.some(({ lower }) => returning.test(lower)),
    negations: readNegations(tokens, stemmer).map((negation) => ({ ...negation, span: shift(negation.span) })),
    tense: readTense(tokens),
    mood: [...moods].sort().join(' ') + (document.text.charAt(span.end - 1) === '?' ? '?' : ''),
    context,
    contextNames,
  };
}

/** The form in which words are compared: the stem, for a verb that of its dictionary form (rose, rise). */
function keyOf(token: Token, stemmer: Stemmer): string {
  const { pos, lower, lemma, stem } = token;
  const same = sameWords.get(lemma);
  if (same !== undefined) return same;
  return pos === 'VERB' && lower !== lemma ? (stemmer.stemOf(lemma) ?? stem) : (termOf(token) ?? stem);
}

function readNegations(tokens: readonly Token[], stemmer: Stemmer): Negation[] {
  return tokens.flatMap((token, i) => {
    if (!negators.test(token.lower) || negationTakers.test(tokens[i + 1]?.lower ?? '')) return [];
    const next = tokens
      .slice(i + 1)
      .find(({ pos, lemma }) => negatable.test(pos) && !lightLemmas.has(lemma) && !tellingLemmas.has(lemma));
    return [
      {
        span: { start: token.start, end: token.end },
        isDenial: denial.test(token.lower),
        next: next ? keyOf(next, stemmer) : null,
      },
    ];
  });
}

/** A noun before a name only says what it is the name of: "the airline Skyvane". */
function isBesideNoun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.pos ?? '';
  if (tokens[at]?.pos === 'NOUN' && next === 'PROPN') return false;
  return noun.test(tokens[at - 1]?.pos ?? '') || noun.test(next);
}

/** A noun in the singular that no other noun follows. */
function isBeforeSingleNoun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.pos === 'NOUN' && next.lower === next.lemma && !noun.test(tokens[at + 2]?.pos ?? '');
}

function readTense(tokens: readonly Token[]): SentenceFrame['tense'] {
  const isPast = tokens.some(
    ({ lower, pos }) => /^(?:was|were|had|did)$/.test(lower) || (pos === 'VERB' && /ed$/.test(lower)),
  );
  const isPresent = tokens.some(({ lower }) => /^(?:is|are|has|have|does|do|'s|'re)$/.test(lower));
  return isPast === isPresent ? 'open' : isPast ? 'past' : 'present';
}

function readContext(index: SearchIndex, row: number): { context: Set<string>; contextNames: Set<string> } {
  const place = index.rows.at(row);
  const indexed = index.documents[place?.document ?? -1];
  const context = new Set(indexed?.titleTerms);
  const names: string[] = [];
  const addText = (text: string): void => {
    names.push(...(text.match(/(?<=[\p{L}\p{N},;:’'")] )\p{Lu}[\p{L}\p{N}’'-]+/gu) ?? []));
  };
  for (const number of place?.passages ?? []) {
    const passage = index.rows.passageAt(number)?.passage;
    if (!passage) continue;
    for (const { terms } of indexed?.sentences.slice(passage.first, passage.last + 1) ?? []) {
      for (const term of terms) context.add(term);
    }
    addText(indexed?.document.text.slice(passage.start, passage.end) ?? '');
  }
  const heading = index.headingOf(row);
  if (heading !== null) {
    for (const term of index.locate(heading).span.terms) context.add(term);
    addText(index.textOf(heading));
  }
  names.push(...(indexed?.document.metadata.title.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]+/gu) ?? []));
  const bare = names.map((name) => name.toLowerCase().replace(/['’]s?$/u, ''));
  return { context, contextNames: new Set(bare.filter((name) => !stopWords.has(name))) };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
