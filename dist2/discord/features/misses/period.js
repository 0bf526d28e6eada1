export const periods = ['day', 'week', 'month', 'all'];
const dayMs = 86_400_000;
const lengthsMs = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, all: Infinity };
/** When a period that ends at `nowMs` begins, in milliseconds since 1970. */
export function startOfPeriod(period, nowMs) {
    return Math.max(0, nowMs - lengthsMs[period]);
}
export function readPeriod(text) {
    return periods.find((period) => period === text) ?? null;
}
//# sourceMappingURL=period.js.map