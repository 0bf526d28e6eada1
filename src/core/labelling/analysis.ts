import { blankMarkup, isCodeOrTable, type SourceDocument } from '../text/document.js';
import type { Sentence } from '../text/sentence.js';
import type { NounPhrase } from './grammar/noun-phrases.js';
import type { Attribution } from './speakers/attribution.js';
import { continueSpeech, type Carried } from './speakers/carry-on.js';
import { carryTurns, isTurnBlock } from './speakers/carry-turns.js';
import { isMainClause, segmentSentence, type Clause } from './grammar/clauses.js';
import { collectAuthorCues, nothingAuthored, type AuthorCues } from './opinion/author-cues.js';
import { restoreFrames } from './speakers/frame-clauses.js';
import { findPhraseAttributions } from './speakers/phrase-attributions.js';
import { findQuotations, type Quotation } from './speakers/quotations.js';
import { findReach, type Reach } from './speakers/reach.js';
import { countWords, viewSentence, type SentenceView } from './grammar/sentence-view.js';
import { SourceMemory } from './speakers/sources.js';
import { findInterview } from './speakers/interviews.js';
import { findNamedSpeakers, type SpeakerContext } from './speakers/speaker-labels.js';
import { findTextKind, isPlainKind } from './text-kind.js';
import { findMainSubject, widenAfter, widenToList } from './grammar/subjects.js';
import { isRulesSubject } from './speakers/rules-subjects.js';
import { findVerbAttributions } from './speakers/verb-attributions.js';

/** Everything that the mechanisms found in one sentence, before any weight is applied. */
export interface AnalysedSentence extends AuthorCues {
  readonly view: SentenceView;
  readonly clauses: readonly Clause[];
  readonly attributions: readonly Attribution[];
  /** Sources of `attributions`, in their order; null for an unnamed one. */
  readonly sources: readonly (string | null)[];
  readonly reach: Reach;
  readonly carried: Carried | null;
}

/** Runs all mechanisms over a document. `sentences` are in text order, each with its tokens. */
export function analyseDocument(
  document: SourceDocument,
  sentences: readonly Sentence[],
  textKind = findTextKind(document, sentences),
): AnalysedSentence[] {
  const text = blankMarkup(document.text, document.markup);
  const quotations = findQuotations(
    text,
    document.blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'code'),
  );
  const memory = new SourceMemory();
  const isPlain = isPlainKind(textKind);
  let named: ReadonlySet<string> | null = null;
  const speakers = (): ReadonlySet<string> => (named ??= findNamedSpeakers(text));
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
      speakers,
      isHeadline,
      isPlain,
      isTable: isCodeOrTable(document.blocks[sentence.block]?.kind),
      isMinutes: textKind === 'minutes',
    });
  });
  const continued = continueSpeech(parts, {
    belongsToTurn: (block) => textKind === 'transcript' && isTurnBlock(document, text, block),
    isListed: (block) => document.blocks[block]?.kind === 'list-item',
    isPlain,
    isDialogue: isDialogue(document),
  });
  const interview = textKind === 'transcript' ? findInterview(document, sentences) : null;
  const carried = carryTurns(document, parts, continued, interview);
  const authored = collectAuthorCues(document, parts, carried, textKind);
  return parts.map(({ view, clauses, attributions, sources, reach }, i) => ({
    view,
    clauses,
    attributions,
    sources,
    reach,
    carried: carried[i] ?? null,
    ...(authored[i] ?? nothingAuthored),
  }));
}

/** From this share of paragraphs that open with a quotation mark on persons take turns in them. */
const minDialogue = 0.3;

function isDialogue({ text, blocks }: SourceDocument): boolean {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'question');
  const spoken = paragraphs.filter(({ start }) => /["“‘'«]/.test(text.charAt(start)));
  return spoken.length >= 4 && spoken.length / paragraphs.length >= minDialogue;
}

interface Spoken extends Pick<AnalysedSentence, 'view' | 'clauses' | 'attributions' | 'sources' | 'reach'> {
  readonly leading: Attribution | null;
  readonly source: string | null;
}

function analyseAttribution(view: SentenceView, memory: SourceMemory, index: number, context: SpeakerContext): Spoken {
  const attributions = [...findPhraseAttributions(view, context), ...findVerbAttributions(view)]
    .filter(() => !isTableRow(view) && !context.isTable)
    .filter((attribution) => !context.isPlain || !isRulesSubject(view, attribution, context.isMinutes))
    .map((one) => (one.via === 'verb' && one.phrase ? { ...one, phrase: widen(view, one.phrase, one.cueFirst) } : one))
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

function widen(view: SentenceView, phrase: NounPhrase, verb: number): NounPhrase {
  return phrase.first > verb ? widenAfter(view, phrase) : widenToList(view, phrase);
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
