import { lanes, type Lane } from '../labelling/labels.js';

export type LaneCounts = Readonly<Record<Lane, number>>;

/** From this many quotes on every lane that has something to show is shown. */
const minQuotesForAllLanes = 3;

/**
 * How many of `total` quotes each lane gets: in proportion to what there is of it, whole numbers by the largest
 * remainder (Hamilton's method), at least one for each lane with something usable once three quotes or more are wanted.
 *
 * @param held how much of each lane the texts hold
 * @param usable how many quotes each lane could give; no lane gets more
 */
export function shareQuotes(total: number, held: LaneCounts, usable: LaneCounts): LaneCounts {
  const shares: Record<Lane, number> = { reported: 0, attributed: 0, opinion: 0 };
  const open = (): Lane[] => lanes.filter((lane) => shares[lane] < usable[lane]);
  let left = total;
  if (total >= minQuotesForAllLanes) {
    for (const lane of open()) {
      shares[lane] = 1;
      left--;
    }
  }
  const sum = lanes.reduce((before, lane) => before + (usable[lane] > 0 ? held[lane] : 0), 0);
  for (; left > 0; left--) {
    // Giving each next quote to the lane furthest behind its due share is the largest remainder, minimum and limits included.
    const due = (lane: Lane): number => (sum > 0 ? (total * held[lane]) / sum : 0) - shares[lane];
    const next = open().sort((a, b) => due(b) - due(a))[0];
    if (!next) break;
    shares[next]++;
  }
  return shares;
}
