import { actVerbs, documentVerbs, particleVerbs, reportingVerbClasses, showingVerbs, } from '../../english/cues/reporting-verbs.js';
import { tokenAt, wordSet } from '../grammar/sentence-view.js';
const senses = new Map();
for (const { kind, needs, strength, lemmas } of reportingVerbClasses) {
    for (const lemma of wordSet(lemmas))
        senses.set(lemma, [...(senses.get(lemma) ?? []), { kind, needs, strength }]);
}
const showing = wordSet(showingVerbs);
const acts = wordSet(actVerbs);
const ofDocuments = wordSet(documentVerbs);
/** The senses of a verb in its dictionary form; empty for a verb that does not report. */
export function sensesOf(lemma) {
    return senses.get(lemma) ?? [];
}
/** Whether a document does this with an object, though a person who does it says nothing ("gave the left a lead"). */
export function isDocumentVerb(lemma) {
    return ofDocuments.has(lemma);
}
/** Whether what follows the verb is what this sense needs. */
export function isMet(needs, following, fronted) {
    switch (needs) {
        case 'any':
            return true;
        case 'quote':
            return following.quote || (fronted && !following.object);
        case 'clause':
            return following.clause || following.quote || fronted;
        case 'content':
            return following.clause || following.quote || following.object || fronted;
        case 'infinitive':
            return following.infinitive;
        case 'as':
            return following.as;
    }
}
/** Whether a source of this nature can do what the sense says. */
export function isPlausible(isIt, nature, lemma, sense, following, fronted) {
    // "She proved she was fit": the author says so; "gathers support" is an act.
    if (/^(?:prove|show|demonstrate)$/.test(lemma) && /^(?:person|name|pronoun)$/.test(nature) && !following.quote)
        return false;
    if (lemma === 'gather' && !following.that)
        return false;
    if (nature === 'person' || nature === 'name' || nature === 'institution')
        return true;
    if (nature === 'pronoun')
        return (!isIt ||
            (sense.needs === 'infinitive' && !/^(?:threaten|promise)$/.test(lemma)) ||
            (following.infinitive && sense.kind === 'wants' && !/^(?:threaten|promise)$/.test(lemma)) ||
            following.quote ||
            (following.as && sense.kind === 'said') ||
            /^(?:express|voice|raise)$/.test(lemma) ||
            (following.that && /^(?:find|conclude|estimate|note|rule)$/.test(lemma)) ||
            (sense.kind === 'said' && sense.needs === 'any'));
    if (nature === 'document')
        return sense.kind !== 'wants' || lemma === 'call';
    if (nature === 'other' &&
        (sense.needs === 'infinitive' || lemma === 'want' || lemma === 'believe' || lemma === 'fear'))
        return true;
    if (nature === 'other' && sense.kind === 'said' && sense.needs !== 'as' && following.that)
        return true;
    // Any noun can be the source of a plain verb of saying, and of nothing else.
    if (lemma === 'say' || lemma === 'argue' || lemma === 'insist' || lemma === 'complain')
        return true;
    return sense.kind === 'said' && (sense.needs === 'any' || following.quote) && (fronted || following.quote);
}
/** "the register lists 74 flats": what only a document does with an object. */
export function findDocumentSense(nature, lemma, following, fronted) {
    if (nature !== 'document' || !ofDocuments.has(lemma))
        return null;
    return following.object || following.quote || following.clause || following.as || fronted
        ? { kind: 'shows', needs: 'content', strength: 0.85 }
        : null;
}
/** A plain object after a verb that is more than saying: its words are the author's choice. */
export function isOwnWords(sense, lemma, following, fronted) {
    // "rejected the urge that …": a clause later on is the object's, not the verb's.
    if (acts.has(lemma) && !fronted && !following.quote && following.object)
        return true;
    if (following.as && /^(?:describe|depict|portray|dub|label|brand|call|dismiss|see|regard|view)$/.test(lemma))
        return false;
    return !fronted && !following.clause && !following.quote && !following.infinitive && sense.kind !== 'shows';
}
/** A document shows where a person says; a person who shows something says it. */
export function refineKind(kind, nature, lemma) {
    if (nature === 'document' && (kind === 'said' || kind === 'thinks') && (showing.has(lemma) || kind === 'thinks'))
        return 'shows';
    if (kind === 'shows' && nature !== 'document' && lemma !== 'find')
        return 'said';
    return kind;
}
/** The sense of a verb with its particle ("calls for"), and where the particle stands. */
export function findParticle(view, verb, lemma) {
    if (lemma === 'put')
        return findEstimate(view, verb) ?? findPutting(view, verb);
    if (lemma === 'come' &&
        tokenAt(view, verb + 1).lower === 'out' &&
        /^(?:against|for|in)$/.test(tokenAt(view, verb + 2).lower))
        return { kind: 'said', needs: 'any', strength: 0.85, last: verb + 2 };
    const entry = particleVerbs.get(lemma);
    if (!entry)
        return null;
    const wanted = entry.particles.split(' ');
    for (let i = verb + 1; i <= verb + 4; i++) {
        const { lower, pos } = tokenAt(view, i);
        if (pos === 'PUNCT' && !/^["“”'’]$/.test(lower))
            break;
        // "fought the suit for a year", "argued his own case for weeks": an object of the verb's own comes before.
        if ((lower === 'for' || lower === 'against') &&
            pos === 'ADP' &&
            i > verb + 2 &&
            tokenAt(view, i - 1).pos === 'NOUN')
            break;
        if (wanted.includes(lower))
            return { kind: entry.kind, needs: 'any', strength: 0.85, last: i };
    }
    return null;
}
/** Verbs of siding that need nothing after them. */
export const stances = /^(?:agree|disagree|dissent|demur|differ|object)$/;
/** "Not everyone agrees.", "Marr disagrees with him": a stance without content of its own. */
export function findStance(view, verb, lemma) {
    if (!stances.test(lemma))
        return null;
    const next = tokenAt(view, verb + 1);
    return next.pos === 'PUNCT' || next.lower === '' || /^(?:with|on|over|about)$/.test(next.lower)
        ? { kind: 'thinks', needs: 'any', strength: 0.85 }
        : null;
}
/** "put it more simply", "put it this way". */
function findPutting(view, verb) {
    const isWay = /^(?:more|less|this|another|simply|bluntly|differently|thus|rather|succinctly|plainly|best)$/;
    return tokenAt(view, verb + 1).lower === 'it' && isWay.test(tokenAt(view, verb + 2).lower)
        ? { kind: 'said', needs: 'any', strength: 0.85, last: verb + 1 }
        : null;
}
/** "put the loss at $3 million": an estimate. */
function findEstimate(view, verb) {
    for (let i = verb + 1; i < verb + 24; i++) {
        if (tokenAt(view, i).lower === ';')
            return null;
        if (tokenAt(view, i).lower !== 'at')
            continue;
        const { pos, lower } = tokenAt(view, i + 1);
        if (pos === 'NUM' ||
            pos === 'SYM' ||
            /^(?:around|about|nearly|almost|over|roughly|some|half|one|between|more|less)$/.test(lower)) {
            return { kind: 'shows', needs: 'any', strength: 0.9, last: verb };
        }
    }
    return null;
}
//# sourceMappingURL=verb-senses.js.map