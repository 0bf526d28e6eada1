export const periods = ['day', 'week', 'month', 'all'] as const;
/** How far back missed questions are listed. */
export type Period = (typeof periods)[number];

const dayMs = 86_400_000;
const lengthsMs: Readonly<Record<Period, number>> = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, all: Infinity };

/** When a period that ends at `nowMs` begins, in milliseconds since 1970. */
export function startOfPeriod(period: Period, nowMs: number): number {
  return Math.max(0, nowMs - lengthsMs[period]);
}

export function readPeriod(text: string | null | undefined): Period | null {
  return periods.find((period) => period === text) ?? null;
}
