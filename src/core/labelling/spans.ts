import type { LabelSpan, Lane } from './labels.js';
import type { AnalysedSentence } from './analysis.js';
import { scoreClause } from './opinion/clause-score.js';
import { isMainClause } from './grammar/clauses.js';
import { classifyWord } from './opinion/judging-words.js';
import type { LabelModel } from './model.js';
import { sumCues } from './score.js';
import { featureSigns } from '../english/features.js';
import { judgesAnywhere, judgesByItself } from './opinion/judging.js';
import type { Cue } from './opinion/opinion-cues.js';
import { isDirective } from './opinion/statements.js';
import { countWords, isAuthors, tokenAt, type SentenceView } from './grammar/sentence-view.js';

/** The parts of the sentence whose label differs from its leading one: clause by clause, quotation by quotation. */
export function findSpans(analysed: AnalysedSentence, leading: Lane, model: LabelModel): LabelSpan[] {
  const { view, clauses, reach, sources, attributions, clauseCues, carried } = analysed;
  const spans: LabelSpan[] = [];
  for (const [i, clause] of clauses.entries()) {
    const attribution = reach[i];
    let label: Lane;
    if (carried) label = 'attributed';
    else if (attribution) label = 'attributed';
    else if (isMainClause(clause)) label = judgeMain(analysed, leading, model);
    else {
      const cues = clauseCues[i];
      const logit = scoreClause(analysed, i, model.clause) ?? -1;
      // A figure or date in a hanging clause keeps it reported unless the clause judges loudly.
      label =
        logit > (isConcrete(cues ?? []) ? 1 : 0) && judgesInClause(analysed, cues ?? [], clause.first)
          ? 'opinion'
          : 'reported';
      if (label === 'reported' && leading === 'opinion' && !isConcrete(cues ?? [])) label = 'opinion';
    }
    if (label === leading) continue;
    const source = attribution ? (sources[attributions.indexOf(attribution)] ?? null) : null;
    push(spans, view, clause.first, clause.last, label, label === 'attributed' ? source : null);
  }
  if (!carried) addQuotes(analysed, leading, spans);
  if (leading === 'attributed' && spans.length === 0) addComment(analysed, spans);
  return spans.sort((a, b) => a.start - b.start);
}

/** Whether the cue is a word or turn that judges by itself; what a clause lacks, and small words, judge nothing. */
function isJudging({ feature, name }: Cue): boolean {
  return (
    name === null &&
    featureSigns[feature] === 1 &&
    !/^(?:negation|sweeping word|anybody|you|trait|grading word)$/.test(feature)
  );
}

/** Whether a clause that hangs on a sentence judges by words of its own; a condition or a direction does not. */
function judgesInClause({ view, statement, isPlain }: AnalysedSentence, cues: readonly Cue[], first: number): boolean {
  if (/^(?:if|when|unless|until|once|after|before)$/.test(tokenAt(view, first).lower)) return false;
  if (isPlain || isDirective(statement)) return judgesAnywhere(cues);
  return cues.some(isJudging) && judgesByItself(cues, view.text);
}

function isConcrete(cues: readonly { readonly feature: string }[]): boolean {
  return cues.some(({ feature }) => /^(?:figure|money|date|measure)$/.test(feature));
}

/** The author's main clauses: of another label where the sentence is a source's, or reported for the figures beside them. */
function judgeMain(
  { view, isPlain, cues, mainCues, clauseCues }: AnalysedSentence,
  leading: Lane,
  model: LabelModel,
): Lane {
  if (leading === 'attributed') return sumCues(cues, model.sentence) > 0 ? 'opinion' : 'reported';
  // "While the north has 41 clinics, the south's remain woefully few."
  if (leading === 'reported' && clauseCues.some((own) => own && isConcrete(own)) && mainCues.some(isJudging))
    if (isPlain ? judgesAnywhere(mainCues) : judgesByItself(mainCues, view.text))
      return sumCues(mainCues, model.sentence) > 0 ? 'opinion' : 'reported';
  return leading;
}

function push(
  spans: LabelSpan[],
  view: SentenceView,
  first: number,
  last: number,
  label: Lane,
  attributedTo: string | null,
): void {
  let from = first;
  let to = last;
  while (from < to && /^[,;:.—–]$/.test(tokenAt(view, from).lower)) from++;
  while (to > from && /^[,;:.—–?!-]$/.test(tokenAt(view, to).lower)) to--;
  const start = tokenAt(view, from).start;
  const { end } = tokenAt(view, to);
  if (start < 0 || end <= start || countWords(view.tokens.slice(from, to + 1)) === 0) return;
  const previous = spans.at(-1);
  if (previous?.label === label && previous.attributedTo === attributedTo && start - previous.end <= 3) {
    spans[spans.length - 1] = { ...previous, end };
    return;
  }
  spans.push({ start, end, label, attributedTo });
}

/** Somebody's words of four or more in quotation marks, in a clause that is otherwise the author's. */
function addQuotes({ view, clauses, reach, isPlain }: AnalysedSentence, leading: Lane, spans: LabelSpan[]): void {
  // What a reference text sets in quotation marks is a name or what to type.
  if (leading === 'attributed' || isPlain) return;
  for (const [q, { role, words, start, end }] of view.quotes.entries()) {
    if (role !== 'speech' || words < 4) continue;
    const first = view.quoteOf.indexOf(q);
    const clause = clauses.findIndex((one) => one.first <= first && first <= one.last);
    if (first < 0 || reach[clause]) continue;
    if (spans.some((span) => span.start < end && start < span.end)) continue;
    spans.push({ start, end, label: 'attributed', attributedTo: null });
  }
}

/** "absurdly claims": the author's own loaded word next to the reporting words. */
function addComment({ view, attributions }: AnalysedSentence, spans: LabelSpan[]): void {
  for (const { cueFirst, via } of attributions) {
    if (via !== 'verb' && via !== 'noun') continue;
    for (const at of [cueFirst - 1, cueFirst + 1]) {
      const token = tokenAt(view, at);
      const { start, end, pos } = token;
      if (
        start < 0 ||
        !isAuthors(view, at) ||
        !/^(?:ADV|ADJ)$/.test(pos) ||
        classifyWord(token).judgement !== 'loaded word'
      )
        continue;
      if (spans.some((span) => span.start < end && start < span.end)) continue;
      spans.push({ start, end, label: 'opinion', attributedTo: null });
    }
  }
}
