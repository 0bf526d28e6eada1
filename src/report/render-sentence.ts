import type { SourceDocument } from '../core/text/document.js';
import type { ModeratorMark, Reason } from '../core/labelling/labels.js';
import { shorten, type Span } from '../core/text/span.js';
import { chooseReasons, cutNotation, nameCue } from '../app/pages/arrange-text.js';
import { element, type Html } from './escape-html.js';
import { countOf, explainLabel, laneWording, lowerFirst, nameLabel, stepWording } from '../app/pages/lane-wording.js';
import type { ReportSegment, ReportSentence } from '../app/pages/report-document.js';

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
export function renderText(document: SourceDocument, span: Span): Html {
  const parts = cutNotation(document, span).map(({ start, end, isNotation }) => {
    const words = document.text.slice(start, end);
    return isNotation ? element`<span class="notation">${words}</span>` : element`${words}`;
  });
  return element`${parts}`;
}

function renderReasons(document: SourceDocument, { label, segments }: ReportSentence, id: string): Html {
  const source = label.label === 'attributed' ? (label.sources[0] ?? null) : null;
  const shown = chooseReasons(label.reasons, maxReasons, label.step === 'unclear');
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

function renderReason({ cue, weight, towards }: Reason): Html {
  const { words: named, isQuoted } = nameCue(cue);
  const words = shorten(named, maxExcerptLength);
  const width = Math.max(2, Math.round((Math.min(weight, fullBarWeight) / fullBarWeight) * 100));
  const parts = [
    element`<span class="cue">${isQuoted ? `“${words}”` : element`<i>${words}</i>`}</span>`,
    element` <span class="towards">→ ${lowerFirst(laneWording[towards].name)}</span>`,
    element` <span class="weight"><span style="width:${width}%"></span></span>`,
    element` <span class="number">${weight.toFixed(2)}</span>`,
  ];
  return element` <span class="reason ${towards}">${parts}</span>`;
}
