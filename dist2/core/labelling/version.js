import * as colourfulWords from '../english/cues/colourful-words.js';
import * as evaluativeWords from '../english/cues/evaluative-words.js';
import * as factualWords from '../english/cues/factual-words.js';
import * as judgingPhrases from '../english/cues/judging-phrases.js';
import * as loadedWords from '../english/cues/loaded-words.js';
import * as polemicWords from '../english/cues/polemic-words.js';
import * as reportingNouns from '../english/cues/reporting-nouns.js';
import * as reportingVerbs from '../english/cues/reporting-verbs.js';
import * as sourceNouns from '../english/cues/source-nouns.js';
import * as tasteWords from '../english/cues/taste-words.js';
import * as vividWords from '../english/cues/vivid-words.js';
import { featureSigns } from './opinion/features.js';
import { fittedModel } from './model.js';
/**
 * Raised by hand when code outside `cues/` changes what is labelled how, the short closed lists beside that code
 * included; weights, features and every list in `cues/` are covered by the checksum.
 */
const rulesVersion = 5;
/** Changes whenever a label could: stored labels made under another version are made anew. */
export const labellerVersion = `${rulesVersion}-${checksum([
    fittedModel,
    featureSigns,
    ...[
        colourfulWords,
        evaluativeWords,
        factualWords,
        judgingPhrases,
        loadedWords,
        polemicWords,
        reportingNouns,
        reportingVerbs,
        sourceNouns,
        tasteWords,
        vividWords,
    ].map(listExports),
])}`;
/** The exports of one module of lists, by name; maps and patterns in a form that JSON keeps. */
function listExports(module) {
    return Object.entries(module)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [
        name,
        value instanceof Map ? [...value] : value instanceof RegExp ? value.source : value,
    ]);
}
/** FNV-1a over the UTF-16 units of the JSON text, 8 hexadecimal digits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function checksum(value) {
    const text = JSON.stringify(value);
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
}
//# sourceMappingURL=version.js.map