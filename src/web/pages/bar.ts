import { lanes } from '../../core/labelling/labels.js';
import { percentagesOf, percentageUnclear, sharesOf } from '../../app/pages/collect-document.js';
import { laneWording } from '../../app/pages/lane-wording.js';
import type { LaneCounts } from '../../app/pages/report-document.js';
import { html, type Html } from '../html.js';

/** How high the piece of a lane stands, of 12: so the lanes are told apart without their colours. */
const heights = { reported: 12, attributed: 8, opinion: 4 } as const;

/** The shares of the lanes in numbers and, for the eye alone, as a bar. */
export function renderBar(words: LaneCounts, unclearWords: number): Html {
  const shares = sharesOf(words);
  const percentages = percentagesOf(words);
  let at = 0;
  const pieces = lanes.map((lane) => {
    const [x, width] = [at, shares[lane] * 1_000];
    at += width;
    const height = heights[lane];
    return html`<rect
      class="${lane}"
      x="${x.toFixed(1)}"
      y="${12 - height}"
      width="${width.toFixed(1)}"
      height="${height}"
    />`;
  });
  const numbers = lanes.map(
    (lane, i) =>
      html`<li class="${lane}">
        <span class="swatch"></span>${laneWording[lane].name} <b>${percentages[i] ?? 0} %</b>
      </li> `,
  );
  const unclear = percentageUnclear(unclearWords, words);
  return html`<div class="shares">
    <svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      ${pieces}
    </svg>
    <ul>
      ${numbers}${unclear > 0 ? html`<li>of this unclear <b>${unclear} %</b></li>` : null}
    </ul>
  </div>`;
}
