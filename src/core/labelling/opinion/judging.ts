import type { Feature } from '../../english/features.js';
import type { Cue } from './opinion-cues.js';

/** What judges wherever it stands, and what does so with a word of grading beside it. */
const strong: ReadonlySet<Feature> = new Set<Feature>([
  'loaded word',
  'colourful word',
  'evaluation',
  'my view',
  'obligation',
  'exhortation',
  'simile',
  'pointed question',
  'figures in a judgement',
]);

/** Turns of phrase that also open or join plain statements ("it is not", "instead of", "those who"). */
const plainPhrases =
  /^(?:there |it |this |that |these |those |what |which |is |are |was |were |rather|instead|as |all|the (?:more|less) |i |we |you |one |no longer|the (?:first|last|only) |only to|in the end|after all|has yet|but |or |not |remains?|a matter)/;

/** Whether a sentence or clause with these cues holds a judgement of its own. `text` is what their offsets are into. */
export function judgesByItself(cues: readonly Cue[], text: string): boolean {
  return cues.some(({ feature, start, end }) => {
    if (strong.has(feature)) return true;
    if (feature === 'opinion phrase') return !plainPhrases.test(text.slice(start, end).toLowerCase());
    return (
      (feature === 'grading word' || feature === 'trait') &&
      cues.some((other) => other.feature === 'predicate adjective')
    );
  });
}

/** Whether cues hold a word that judges even in a text for reference. */
export function judgesAnywhere(cues: readonly { readonly feature: Feature }[]): boolean {
  return cues.some(({ feature }) => feature === 'loaded word' || feature === 'colourful word' || feature === 'my view');
}

/**
 * Whether a sentence of a text that judges nothing by its kind judges for once: many a word that judges elsewhere names a
 * thing there ("the wooden token", "the shaft"), so that it takes two of them, or one that is said of the subject.
 */
export function judgesInPlain(cues: readonly Cue[]): boolean {
  const has = (...features: readonly Feature[]): boolean => cues.some(({ feature }) => features.includes(feature));
  const words = cues.filter(({ feature }) => feature === 'loaded word' || feature === 'colourful word');
  const said = cues.find(({ feature }) => feature === 'predicate adjective');
  return (
    has('my view') ||
    new Set(words.map(({ start }) => start)).size > 1 ||
    (words.length > 0 && has('evaluation', 'equation', 'opinion phrase', 'superlative', 'exclamation', 'trait')) ||
    cues.some(
      ({ feature, start }) =>
        start === said?.start && /^(?:evaluation|trait|loaded word|colourful word)$/.test(feature),
    ) ||
    (has('opinion phrase', 'equation', 'emphasis') && has('evaluation', 'superlative'))
  );
}
