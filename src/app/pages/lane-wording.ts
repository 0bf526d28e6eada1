import { isPronoun } from './collect-sources.js';
import { isPluralSource, judgeNaming } from '../../core/labelling/source-naming.js';
import type { AttributionKind, Lane, Step } from '../../core/labelling/labels.js';

/** What a lane is called in a report, and the line that explains it. */
export const laneWording = {
  reported: { name: 'Reported', line: 'Stated as fact by the author; not verified.' },
  attributed: { name: 'Claimed', line: 'What NAME says.' },
  opinion: { name: 'Opinion', line: 'The author’s own view, not reported fact.' },
} as const satisfies Record<Lane, { readonly name: string; readonly line: string }>;

/** What a source is called where nobody is named. */
export const unnamedSource = 'somebody unnamed';

/** How sure a label is, for a reader. */
export const stepWording = {
  clear: 'clear',
  likely: 'likely',
  unclear: 'unclear: reasons on both sides',
} as const satisfies Record<Step, string>;

const verbs = { said: 'says', thinks: 'thinks', wants: 'wants', shows: 'shows' } as const satisfies Record<
  AttributionKind,
  string
>;

/** The line that explains a label: "What the minister says." */
export function explainLabel(lane: Lane, source: string | null, kind: AttributionKind | null): string {
  if (lane !== 'attributed') return laneWording[lane].line;
  const verb = verbs[kind ?? 'said'];
  return `What ${nameInSentence(source)} ${source !== null && isPluralSource(source) ? verb.slice(0, -1) : verb}.`;
}

/** What a label is called: "Claimed by the minister". */
export function nameLabel(lane: Lane, source: string | null): string {
  if (lane !== 'attributed') return laneWording[lane].name;
  const name = nameInSentence(source);
  const naming = source === null ? 'named' : judgeNaming(source);
  if (naming === 'group') return `${laneWording[lane].name} by ${name} (not named)`;
  return `${laneWording[lane].name} by ${naming === 'author' ? `“${name}”` : name}`;
}

/** What begins a sentence or a line, inside another one. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A source that began a sentence, inside another one. */
function nameInSentence(source: string | null): string {
  if (source === null) return unnamedSource;
  if (isPronoun(source)) return `“${source.toLowerCase()}”`;
  if (judgeNaming(source) === 'group') return lowerFirst(source).replace(/\s+/g, ' ');
  return source.replace(/^(?:The|An?) /, (article) => article.toLowerCase()).replace(/\s+/g, ' ');
}

/**
 * Shares as whole percentages that add up to 100: all rounded down, what is missing goes to the largest remainders.
 * All 0 where the shares are.
 */
export function toPercentages(shares: readonly number[]): number[] {
  const rounded = shares.map((share) => Math.floor(share * 100));
  const missing = shares.some((share) => share > 0) ? 100 - rounded.reduce((sum, part) => sum + part, 0) : 0;
  const byRemainder = shares
    .map((share, i) => ({ i, remainder: share * 100 - Math.floor(share * 100) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, missing)) rounded[i] = (rounded[i] ?? 0) + 1;
  return rounded;
}

/** "1 word", "2,640 words". */
export function countOf(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A whole number with a comma between thousands. */
export function formatNumber(count: number): string {
  return count.toLocaleString('en-GB');
}
