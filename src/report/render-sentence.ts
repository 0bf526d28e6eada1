import type { SourceDocument } from '../core/text/document.js';
import type { ModeratorMark, Reason } from '../core/labelling/labels.js';
import { shorten, type Span } from '../core/text/span.js';
import { element, type Html } from './escape-html.js';
import { countOf, explainLabel, laneWording, nameLabel, stepWording } from './lane-wording.js';
import type { ReportSegment, ReportSentence } from './report-document.js';

const maxReasons = 5;
/** A bar of full width; hardly a reason weighs more. */
const fullBarWeight = 2;
const maxExcerptLength = 56;

/** A sentence with its lanes marked, and the pop-over with the reasons, which shows on hover and focus. */
export function renderSentence(document: SourceDocument, sentence: ReportSentence, id: string): Html {
  const { segments, label } = sentence;
  const parts: Html[] = [];
  let from = sentence.start;
  for (const segment of segments) {
    parts.push(renderText(document, { start: from, end: segment.start }));
    parts.push(element`<span class="${segment.lane}">${renderText(document, segment)}</span>`);
    from = segment.end;
  }
  parts.push(renderText(document, { start: from, end: sentence.end }));
  const classes = ['s', label.step === 'unclear' ? 'unclear' : '', label.moderator ? 'set' : '']
    .filter(Boolean)
    .join(' ');
  parts.push(renderReasons(document, sentence, `${id}w`));
  return element`<span class="${classes}" id="${id}" tabindex="0" role="group" aria-describedby="${id}w">${parts}</span>`;
}

/** A range of a document; notation (`**`) is set apart from words, and nothing is left out. */
export function renderText({ text, markup }: SourceDocument, { start, end }: Span): Html {
  const parts: Html[] = [];
  let from = start;
  for (let i = firstEndingAfter(markup, start); i < markup.length; i++) {
    const range = markup[i];
    if (!range || range.start >= end) break;
    const inside = { start: Math.max(range.start, start), end: Math.min(range.end, end) };
    parts.push(
      element`${text.slice(from, inside.start)}<span class="notation">${text.slice(inside.start, inside.end)}</span>`,
    );
    from = inside.end;
  }
  return element`${parts}${text.slice(from, end)}`;
}

function firstEndingAfter(ranges: readonly Span[], at: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function renderReasons(document: SourceDocument, { label, segments }: ReportSentence, id: string): Html {
  const source = label.label === 'attributed' ? (label.sources[0] ?? null) : null;
  const shown = chooseReasons(label.reasons, label.step === 'unclear');
  const hidden = label.reasons.length - shown.length;
  const differing = segments.filter(
    ({ lane, attributedTo }) => lane !== label.label || (lane === 'attributed' && attributedTo !== source),
  );
  const step = label.moderator ? 'set by a moderator' : stepWording[label.step];
  const verdict = element`<b class="${label.label}">${nameLabel(label.label, source)}</b> <span class="step">${step}</span>`;
  const parts = [
    element`<span class="verdict">${verdict}</span>`,
    element` <span class="line">${explainLabel(label.label, source, label.kind)}</span>`,
    ...(label.statement === undefined ? [] : [element` <span class="line">What it does: ${label.statement}.</span>`]),
    ...differing.map((segment) => renderDiffering(document, segment)),
    ...(label.moderator ? [renderInstead(label.moderator)] : []),
    ...shown.map(renderReason),
    ...(hidden > 0 ? [element` <span class="more">and ${countOf(hidden, 'weaker reason')}</span>`] : []),
  ];
  return element`<span class="why" id="${id}" role="tooltip">${parts}</span>`;
}

function renderInstead({ atMs, instead }: ModeratorMark): Html {
  const name = lowerFirst(laneWording[instead].name);
  const date = new Date(atMs).toISOString().slice(0, 10);
  return element` <span class="inner">On ${date} a moderator set this label; the labeller had said <b class="${instead}">${name}</b>, because of:</span>`;
}

function renderDiffering({ text }: SourceDocument, { start, end, lane, attributedTo }: ReportSegment): Html {
  const name = element`<b class="${lane}">${lowerFirst(nameLabel(lane, attributedTo))}</b>`;
  return element` <span class="inner">Within it, ${name}: “${shorten(text.slice(start, end), maxExcerptLength)}”</span>`;
}

/** The strongest reasons; where the label is unclear both sides are among them. They come strongest first. */
function chooseReasons(reasons: readonly Reason[], bothSides: boolean): readonly Reason[] {
  const shown = reasons.slice(0, maxReasons);
  const [first] = shown;
  if (!bothSides || !first || shown.some(({ towards }) => towards !== first.towards)) return shown;
  const other = reasons.find(({ towards }) => towards !== first.towards);
  return other ? [...shown.slice(0, maxReasons - 1), other] : shown;
}

function renderReason({ cue, weight, towards }: Reason): Html {
  const isName = /^\[.*\]$/s.test(cue);
  const words = shorten(isName ? cue.slice(1, -1) : cue, maxExcerptLength);
  const width = Math.max(2, Math.round((Math.min(weight, fullBarWeight) / fullBarWeight) * 100));
  const parts = [
    element`<span class="cue">${isName ? element`<i>${words}</i>` : `“${words}”`}</span>`,
    element` <span class="towards">→ ${lowerFirst(laneWording[towards].name)}</span>`,
    element` <span class="weight"><span style="width:${width}%"></span></span>`,
    element` <span class="number">${weight.toFixed(2)}</span>`,
  ];
  return element` <span class="reason ${towards}">${parts}</span>`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
