import { featurePriors, featureSigns } from '../english/features.js';
import { argumentMarkers, judgingPhrases } from '../english/judging-phrases.js';
import { judgementClasses, lexicon } from '../english/lexicon.js';
import { fittedModel } from './model.js';

/**
 * Raised by hand when code changes what is labelled how; the words, their classes, the features, the turns of phrase and
 * the weights are covered by the checksum.
 */
const rulesVersion = 11;

/** Changes whenever a label could: stored labels made under another version are made anew. */
export const labellerVersion = `${rulesVersion}-${checksum([
  lexicon,
  judgementClasses,
  featureSigns,
  featurePriors,
  judgingPhrases,
  argumentMarkers,
  fittedModel,
])}`;

/** FNV-1a over the UTF-16 units of the JSON text, 8 hexadecimal digits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function checksum(value: unknown): string {
  const text = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
