import { obligesNobody } from './opinion/statements.js';
import type { SourceDocument } from '../text/document.js';
import type { LabelSpan, Lane, Reason, SentenceLabel, Step } from './labels.js';
import type { Sentence } from '../text/sentence.js';
import { analyseDocument, shareOfMain, type AnalysedSentence } from './analysis.js';
import { judgesByItself } from './opinion/judging.js';
import { findTextKind } from './text-kind.js';
import type { TextKind } from '../text/document.js';
import { findTone } from './opinion/tone.js';
import { findLoadedClause } from './opinion/clause-score.js';
import { minNoticedStrength } from './speakers/reach.js';
import { confidenceFromScore, laneFromScore, scoreFromReasons, stepFromConfidence, weighCues } from './score.js';
import type { Cue } from './opinion/opinion-cues.js';
import { findSpans } from './spans.js';
import { tokenAt } from './grammar/sentence-view.js';
import { fittedModel, type LabelModel } from './model.js';
import { probeSentence, type SentenceVectors } from './opinion/probe.js';

/** Multiplies an attribution's strength and share: a sure attribution of the whole sentence weighs twice the threshold. */
const attributionScale = 2;

interface LabelOptions {
  /** Embeddings of the sentences by the probed model; null or left out where there are none, and the cues decide alone. */
  readonly vectorOf?: SentenceVectors | null;
  /** The weights; those that the project ships unless given. */
  readonly model?: LabelModel;
}

/**
 * Labels every sentence of a document: who speaks, and where the author does, whether it is opinion or reported.
 * `sentences` are in text order, each with its tokens; one label comes back for each, in the same order.
 */
export function labelDocument(
  document: SourceDocument,
  sentences: readonly Sentence[],
  { vectorOf = null, model = fittedModel }: LabelOptions = {},
): SentenceLabel[] {
  const textKind = findTextKind(document, sentences);
  return analyseDocument(document, sentences, textKind).map((analysed, i) => {
    const sound = vectorOf ? probeSentence(analysed.view.sentence, vectorOf(i), model.probe) : null;
    return labelSentence(analysed, sound, model, textKind, sentences.length === 1);
  });
}

function labelSentence(
  analysed: AnalysedSentence,
  sound: Cue | null,
  model: LabelModel,
  textKind: TextKind,
  isAlone: boolean,
): SentenceLabel {
  const { view, attributions, sources, carried } = analysed;
  const reasons = collectReasons(analysed, sound, model).sort((a, b) => b.weight - a.weight);
  const score = scoreFromReasons(reasons);
  const label = laneFromScore(score);
  const spans = findSpans(analysed, label, model);
  const confidence = confidenceFromScore(score);
  const step = stepFromConfidence(confidence, isAlone);
  const leading = findLeadingIndex(analysed);
  const named = carried?.source ? [carried.source] : [];
  const first = sources[leading];
  if (first) named.push(first);
  const all = [
    ...named,
    ...sources.flatMap((source, i) =>
      source !== null && (attributions[i]?.strength ?? 0) >= minNoticedStrength ? [source] : [],
    ),
  ];
  const isAttributed =
    label === 'attributed' ||
    attributions.some(({ strength }) => strength >= minNoticedStrength) ||
    spans.some((span: LabelSpan) => span.label === 'attributed');
  const isMoot = analysed.statement === 'rule' && obligesNobody(view.text);
  return {
    start: view.sentence.start,
    end: view.sentence.end,
    label,
    step: isAlone && label === 'reported' && judgesByItself(analysed.cues, view.text) ? dampStep(step) : step,
    confidence,
    attributed: isAttributed,
    sources: isAttributed ? [...new Set(all)] : [],
    textKind,
    kind: isAttributed ? (attributions[leading]?.kind ?? carried?.kind ?? 'said') : null,
    ...(analysed.statement !== null && label === 'reported' && !isMoot ? { statement: analysed.statement } : {}),
    spans,
    reasons,
  };
}

/** A sentence without its document that judges by words of its own is never clearly a report, whatever its figures. */
function dampStep(step: Step): Step {
  return step === 'clear' ? 'likely' : step;
}

function findLeadingIndex({ view, clauses, reach, attributions }: AnalysedSentence): number {
  let best = 0;
  let bestShare = -1;
  const shares = shareOfMain(view, clauses, reach);
  for (const [i, attribution] of attributions.entries()) {
    const share = shares.get(attribution) ?? 0;
    if (share > bestShare) {
      best = i;
      bestShare = share;
    }
  }
  return best;
}

function collectReasons(analysed: AnalysedSentence, sound: Cue | null, model: LabelModel): Reason[] {
  const { view, clauses, reach, carried, cues } = analysed;
  const reasons = weighCues(
    view.text,
    [...cues, ...(analysed.doubt ? [analysed.doubt] : []), ...(sound ? [sound] : [])],
    model.sentence,
  );
  const towards: Lane = 'attributed';
  if (carried) {
    const { start, end } = view.sentence;
    reasons.push({ cue: carried.name, weight: carried.strength * attributionScale, towards, start, end });
  }
  for (const [attribution, share] of shareOfMain(view, clauses, reach)) {
    const { start } = tokenAt(view, attribution.cueFirst);
    const { end } = tokenAt(view, attribution.cueLast);
    const weight = attribution.strength * share * attributionScale;
    if (weight > 0) reasons.push({ cue: view.text.slice(start, end), weight, towards, start, end });
  }
  const tone = findTone(analysed, model.sentence);
  if (tone) reasons.push(...weighCues(view.text, [tone], model.sentence));
  const clause = findLoadedClause(analysed, model.clause);
  if (clause) reasons.push(...weighCues(view.text, [clause], model.sentence));
  return reasons;
}
