import { lanes } from '../core/labelling/labels.js';
import { percentagesOf, percentageUnclear } from '../app/pages/collect-document.js';
import { element, type Html } from './escape-html.js';
import { laneWording } from '../app/pages/lane-wording.js';
import type { LaneCounts } from '../app/pages/report-document.js';

/** A bar of the three shares with their numbers, and how much of it all is unclear. */
export function renderBar(words: LaneCounts, unclearWords: number): Html {
  const percentages = percentagesOf(words);
  const pieces = lanes
    .filter((lane) => words[lane] > 0)
    .map((lane) => element`<span class="${lane}" style="flex-grow:${words[lane]}"></span>`);
  const numbers = lanes.map(
    (lane, i) =>
      element`<span class="share"><span class="swatch ${lane}"></span>${laneWording[lane].name} <b>${percentages[i] ?? 0} %</b></span>\n`,
  );
  return element`<span class="bar" aria-hidden="true">${pieces}</span>
    <span class="shares">${numbers}${renderUnclear(percentageUnclear(unclearWords, words))}</span>`;
}

function renderUnclear(percentage: number): Html | null {
  if (percentage === 0) return null;
  return element`<span class="share"><span class="swatch doubt">?</span>of this unclear <b>${percentage} %</b></span>`;
}
