import type { Genre } from '../../text/document.js';
import type { Clause } from '../grammar/clauses.js';
import type { Cue } from './opinion-cues.js';
import type { Feature } from '../../english/features.js';
import { argumentMarkers, judgingPhrases } from '../../english/judging-phrases.js';
import type { StatementKind } from '../labels.js';
import type { UnseenCue } from '../unseen-reasons.js';
import type { TextKind } from '../../text/document.js';
import { isPlainKind } from '../text-kind.js';
import { isDirective } from './statements.js';
import { judgesInPlain } from './judging.js';
import { findImperative } from '../grammar/imperative.js';
import {
  equates,
  findAntithesis,
  findMainVerb,
  findPredicateAdjective,
  findRepetition,
  isGeneral,
  isPresent,
} from '../grammar/sentence-shape.js';
import { countWords, isAuthors, isCapitalised, isWord, tokenAt, type SentenceView } from '../grammar/sentence-view.js';

/** What surrounds a sentence; all of it is weak evidence and shown as a reason of its own. */
interface SentenceContext {
  readonly genre: Genre | null;
  readonly isListItem: boolean;
  readonly isHeading: boolean;
  /** The last sentence of a document of at least five sentences. */
  readonly isLast: boolean;
  /** The sentence before it was somebody's quotation or claim. */
  readonly followsAttribution: boolean;
  /** The next sentence is somebody's answer, as in an interview. */
  readonly isAnswered: boolean;
  /** At least five sentences stand together, so that a short one among them is a choice. */
  readonly isInDocument: boolean;
  /** No other sentence stands around it. */
  readonly isAlone: boolean;
  readonly textKind: TextKind;
  readonly statement: StatementKind | null;
}

const phrasePatterns: readonly (readonly [Feature, RegExp])[] = [
  ['opinion phrase', new RegExp(`\\b(?:${judgingPhrases.join('|')})(?!\\w)`, 'g')],
  ['argument marker', new RegExp(`\\b(?:${argumentMarkers.join('|')})\\b`, 'g')],
];

/** Features of which at least one stands in most sentences that judge. */
const judging: ReadonlySet<Feature> = new Set<Feature>([
  'loaded word',
  'colourful word',
  'evaluation',
  'evaluating noun or verb',
  'trait',
  'grading word',
  'emphasis',
  'stance',
  'obligation',
  'supposition',
  'superlative',
  'simile',
  'my view',
  'opinion phrase',
  'argument marker',
  'exhortation',
  'antithesis',
  'pointed question',
  'anybody',
]);

/** What the kind of a plain text counts for a sentence that judges all the same. */
const shareOfJudging = 0.3;

/** Cues that no single word gives: the shape of the sentence and what surrounds it. */
export function collectStructureCues(
  view: SentenceView,
  main: readonly Clause[],
  words: readonly Cue[],
  context: SentenceContext,
): Cue[] {
  const cues: Cue[] = [];
  const { start, end } = view.sentence;
  const add = (feature: Feature, amount: number, name: UnseenCue | null, from = start, to = end): void => {
    cues.push({ feature, amount, name, start: from, end: to });
  };
  const has = (...features: Feature[]): boolean => words.some(({ feature }) => features.includes(feature));
  const length = main.reduce((sum, { first, last }) => sum + wordsIn(view, first, last), 0);
  const lastToken = tokenAt(view, view.tokens.length - 1).lower;

  const lowered = lowerText(view);
  const isPlain = isPlainKind(context.textKind);
  const directs = isDirective(context.statement);
  if (!directs) addPhrases(view, lowered, add);
  if (lastToken === '?') {
    const pointed =
      !context.isHeading &&
      !isPlain &&
      !context.isAnswered &&
      (has(
        'loaded word',
        'evaluation',
        'negation',
        'anybody',
        'you',
        'we',
        'supposition',
        'obligation',
        'emphasis',
        'figure of speech',
        'first person',
      ) ||
        /^(?:who|why)$/.test(tokenAt(view, 0).lower));
    const at = tokenAt(view, view.tokens.length - 1);
    add(pointed ? 'pointed question' : 'question', 1, '[question]', at.start, at.end);
    if (context.isAnswered) add('answered question', 1, '[answered question]', at.start, at.end);
  }
  const opening = findImperative(view);
  if (opening !== null && lastToken !== '?' && !directs) {
    const token = tokenAt(view, opening);
    add('exhortation', 1, null, token.start, token.end);
  }
  const first = tokenAt(view, 0);
  if (/^(?:but|yet|still|so|instead|and|then|nor|or|perhaps)$/.test(first.lower))
    add('contrast', 1, null, first.start, first.end);
  if (directs) add('rule or direction', 1, `[${context.statement}]`);
  const concrete = has('figure', 'money', 'date', 'measure');
  if (!directs && !concrete && !holdsFigureOrName(view) && length >= 3)
    add('no figures or names', 1, '[no figure, date or name]');
  if (!isPlain && context.isInDocument && length > 0 && countWords(view.tokens) <= 9 && !concrete)
    add('short sentence', 1, '[short sentence]');
  if (length >= 28) add('long sentence', 1, '[long sentence]');
  const verb = directs ? null : findMainVerb(view, main);
  if (verb !== null && !concrete && isPresent(view, verb)) {
    const token = tokenAt(view, verb);
    add('present tense judgement', 1, null, token.start, token.end);
  }
  if (verb !== null && isPresent(view, verb) && isGeneral(view))
    add('general statement', 1, null, first.start, first.end);
  if (verb !== null && !concrete && equates(view, verb)) {
    add('equation', 1, null, tokenAt(view, verb).start, tokenAt(view, verb).end);
  }
  const adjective = verb !== null && !concrete ? findPredicateAdjective(view, verb) : null;
  if (adjective !== null)
    add('predicate adjective', 1, null, tokenAt(view, adjective).start, tokenAt(view, adjective).end);
  const repeated = findRepetition(view);
  if (repeated !== null) add('repetition', 1, null, tokenAt(view, repeated).start, tokenAt(view, repeated).end);
  const antithesis = findAntithesis(lowered);
  if (antithesis) add('antithesis', 1, null, start + antithesis[0], start + antithesis[1]);
  if (
    has('figure') &&
    has('loaded word', 'obligation', 'superlative', 'evaluation', 'exhortation', 'anybody', 'emphasis')
  )
    add('figures in a judgement', 1, '[figures in a judgement]');
  if (context.followsAttribution && !concrete && length <= 20) add('answers a quotation', 1, '[follows a quotation]');
  const speaker = context.isAlone
    ? view.tokens.findIndex(({ lower }, i) => isFirstPerson(lower) && isAuthors(view, i))
    : -1;
  if (speaker >= 0)
    add(
      'lone first person',
      1,
      '[“I” of an unknown speaker]',
      tokenAt(view, speaker).start,
      tokenAt(view, speaker).end,
    );
  if (
    length > 0 &&
    !words.some(({ feature }) => judging.has(feature)) &&
    !cues.some(({ feature }) => judging.has(feature))
  )
    add('nothing judged', 1, '[no judging word]');
  if (isPlain) {
    const kind = context.textKind === 'reference' ? 'a reference text' : context.textKind;
    if (judgesInPlain([...words, ...cues])) add('plain text', shareOfJudging, `[in ${kind}]`);
    else add('plain text', 1, `[in ${kind}: no judging phrase]`);
  }
  if (context.isListItem) add('list item', 1, '[list item]');
  // News trails off; all else tends to end on its point.
  if (context.isLast && context.genre !== 'news' && /^(?:opinion|open|narrative)$/.test(context.textKind))
    add('last sentence', 1, '[last sentence]');
  const genre = context.genre ?? 'unknown';
  // "Other" says less than the kind of text that the shape shows.
  if (!isPlain || genre !== 'other') add(`genre: ${genre}`, 1, `[genre: ${genre}]`);
  if (!isPlain) add('most sentences report', 1, '[most sentences report]');
  return cues;
}

/** Whoever says "I" in a sentence without its document is more often quoted than its author. */
function isFirstPerson(word: string): boolean {
  return /^(?:i|my|me|mine|myself)$/.test(word);
}

function addPhrases(
  view: SentenceView,
  lowered: string,
  add: (feature: Feature, amount: number, name: null, from: number, to: number) => void,
): void {
  const { start } = view.sentence;
  for (const [feature, pattern] of phrasePatterns) {
    let count = 0;
    for (const match of lowered.matchAll(pattern)) {
      const from = start + match.index;
      const index = view.tokens.findIndex((token) => token.start >= from);
      if (index >= 0 && !isAuthors(view, index)) continue;
      count++;
      if (count <= 3) add(feature, 1 / count, null, from, from + match[0].length);
    }
  }
}

/** The sentence in lower case, with straight apostrophes, at the same offsets. */
export function lowerText(view: SentenceView): string {
  return view.text.slice(view.sentence.start, view.sentence.end).toLowerCase().replace(/’/g, "'");
}

function wordsIn(view: SentenceView, first: number, last: number): number {
  let count = 0;
  for (let i = first; i <= last; i++) if (isWord(tokenAt(view, i)) && isAuthors(view, i)) count++;
  return count;
}

function holdsFigureOrName(view: SentenceView): boolean {
  return view.tokens.some(
    (token, i) =>
      isAuthors(view, i) && (/^\d/.test(token.lower) || (i > 0 && token.pos === 'PROPN' && isCapitalised(view, token))),
  );
}
