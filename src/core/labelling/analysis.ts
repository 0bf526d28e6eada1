import { blankMarkup, type SourceDocument } from '../text/document.js';
import type { Sentence } from '../text/sentence.js';
import type { Attribution } from './speakers/attribution.js';
import { continueSpeech, type Carried } from './speakers/carry-on.js';
import { carryTurns, isTurnBlock } from './speakers/carry-turns.js';
import { isMainClause, segmentSentence, type Clause } from './grammar/clauses.js';
import { isGenre } from '../english/features.js';
import { readMoods } from './opinion/mood.js';
import { collectCues, type Cue } from './opinion/opinion-cues.js';
import { restoreFrames } from './speakers/frame-clauses.js';
import { findPhraseAttributions } from './speakers/phrase-attributions.js';
import { findQuotations, type Quotation } from './speakers/quotations.js';
import { findReach, type Reach } from './speakers/reach.js';
import { countWords, viewSentence, type SentenceView } from './grammar/sentence-view.js';
import { SourceMemory } from './speakers/sources.js';
import { collectStructureCues, lowerText } from './opinion/structure-cues.js';
import { findStatementKind, isDirective } from './opinion/statements.js';
import type { StatementKind } from './labels.js';
import { findNamedSpeakers, findTurns, type SpeakerContext } from './speakers/speaker-labels.js';
import { findTextKind, isPlainKind } from './text-kind.js';
import { findMainSubject } from './grammar/subjects.js';
import { tokenAt } from './grammar/sentence-view.js';
import { widenToList } from './grammar/subjects.js';
import { isRulesSubject } from './speakers/rules-subjects.js';
import { findVerbAttributions } from './speakers/verb-attributions.js';

/** Everything that the mechanisms found in one sentence, before any weight is applied. */
export interface AnalysedSentence {
  readonly view: SentenceView;
  readonly clauses: readonly Clause[];
  readonly attributions: readonly Attribution[];
  /** Sources of `attributions`, in their order; null for an unnamed one. */
  readonly sources: readonly (string | null)[];
  readonly reach: Reach;
  readonly carried: Carried | null;
  /** What the sentence does where the author speaks. */
  readonly statement: StatementKind | null;
  /** Cues of the author's main clauses, of what surrounds the sentence and, for a share of their weight, of its other clauses. */
  readonly cues: readonly Cue[];
  /** Those of the main clauses alone, their words and shape. */
  readonly mainCues: readonly Cue[];
  /** For each clause that is not main and not attributed its own cues; null for the others. */
  readonly clauseCues: readonly (readonly Cue[] | null)[];
}

/** What a word in a clause that hangs on the sentence counts for the sentence; a figure is as firm there as elsewhere. */
const shareOfHanging = { word: 0.3, figure: 0.8 } as const;

function weakenHanging(cue: Cue): Cue {
  const share = /^(?:figure|money|date|measure)$/.test(cue.feature) ? shareOfHanging.figure : shareOfHanging.word;
  return { ...cue, amount: cue.amount * share };
}

/** Runs all mechanisms over a document. `sentences` are in text order, each with its tokens. */
export function analyseDocument(document: SourceDocument, sentences: readonly Sentence[]): AnalysedSentence[] {
  const text = blankMarkup(document.text, document.markup);
  const quotations = findQuotations(
    text,
    document.blocks.filter(({ kind }) => kind !== 'heading'),
  );
  const memory = new SourceMemory();
  const textKind = findTextKind(document, sentences);
  const isPlain = isPlainKind(textKind);
  const turns = findTurns(text);
  const speakers = findNamedSpeakers(text);
  let next = 0;
  const parts = sentences.map((sentence, index) => {
    while ((quotations[next]?.end ?? Infinity) <= sentence.start) next++;
    const own: Quotation[] = [];
    for (let q = next; q < quotations.length; q++) {
      const quotation = quotations[q];
      if (!quotation || quotation.start >= sentence.end) break;
      own.push(quotation);
    }
    const isHeadline = index === 0 || document.blocks[sentence.block]?.kind === 'heading';
    return analyseAttribution(viewSentence(text, sentence, own), memory, index, {
      turns,
      speakers,
      isHeadline,
      isPlain,
    });
  });
  const continued = continueSpeech(parts, {
    belongsToTurn: (block) => textKind === 'transcript' && isTurnBlock(document, text, block),
    isListed: (block) => document.blocks[block]?.kind === 'list-item',
  });
  const carried = carryTurns(document, parts, continued);
  const words = parts.map(({ view, clauses, reach }, i) =>
    collectCues(view, carried[i] ? [] : authorsMain(clauses, reach)),
  );
  const isAuthors = parts.map(({ leading }, i) => !leading && !carried[i]);
  const statements = parts.map(({ view, leading }, i) =>
    leading || carried[i] ? null : findStatementKind(view, lowerText(view), words[i] ?? [], textKind),
  );
  const cues = parts.map(({ view, clauses, reach }, i) => {
    const block = document.blocks[view.sentence.block];
    const statement = statements[i] ?? null;
    const own = isDirective(statement)
      ? (words[i] ?? []).filter((cue) => judgesInDirective(cue, statement))
      : (words[i] ?? []);
    const previous = i > 0 && (parts[i - 1]?.leading !== null || carried[i - 1] !== null);
    const structure = collectStructureCues(view, authorsMain(clauses, reach), own, {
      genre: document.metadata.genre,
      isListItem: block?.kind === 'list-item',
      isHeading: block?.kind === 'heading',
      isLast: sentences.length >= 5 && i === sentences.length - 1,
      followsAttribution: previous,
      isAnswered: parts[i + 1]?.leading?.via === 'speaker' || carried[i + 1]?.name.startsWith('[quotation') === true,
      isInDocument: sentences.length >= 5,
      isAlone: sentences.length === 1,
      textKind,
      statement,
    });
    const hanging = carried[i] ? [] : clauses.filter((clause, c) => !isMainClause(clause) && !reach[c]);
    const aside = hanging.length === clauses.length ? [] : collectCues(view, hanging);
    return { main: [...own, ...structure], aside: aside.map(weakenHanging) };
  });
  const moods = readMoods(
    cues.map(({ main, aside }) => [...main, ...aside]),
    isAuthors,
  );
  return parts.map((part, i): AnalysedSentence => {
    const { view, clauses, attributions, sources, reach } = part;
    const { start, end } = view.sentence;
    const amount = moods[i] ?? 0;
    const { main, aside } = cues[i] ?? { main: [], aside: [] };
    const mood: Cue = { feature: 'neighbouring sentences', amount, name: '[neighbouring sentences]', start, end };
    const clauseCues = clauses.map((clause, c) =>
      isMainClause(clause) || reach[c] || carried[i] ? null : collectClauseCues(view, clause),
    );
    return {
      view,
      clauses,
      attributions,
      sources,
      reach,
      carried: carried[i] ?? null,
      statement: statements[i] ?? null,
      cues: amount === 0 ? [...main, ...aside] : [...main, ...aside, mood],
      mainCues: main.filter(({ feature }) => !isGenre(feature)),
      clauseCues,
    };
  });
}

/** What says what to do ("you must", "it is best to") is no judging in a rule, an instruction or advice. */
function judgesInDirective({ feature }: Cue, statement: StatementKind | null): boolean {
  if (feature === 'evaluation' || feature === 'grading word') return statement !== 'advice';
  return !/^(?:obligation|you|permission|prediction|supposition|superlative|emphasis|verdict|anybody|sweeping word|negation)$/.test(
    feature,
  );
}

interface Spoken extends Pick<AnalysedSentence, 'view' | 'clauses' | 'attributions' | 'sources' | 'reach'> {
  readonly leading: Attribution | null;
  readonly source: string | null;
}

function analyseAttribution(view: SentenceView, memory: SourceMemory, index: number, context: SpeakerContext): Spoken {
  const attributions = [...findPhraseAttributions(view, context), ...findVerbAttributions(view)]
    .filter(() => !isTableRow(view))
    .filter((attribution) => !context.isPlain || !isRulesSubject(view, attribution))
    .map((one) => (one.via === 'verb' && one.phrase ? { ...one, phrase: widenToList(view, one.phrase) } : one))
    .sort((a, b) => a.cueFirst - b.cueFirst);
  const clauses = restoreFrames(view, segmentSentence(view), attributions);
  const bare = attributions.length > 0 && isBareFrame(view, attributions);
  const subject = findMainSubject(view);
  const sources = attributions.map(({ phrase }) => (phrase ? memory.resolve(view, phrase, index) : null));
  if (subject) memory.remember(view, subject, index);
  const reach = findReach(view, clauses, attributions);
  const leading = findLeading(view, clauses, reach);
  const at = leading ? attributions.indexOf(leading) : -1;
  const source = sources[at] ?? null;
  // "He said:" attributes nothing by itself, but names who speaks next.
  if (bare) return { view, clauses, attributions: [], sources: [], reach: clauses.map(() => null), leading, source };
  return { view, clauses, attributions, sources, reach, leading, source };
}

/** A row of a table: what stands in its cells is no sentence. */
function isTableRow({ text, sentence }: SentenceView): boolean {
  return (text.slice(sentence.start, sentence.end).match(/ \| /g) ?? []).length > 1;
}

/** Whether the sentence holds a source and reporting words and next to nothing else. */
function isBareFrame(view: SentenceView, attributions: readonly Attribution[]): boolean {
  if (view.quotes.some(({ role }) => role === 'speech')) return false;
  let left = countWords(view.tokens);
  if (left > 12) return false;
  for (const { phrase, cueFirst, cueLast } of attributions) {
    left -= cueLast - cueFirst + 1;
    if (phrase) left -= countWords(view.tokens.slice(phrase.first, phrase.last + 1));
  }
  const endsOpen = /:$/.test(view.text.slice(view.sentence.start, view.sentence.end));
  return (
    left < (endsOpen ? 6 : 1) &&
    attributions.every(({ via, kind }) => via === 'verb' && kind === 'said') &&
    attributions.length === 1
  );
}

/** The attribution that covers most of the words of the main clauses, if more than half are covered. */
function findLeading(view: SentenceView, clauses: readonly Clause[], reach: Reach): Attribution | null {
  const shares = shareOfMain(view, clauses, reach);
  let best: Attribution | null = null;
  let covered = 0;
  for (const [attribution, share] of shares) {
    covered += share;
    if (!best || share > (shares.get(best) ?? 0)) best = attribution;
  }
  return covered > 0.5 ? best : null;
}

/** Share of the main clauses' words that each attribution covers, 0..1. */
export function shareOfMain(view: SentenceView, clauses: readonly Clause[], reach: Reach): Map<Attribution, number> {
  const shares = new Map<Attribution, number>();
  if (reach.every((attribution) => attribution === null)) return shares;
  const mainOnly = clauses.some(isMainClause);
  let total = 0;
  for (const [i, clause] of clauses.entries()) {
    if (mainOnly && !isMainClause(clause)) continue;
    const words = countWords(view.tokens.slice(clause.first, clause.last + 1));
    total += words;
    const attribution = reach[i];
    if (attribution) shares.set(attribution, (shares.get(attribution) ?? 0) + words);
  }
  for (const [attribution, words] of shares) shares.set(attribution, words / Math.max(1, total));
  return shares;
}

/** The clauses whose words the author chose: not attributed, or attributed by a verb with a plain object. */
function authorsMain(clauses: readonly Clause[], reach: Reach): Clause[] {
  const own = clauses.filter((clause, i) => isMainClause(clause) && (!reach[i] || reach[i].ownWords === true));
  return own.length > 0 || reach.some((attribution) => attribution !== null) ? own : [...clauses];
}

/** The cues of one clause that hangs on a sentence. */
function collectClauseCues(view: SentenceView, clause: Clause): Cue[] {
  const words = collectCues(view, [clause]);
  const { start } = tokenAt(view, clause.first);
  const { end } = tokenAt(view, clause.last);
  const concrete = words.some(({ feature }) => /^(?:figure|money|date|measure)$/.test(feature));
  const extra: Cue[] = [{ feature: 'most sentences report', amount: 1, name: '[most clauses report]', start, end }];
  if (!concrete)
    extra.push({ feature: 'no figures or names', amount: 1, name: '[no figure, date or name]', start, end });
  return [...words, ...extra];
}
