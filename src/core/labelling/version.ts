import {
  abstractWords,
  conditionalWords,
  evaluativeWords,
  figurativeWords,
  intensifiers,
  loadedWords,
  obligationWords,
  stanceWords,
  vividWords,
} from './cues/evaluative-words.js';
import { reportingNounClasses } from './cues/reporting-nouns.js';
import {
  hearsayAdjectives,
  hearsayAdverbs,
  hearsayParticiples,
  particleVerbs,
  reportingVerbClasses,
  showingVerbs,
} from './cues/reporting-verbs.js';
import { abstractNouns, documentNouns, institutionNouns, personNouns } from './cues/source-nouns.js';
import { clauseModel, sentenceWeights } from './weights.js';

/** Raised by hand when a rule changes; weights and word lists are covered by the checksum. */
const rulesVersion = 1;

/** Changes whenever a label could: stored labels made under another version are made anew. */
export const labellerVersion = `${rulesVersion}-${checksum([
  sentenceWeights,
  clauseModel,
  abstractWords,
  conditionalWords,
  evaluativeWords,
  figurativeWords,
  intensifiers,
  loadedWords,
  obligationWords,
  stanceWords,
  vividWords,
  reportingNounClasses,
  reportingVerbClasses,
  [...particleVerbs],
  hearsayAdjectives,
  hearsayAdverbs,
  hearsayParticiples,
  showingVerbs,
  abstractNouns,
  documentNouns,
  institutionNouns,
  personNouns,
])}`;

/** FNV-1a over the UTF-16 units of the JSON text, 8 hexadecimal digits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function checksum(value: unknown): string {
  const text = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
