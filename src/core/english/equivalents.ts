import { capitals, countries, names, shortForms, synonyms } from './equivalent-lists.js';
import type { Analyser } from '../ports.js';
import type { Token } from '../text/sentence.js';
import { termsOf } from './terms.js';

/** How far an equivalent counts as the word itself. */
const factors = { name: 1, government: 0.5, synonym: 0.5 } as const;

/** Verbs of what governments do, in a question for it: "What did Kabul demand?" */
const governing =
  /^(?:sa(?:y|ys|id)|(?:claim|alleg|accus|want|demand|den(?:y|i)|argu|warn|announc|report|reply|repli|answer|respond|insist|declar|promis|offer|propos|agree|accept|reject|refus|threaten|recogni[sz]|impos|negotiat|ask|call|urg|condemn|criticis|criticiz|support|oppos|sign|expel|recall)(?:s|d|e|es|ed)?)$/;

/** Another way to say something that a question says: all of `terms` must occur. `factor` is in 0..1. */
export interface Equivalent {
  readonly terms: readonly string[];
  readonly factor: number;
}

export interface Equivalents {
  /**
   * The name that starts at token `at`, if there is one: how many tokens it takes, the other names, and, for a capital that is named for
   * its government, those of the country, for a country its capitals.
   */
  nameAt(
    tokens: readonly Token[],
    at: number,
  ): { length: number; others: readonly Equivalent[]; governs: readonly Equivalent[] } | null;
  synonymsOf(term: string): Equivalent[];
  /** Lower-case names of countries. */
  readonly places: ReadonlySet<string>;
}

/** Prepares the lists above for one analyser's tokens and stems; takes a few milliseconds. */
export function createEquivalents(analyser: Analyser): Equivalents {
  const nameGroups = new Map<string, NameGroup[]>();
  for (const line of analyseLines(countries + names, analyser)) {
    const group = splitAtCommas(line).map((tokens) => ({
      words: tokens.map(({ lower }) => lower),
      terms: nameTerms(tokens),
    }));
    for (const { words } of group) {
      const first = words[0] ?? '';
      const sharing = nameGroups.get(first) ?? [];
      nameGroups.set(
        first,
        [...sharing, { words, group }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  const { governments, seats } = readCapitals(nameGroups, analyser);
  const synonymGroups = new Map<string, Set<string>>();
  for (const line of analyseLines(synonyms, analyser)) {
    const terms = new Set(termsOf(line));
    for (const term of terms) synonymGroups.set(term, new Set([...(synonymGroups.get(term) ?? []), ...terms]));
  }
  for (const line of analyseLines(shortForms, analyser)) {
    const [full = '', ...short] = termsOf(line);
    synonymGroups.set(full, new Set([...(synonymGroups.get(full) ?? []), ...short]));
  }
  return {
    places: new Set(
      countries
        .trim()
        .split('\n')
        .map((line) => line.split(', ')[0] ?? line),
    ),
    nameAt(tokens, at) {
      const token = tokens[at];
      if (!token || (token.lower === 'us' && token.pos === 'PRON') || (token.lower === 'who' && at === 0)) return null;
      const found = nameGroups
        .get(token.lower)
        ?.find(({ words }) => words.every((word, i) => tokens[at + i]?.lower === word));
      if (!found) return governmentAt(tokens, at, governments);
      const others = found.group
        .filter(({ words }) => words !== found.words)
        .map(({ terms }) => ({ terms, factor: factors.name }));
      return {
        length: found.words.length,
        others,
        governs: isParty(tokens, at, found.words.length)
          ? found.group.flatMap(({ words }) => seats.get(words.join(' ')) ?? [])
          : [],
      };
    },
    synonymsOf(term) {
      return [...(synonymGroups.get(term) ?? [])]
        .filter((other) => other !== term)
        .map((other) => ({ terms: [other], factor: factors.synonym }));
    },
  };
}

interface Name {
  readonly words: readonly string[];
  readonly terms: readonly string[];
}

interface NameGroup {
  readonly words: readonly string[];
  readonly group: readonly Name[];
}

/** Governments as their country names them, by each capital, and their capitals, by the country. */
function readCapitals(names: ReadonlyMap<string, readonly NameGroup[]>, analyser: Analyser) {
  const pairs = capitals
    .trim()
    .split('\n')
    .map((line) => line.split(': '));
  const governments = new Map<string, readonly Equivalent[]>();
  const seats = new Map<string, readonly Equivalent[]>();
  const asGovernment = (terms: readonly string[]): Equivalent => ({ terms, factor: factors.government });
  for (const [i, tokens] of analyseLines(pairs.map(([capital]) => capital).join('\n'), analyser).entries()) {
    const [capital = '', country = ''] = pairs[i] ?? [];
    const named = names.get(country.split(' ')[0] ?? '')?.find(({ words }) => words.join(' ') === country);
    governments.set(capital, named?.group.map(({ terms }) => asGovernment(terms)) ?? []);
    seats.set(country, [...(seats.get(country) ?? []), asGovernment(nameTerms(tokens))]);
  }
  return { governments, seats };
}

function nameTerms(tokens: readonly Token[]): string[] {
  return termsOf(tokens.map((token) => ({ ...token, pos: 'PROPN' })));
}

const longestCapital = 2;
/** So many tokens behind "between" both stand: "between Kabul and Islamabad". */
const pairReach = 4;

/** The government called by the capital that starts at token `at`, where that acts or is spoken with. */
function governmentAt(
  tokens: readonly Token[],
  at: number,
  governments: ReadonlyMap<string, readonly Equivalent[]>,
): ReturnType<Equivalents['nameAt']> {
  for (let length = longestCapital; length > 0; length--) {
    const words = tokens.slice(at, at + length).map(({ lower }) => lower);
    const governs = governments.get(words.join(' '));
    if (governs) return isParty(tokens, at, length) ? { length, others: [], governs } : null;
  }
  return null;
}

/** Whether a place does what governments do, or stands between two or beside another as one of them does, and is no part of a longer name. */
function isParty(tokens: readonly Token[], at: number, length: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + length]];
  if (before?.pos === 'PROPN' || before?.pos === 'DET') return false;
  if (governing.test(after?.lower ?? '')) return true;
  const isLast = after === undefined || !/^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(after.pos);
  const isPaired = tokens.slice(Math.max(0, at - pairReach), at).some(({ lower }) => lower === 'between');
  return isPaired || (isLast && /^(?:with|by|against)$/.test(before?.lower ?? ''));
}

/** The tokens of each line of a list, from one pass over it. */
function analyseLines(list: string, analyser: Analyser): Token[][] {
  const text = list.trim();
  const lines: Token[][] = text.split('\n').map(() => []);
  let line = 0;
  let end = text.indexOf('\n');
  for (const token of analyser.analyse(text).tokens) {
    while (end >= 0 && token.start > end) {
      line++;
      end = text.indexOf('\n', end + 1);
    }
    lines[line]?.push(token);
  }
  return lines;
}

function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.lower === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
