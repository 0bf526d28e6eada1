import { chooseReasons, nameCue } from '../../app/pages/arrange-text.js';
import { explainLabel, laneWording, nameLabel, stepWording } from '../../app/pages/lane-wording.js';
import type { HeldTexts } from '../../app/asking/held-texts.js';
import type { Reason, SentenceLabel, StoredLabel } from '../../core/labelling/labels.js';
import type { IndexedDocument } from '../../core/search/search-index.js';
import { readWords } from '../../core/text/document.js';
import { shorten, type Span } from '../../core/text/span.js';
import { html, type Html } from '../html.js';

const maxSentences = 4;
const maxReasons = 6;
const maxCueLength = 80;
const maxSentenceLength = 200;
/** Weights from which a reason is called medium and strong, in units of a label's logit. */
const strengthLimits = [0.5, 1.2] as const;

/** Reasons of a longer text take too long to be worked out unasked: that takes the whole text. */
const maxSentencesUnasked = 500;

/** Whether reasons are given unasked. */
export function isQuicklyExplained({ sentences }: IndexedDocument): boolean {
  return sentences.length <= maxSentencesUnasked;
}

/** Why the sentences of a range have their labels: for each its label, how sure it is, and what spoke for which side. */
export function renderReasons(indexed: IndexedDocument, range: Span, held: HeldTexts): Html {
  const { document, sentences } = indexed;
  const labels = held.explainLabels(indexed, range);
  const shown = labels.slice(0, maxSentences);
  const [first] = labels;
  if (!first) return html`<p>Nothing here has a label.</p>`;
  const declared = document.metadata.kind === undefined ? 'by its genre or shape' : 'as declared';
  const kind = first.textKind === 'open' ? 'none in particular' : first.textKind;
  return html`<div class="why">
    ${shown.map((label) => {
      const stored = sentences.find(({ start }) => start === label.start)?.label ?? label;
      return renderSentenceReasons(readWords(document, label), label, stored, shown.length > 1);
    })}
    <p class="small">Kind of text: ${kind}, ${declared}.</p>
  </div>`;
}

function renderSentenceReasons(words: string, own: SentenceLabel, stored: StoredLabel, isQuoted: boolean): Html {
  const { label, step, sources, kind, moderator, statement } = stored;
  const source = label === 'attributed' ? (sources[0] ?? null) : null;
  const chosen = chooseReasons(own.reasons, maxReasons, own.step === 'unclear');
  const date = moderator && new Date(moderator.atMs).toISOString().slice(0, 10);
  return html`${isQuoted ? html`<p class="of" dir="auto">“${shorten(words, maxSentenceLength)}”</p>` : null}
    <p>
      <b class="${label}">${nameLabel(label, source)}</b>, ${moderator ? 'set by a moderator' : stepWording[step]}.
      ${explainLabel(label, source, kind)} ${statement === undefined ? null : `What it does: ${statement}.`}
      ${
        moderator
          ? `Set on ${date ?? ''}; the labeller had said ${laneWording[moderator.instead].name.toLowerCase()}, because of:`
          : null
      }
    </p>
    ${
      chosen.length === 0
        ? html`<p>No word speaks for another label.</p>`
        : html`<ul class="reasons">
            ${chosen.map(renderReason)}
          </ul>`
    }`;
}

function renderReason({ cue, weight, towards }: Reason): Html {
  const { words, isQuoted } = nameCue(cue);
  const short = shorten(words, maxCueLength);
  const strength = weight >= strengthLimits[1] ? 'strong' : weight >= strengthLimits[0] ? 'medium' : 'weak';
  return html`<li>
    <span dir="auto">${isQuoted ? `“${short}”` : html`<i>${short}</i>`}</span>
    <span class="towards">speaks for ${laneWording[towards].name.toLowerCase()}</span>
    <span class="strength">${strength}</span>
  </li>`;
}
